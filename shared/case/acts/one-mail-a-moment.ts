import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import { type Message, standingNews } from "#case/state/message.ts";
import type { World } from "#case/state/world.ts";
import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";

/** Minutes within which clocks that ring one after the other, in one sweep or two, are one moment to whoever reads of them. */
const oneMoment = 5;

/** Whether a mail of this moment has left already. */
const isNow = (at: Instant | undefined, { now }: World): boolean =>
  at !== undefined && minutesLater(at, oneMoment) > now;

/** Of the turn that was mailed last; of another one nobody has read anything yet. */
const isOfMailedTurn = (message: Message, { mailed }: Case): boolean =>
  message.kind === "taskMail" &&
  message.to === mailed?.to &&
  message.stepNo === mailed.stepNo &&
  message.assignment === mailed.assignment;

/**
 * The decision of a ring, without mails of a moment that was mailed already: several clocks of a case end together, or one
 * ends as the case arrives. Whoever has the turn reads of all of it in the first mail, which is written when it leaves; the
 * petitioner learns once where their case stands. What a person does is told at whatever moment, and nobody is mailed less
 * who gets a turn.
 */
export const oneMailAMoment = (c: Case, decision: Decision, world: World): Decision => {
  if ("refused" in decision) return decision;
  const [isTurnMailed, isNewsMailed] = [isNow(c.mailed?.at, world), isNow(c.newsAt, world)];
  if (!isTurnMailed && !isNewsMailed) return decision;
  const isTold = (message: Message): boolean =>
    message.kind === "newsMail"
      ? isNewsMailed && standingNews.includes(message.news)
      : isTurnMailed && isOfMailedTurn(message, c);
  return {
    events: decision.events.map((event) => ({ ...event, messages: event.messages.filter((one) => !isTold(one)) })),
  };
};
