import type { PromiseLine } from "#case/state/facts/promise.ts";
import type { Message } from "#case/state/message.ts";

/** Asks whoever keeps a promise, by a mail with their link. */
export const askPromiser = (
  stepNo: number,
  { holder, assignment, until, broken }: Pick<PromiseLine, "holder" | "assignment" | "until" | "broken">,
): Message => ({
  kind: "taskMail",
  to: holder.staff,
  ask: broken === undefined ? "keepPromises" : "promiseBroken",
  stepNo,
  assignment,
  lastDay: until,
});
