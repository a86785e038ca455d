import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import { type Message, standingNews, tellsOfTheEnd } from "#case/state/message.ts";
import { isOneMoment } from "#case/state/one-moment.ts";
import type { World } from "#case/state/world.ts";

/**
 * Of a turn that was mailed at this moment; of another one nobody has read anything yet. That a turn has ended is told all the
 * same: a mail that asks something of it does not leave any more.
 */
const isOfMailedTurn = (message: Message, { mailed = [] }: Case, { now }: World): boolean =>
  message.kind === "taskMail" &&
  !tellsOfTheEnd.includes(message.ask) &&
  mailed.some(
    ({ to, stepNo, assignment, at }) =>
      isOneMoment(at, now) && message.to === to && message.stepNo === stepNo && message.assignment === assignment,
  );

/**
 * The decision of a ring, without mails of a moment that was mailed already: several clocks of a case end together, or one
 * ends as the case arrives. Whoever has the turn reads of all of it in the first mail, which is written when it leaves; the
 * petitioner learns once where their case stands. What a person does is told at whatever moment, and nobody is mailed less
 * who gets a turn.
 */
export const oneMailAMoment = (c: Case, decision: Decision, world: World): Decision => {
  if ("refused" in decision) return decision;
  const isNewsMailed = c.newsAt !== undefined && isOneMoment(c.newsAt, world.now);
  const isTold = (message: Message): boolean =>
    message.kind === "newsMail"
      ? isNewsMailed && standingNews.includes(message.news)
      : isOfMailedTurn(message, c, world);
  return {
    events: decision.events.map((event) => ({ ...event, messages: event.messages.filter((one) => !isTold(one)) })),
  };
};
