import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import type { EventOfRing } from "#case/state/decision.ts";
import { awaited } from "#case/state/promise.ts";
import type { World } from "#case/state/world.ts";

/** The promise is now its author's to keep. @returns the case with them as its owner, and the event that says so. */
export const takenUp = (
  c: In<"window">,
  by: Actor,
  why: "dayCame" | "reviewOver",
  { now }: World,
): { after: In<"performing">; event: EventOfRing } => {
  const after = awaited(c, { seq: c.version + 1, at: now });
  const { promisedFor } = after.settlement;
  const { stepNo } = c;
  return { after, event: { by, fact: { type: "promiseAwaited", stepNo, why, promisedFor }, messages: [] } };
};
