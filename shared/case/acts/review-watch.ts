import type { Actor } from "#case/state/actor.ts";
import { type Decision, type EventOfRing, nothingToDo } from "#case/state/decision.ts";
import type { FactOf, NewEvent } from "#case/state/event.ts";
import { periodOf } from "#case/state/periods.ts";
import type { UnderReview } from "#case/state/review.ts";
import { reviewerOf } from "#case/state/reviewers.ts";
import { lastDayOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { askReviewer } from "./ask-reviewer.ts";
import { passTurnOn, remindsFromNext, remindsInTheMorning, whatIsAwaited } from "./awaited.ts";
import type { Occasion } from "./unable.ts";

/** The day that whoever reviews an answer goes by now. */
export const reviewDue = (c: UnderReview) => lastDayOf(c, c.review.accepted ? "reviewDecision" : "reviewAccept");

/** A review passes on where whoever has it cannot keep it: never to anybody who has had a part in the case. @returns the event that says so, or none */
export const passReviewOn = (c: UnderReview, occasion: Occasion, world: World): EventOfRing[] => {
  const { reviewer, assignment } = c.review;
  return passTurnOn(c, { staff: reviewer.staff, stepNo: c.stepNo, assignment }, occasion, world, {
    next: ({ unreachable }) => reviewerOf(c, world, { but: [reviewer.staff], unreachable }),
    told: (passed) => ({
      fact: { type: "reviewPassedOn", ...passed },
      mail: askReviewer(c.stepNo, { staff: passed.to.staff, assignment: passed.assignment }, reviewDue(c)),
    }),
  });
};

/** Nobody has decided in time: the head of the body has to, unless it is theirs already, or they had a part in the case. */
const climbed = (c: UnderReview, by: Actor, of: FactOf<"reviewOverdue">["of"], world: World): EventOfRing[] => {
  const { reviewer, isLast } = c.review;
  const head = isLast ? undefined : reviewerOf(c, world, { isLast: true });
  if (head === undefined || head.id === reviewer.staff) return [];
  const to = { unit: head.unit, staff: head.id };
  const { stepNo } = c;
  const assignment = nextTurn(c);
  return [
    {
      by,
      fact: { type: "reviewPassedOn", stepNo, how: "silent", from: reviewer.staff, to, assignment },
      messages: [askReviewer(stepNo, { ...to, assignment }, lastDayOf(c, of))],
    },
  ];
};

/** What comes of the time of a review: a reminder; that it is over, which its petitioner reads; its climb; and reminders every working morning. */
export const reviewRings = (c: UnderReview, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  const period = periodOf(c, clock, world.directory);
  if (period === undefined || (kind !== "reviewAccept" && kind !== "reviewDecision")) return nothingToDo;
  const { stepNo } = c;
  const { lastDay } = period.clock;
  const by: Actor = { kind: "clock", clock };
  return whatIsAwaited(c, clock, world, {
    climbs: () => {
      if (period.reminded === 100) return undefined;
      const passed = climbed(c, by, kind, world);
      // Whoever has it from now on is mailed of it in the morning.
      const next = passed.length > 0 ? remindsFromNext(clock, world) : remindsInTheMorning(clock, world);
      const overdue: NewEvent = {
        by,
        fact: { type: "reviewOverdue", stepNo, of: kind, lastDay },
        clocks: [next],
        messages: [{ kind: "newsMail", news: "reviewLate" }],
      };
      return { events: [overdue, ...passed.map((event) => ({ ...event, clocks: [] }))] };
    },
    awaited: () => ({
      fact: { type: "reviewReminded", stepNo, of: kind, lastDay },
      mail: askReviewer(stepNo, { ...c.review.reviewer, assignment: c.review.assignment }, lastDay),
    }),
  });
};
