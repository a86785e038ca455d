import { expect, it } from "vitest";
import { oneMailAMoment } from "#case/acts/one-mail-a-moment.ts";
import type { Decision } from "#case/state/decision.ts";
import type { Ask } from "#case/state/message.ts";
import { actor } from "#case/state/standing.ts";
import { filed } from "./story.ts";

const story = filed("estate").opens();
const turn = actor(story.state);
if (turn === undefined) throw new Error("Nobody has it");
const { staff: to, stepNo, assignment } = turn;
const theirs = { to, stepNo, assignment };
const other = { to: "bureau-head", stepNo, assignment: 7 };

/** What a clock's ring would mail to a turn. */
const mails = (whose: typeof theirs, ask: Ask): Decision => ({
  events: [
    {
      by: { kind: "clock", clock: { kind: "step", n: 1 } },
      fact: {
        type: "reminded",
        clock: { kind: "step", n: 1 },
        percent: 50,
        passedOver: [],
        to,
        how: "mail",
        lastDay: "2026-03-09",
      },
      clocks: [],
      messages: [{ kind: "taskMail", ...whose, ask, lastDay: "2026-03-09" }],
    },
  ],
});
/** How many mails of a ring leave, after others of its moment. */
const left = (mailed: (typeof theirs)[], at: string, decision: Decision): number => {
  const told = oneMailAMoment({ ...story.state, mailed: mailed.map((one) => ({ ...one, at })) }, decision, story.world);
  return "refused" in told ? -1 : told.events.flatMap(({ messages }) => messages).length;
};
const now = story.world.now;
const before = new Date(Date.parse(now) - 6 * 60_000).toISOString();

it.each<[string, Parameters<typeof left>, number]>([
  ["one of another turn", [[other], now, mails(theirs, "reminded")], 1],
  ["one of the same turn", [[theirs], now, mails(theirs, "reminded")], 0],
  ["one of the same turn, and then one of another", [[theirs, other], now, mails(theirs, "reminded")], 0],
  ["one of the same turn, six minutes ago", [[theirs], before, mails(theirs, "reminded")], 1],
  ["one of the same turn, which has ended by now", [[theirs], now, mails(theirs, "meetingCalledOff")], 1],
])("of a ring whoever has the turn is mailed once, after %s", (_, asked, count) => {
  expect(left(...asked)).toBe(count);
});
