import { type ClockChange, type ClockName, sameClock } from "#clock/clock.ts";
import type { Instant } from "#clock/instant.ts";
import { endOfDay, endOfPeriod, minutesLater, nextWorkingMorning } from "#clock/period.ts";
import type { Case, In, Open } from "./case.ts";
import {
  acceptClock,
  type Decision,
  handlingClock,
  happened,
  nothingToDo,
  startTransit,
  stop,
  transitMinutes,
} from "./decision.ts";
import { isBelow, levelAbove, liftedTo } from "./levels.ts";
import { replaceExecution } from "./stations.ts";
import type { World } from "./world.ts";

/** The deadline of a step has passed: the next level gets it. At the top and at the bureau: reminded every working day. */
const stepRang = (c: Open, world: World): Decision => {
  const by = { kind: "clock", clock: c.clock } as const;
  const { stepNo, lastDay, assignment } = c;
  const to = c.status === "handling" ? levelAbove(c.level) : undefined;
  if (c.status === "handling" && to !== undefined) {
    return happened(
      by,
      { type: "stepOverdue", stepNo, level: c.level, lastDay, to },
      [stop(c.clock, "rang"), startTransit(c, world)],
      [{ kind: "signal", stepNo, outcome: "overdue" }],
    );
  }
  return happened(
    by,
    { type: "overdueAtTop", stepNo, level: c.level, lastDay },
    [{ change: "next", clock: c.clock, nextAt: nextWorkingMorning(world.calendar, world.now) }],
    [{ kind: "taskMail", to: c.owner, ask: "overdueAtTop", stepNo, assignment, lastDay }],
  );
};

/** Undelivered after the policy's days: a task for the author, and again after as many days. */
const deliveryRang = (c: In<"answered">, { now, calendar, directory }: World): Decision => {
  const again = endOfPeriod(calendar, now, directory.policy.clocks.delivery);
  return happened(
    { kind: "clock", clock: c.clock },
    { type: "deliveryOverdue", lastDay: c.deliverBy },
    [{ change: "next", clock: c.clock, nextAt: again.due }],
    [
      {
        kind: "taskMail",
        to: c.answeredBy.staff,
        ask: "deliver",
        stepNo: c.stepNo,
        assignment: 1,
        lastDay: c.deliverBy,
      },
    ],
  );
};

/** The petitioner has had the answer and its 30 days for review: the case ends as the answer said. */
const reviewRang = (c: In<"answered">): Decision =>
  happened(
    { kind: "clock", clock: c.clock },
    { type: "closed", how: "windowClosed", outcome: c.letter.outcome },
    [stop(c.clock, "rang")],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "closed" },
      { kind: "newsMail", news: "closed" },
    ],
  );

/**
 * The statutory clock rings twice: when most of its time is gone, and at its end. A case that is still low in the chain
 * at the first ring moves up whatever its step clock says; one that is between two steps is looked at again when it has
 * arrived. At the end the lateness goes on the record, and the step's own clock keeps driving the case.
 */
const handlingRang = (c: In<"accepted" | "handling">, world: World): Decision => {
  const by = { kind: "clock", clock: handlingClock } as const;
  const due = endOfDay(c.answerBy);
  if (world.now >= due) {
    const late = { type: "statutoryOverdue", clock: "handling", lastDay: c.answerBy } as const;
    return happened(by, late, [stop(handlingClock, "rang")]);
  }
  const percent = world.directory.policy.liftAt;
  const again = (nextAt: Instant): ClockChange => ({ change: "next", clock: handlingClock, nextAt });
  const level = c.status === "handling" ? c.level : c.goingTo;
  const isLow = isBelow(level, liftedTo);
  if (c.status === "handling" && isLow) {
    return happened(
      by,
      { type: "lifted", stepNo: c.stepNo, level: c.level, percent, answerBy: c.answerBy, to: liftedTo },
      [stop(c.clock, "overtaken"), again(due), startTransit(c, world)],
      [{ kind: "signal", stepNo: c.stepNo, outcome: "lifted" }],
    );
  }
  const noted = { type: "shareReached", clock: "handling", percent, lastDay: c.answerBy } as const;
  return happened(by, noted, [again(isLow ? minutesLater(world.now, transitMinutes) : due)]);
};

/** Nobody has been able to open the bureau's step in time; the clock keeps ringing until somebody has. */
const acceptRangInTransit = (c: In<"registered">, world: World): Decision =>
  happened({ kind: "clock", clock: acceptClock }, { type: "statutoryOverdue", clock: "accept", lastDay: c.acceptBy }, [
    { change: "next", clock: acceptClock, nextAt: nextWorkingMorning(world.calendar, world.now) },
  ]);

/** A clock of the case rings. A clock that the case no longer runs has nothing to say. */
export const ring = (c: Case, clock: ClockName, world: World): Decision => {
  switch (c.status) {
    case "registered":
      if (sameClock(clock, c.transit)) return replaceExecution(c, "stuckInTransit", world);
      return sameClock(clock, acceptClock) ? acceptRangInTransit(c, world) : nothingToDo;
    case "accepted":
      if (sameClock(clock, c.transit)) return replaceExecution(c, "stuckInTransit", world);
      return sameClock(clock, handlingClock) ? handlingRang(c, world) : nothingToDo;
    case "screening":
      return sameClock(clock, c.clock) ? stepRang(c, world) : nothingToDo;
    case "handling":
      if (sameClock(clock, c.clock)) return stepRang(c, world);
      return sameClock(clock, handlingClock) ? handlingRang(c, world) : nothingToDo;
    case "answered":
      if (!sameClock(clock, c.clock)) return nothingToDo;
      return c.delivery === undefined ? deliveryRang(c, world) : reviewRang(c);
    case "closed":
    case "notAccepted":
      return nothingToDo;
  }
};
