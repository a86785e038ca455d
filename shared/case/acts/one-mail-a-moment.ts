import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { Message } from "#case/state/message.ts";
import type { World } from "#case/state/world.ts";
import { minutesLater } from "#clock/period.ts";

/** Minutes within which clocks that ring one after the other, in one sweep or two, are one moment to whoever has the case. */
const oneMoment = 5;

/**
 * The decision of a ring, without mails about a turn that was mailed at this very moment: several clocks of a case end
 * together, or one ends as the case arrives, and its owner reads of all of it in the first mail, which is written when it
 * leaves. What a person does is told at whatever moment, and nobody is mailed less who gets a turn.
 */
export const oneMailAMoment = ({ mailed }: Case, decision: Decision, { now }: World): Decision => {
  if ("refused" in decision || mailed === undefined || minutesLater(mailed.at, oneMoment) <= now) return decision;
  const isTold = (message: Message): boolean =>
    message.kind === "taskMail" &&
    message.to === mailed.to &&
    message.stepNo === mailed.stepNo &&
    message.assignment === mailed.assignment;
  return {
    events: decision.events.map((event) => ({ ...event, messages: event.messages.filter((one) => !isTold(one)) })),
  };
};
