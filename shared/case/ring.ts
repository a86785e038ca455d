import { type ClockChange, type ClockName, sameClock } from "#clock/clock.ts";
import type { Instant } from "#clock/instant.ts";
import { endOfDay, endOfPeriod, minutesLater, nextWorkingMorning, percentPassed } from "#clock/period.ts";
import { nextOf, type Ring } from "#clock/rings.ts";
import { clockRule } from "#directory/rules.ts";
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
import type { Actor, FactOf, Message, NewEvent, Notice } from "./event.ts";
import { isBelow, levelAbove, liftedTo } from "./levels.ts";
import { type CasePeriod, periodOf, ringsOf } from "./periods.ts";
import { inTransit, replaceExecution } from "./stations.ts";
import type { World } from "./world.ts";

const byClock = ({ kind, n }: ClockName): Actor => ({ kind: "clock", clock: { kind, n } });

const next = (clock: ClockName, nextAt: Instant): ClockChange => ({ change: "next", clock, nextAt });

/** A ring of one period, with what it needs to know: the rings that have come due, and the one after them. */
type Rung = { period: CasePeriod; due: Ring[]; after: Instant };

const rung = (c: Case, period: CasePeriod, world: World): Rung => {
  const rings = ringsOf(c, period, world);
  const due = rings.filter(({ at }) => at <= world.now);
  return { period, due, after: nextOf(rings, world.now) };
};

const came = ({ due }: Rung, what: Ring["what"]): Ring | undefined => due.findLast((ring) => ring.what === what);

/** What happened at a ring, before it is said what becomes of the clock. */
type Told = Omit<NewEvent, "clocks">;

/** A line in a person's next digest, about a turn that is theirs or was until now. */
const notice = (c: Open, { clock, lastDay }: CasePeriod, percent: number): Notice => {
  const { owner: to, stepNo, assignment } = c;
  return { kind: "notice", to, clock, percent, stepNo, assignment, lastDay };
};

/** 提醒: the owner is told once, of the highest share that has passed; lower ones that came with it are passed over. */
const remind = (c: Open, { period, due }: Rung): Told[] => {
  const { clock, lastDay } = period;
  const passedOver = due.flatMap(({ what, percent }) => (what === "notice" ? [percent] : []));
  const percent = passedOver.pop();
  if (percent === undefined) return [];
  const how = c.urgent ? "mail" : "digest";
  const { owner: to, stepNo, assignment } = c;
  const message: Message =
    how === "mail"
      ? { kind: "taskMail", to, ask: "reminded", stepNo, assignment, lastDay }
      : notice(c, period, percent);
  const fact = { type: "reminded", clock, percent, passedOver, to, how, lastDay } as const;
  return [{ by: byClock(clock), fact, messages: [message] }];
};

/** For a ring before the end with which nothing has to be done: how much of the time has passed. */
const shareReached = (
  { period: { clock, start, lastDay } }: Rung,
  { now }: World,
  lift?: FactOf<"shareReached">["lift"],
): Told => {
  const percent = percentPassed({ start, due: endOfDay(lastDay) }, now);
  const fact = { type: "shareReached", clock: clock.kind, percent, lastDay, ...(lift && { lift }) } as const;
  return { by: byClock(clock), fact, messages: [] };
};

/** What one ring comes to, and what becomes of its clock. */
const rang = (told: readonly Told[], change: ClockChange): Decision => ({
  events: told.map((event, at) => ({ ...event, clocks: at === told.length - 1 ? [change] : [] })),
});

/** A period's ring before its end: somebody is reminded, or it is noted that nothing has to be done. */
const early = (c: Case, ringing: Rung, world: World): Decision => {
  const reminders = isOpen(c) ? remind(c, ringing) : [];
  const told = reminders.length > 0 ? reminders : [shareReached(ringing, world)];
  return rang(told, next(ringing.period.clock, ringing.after));
};

/**
 * The deadline of a step has passed: the next level gets it. At the top and at the bureau: supervised from now on, and
 * reminded every working day, by the morning digest or, when urgent, by a mail of its own.
 */
const stepEnded = (c: Open, { period }: Rung, world: World): Decision => {
  const by = byClock(c.clock);
  const { stepNo, lastDay, assignment } = c;
  const to = c.status === "handling" ? levelAbove(c.level) : undefined;
  const late = notice(c, period, 100);
  if (c.status === "handling" && to !== undefined) {
    return happened(
      by,
      { type: "stepOverdue", stepNo, level: c.level, lastDay, to },
      [stop(c.clock, "rang"), startTransit(c, world)],
      [{ kind: "signal", stepNo, outcome: "overdue" }, late],
    );
  }
  const mail: Message[] = c.urgent
    ? [{ kind: "taskMail", to: c.owner, ask: "overdueAtTop", stepNo, assignment, lastDay }]
    : [];
  return happened(
    by,
    { type: "overdueAtTop", stepNo, level: c.level, lastDay },
    [next(c.clock, nextWorkingMorning(world.calendar, world.now))],
    c.reminded === 100 ? mail : [late, ...mail],
  );
};

/** Undelivered after the policy's days: a task for the author, and again after as many days. */
const deliveryEnded = (c: In<"answered">, { now, calendar, directory }: World): Decision => {
  const again = endOfPeriod(calendar, now, clockRule(directory, c, "delivery"));
  return happened(
    byClock(c.clock),
    { type: "deliveryOverdue", lastDay: c.deliverBy },
    [next(c.clock, again.due)],
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
const reviewEnded = (c: In<"answered">): Decision =>
  happened(
    byClock(c.clock),
    { type: "closed", how: "windowClosed", outcome: c.letter.outcome },
    [stop(c.clock, "rang")],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "closed" },
      { kind: "newsMail", news: "closed" },
    ],
  );

/** Nobody has been able to open the bureau's step in time; the clock keeps ringing until somebody has. */
const acceptEndedInTransit = (c: In<"registered">, world: World): Decision =>
  happened(byClock(acceptClock), { type: "statutoryOverdue", clock: "accept", lastDay: c.acceptBy }, [
    next(acceptClock, nextWorkingMorning(world.calendar, world.now)),
  ]);

/** The law's time for the answer is over: that goes on the record, and the step's own clock keeps driving the case. */
const answerEnded = (c: In<"accepted" | "handling">, { period }: Rung): Decision =>
  happened(
    byClock(handlingClock),
    { type: "statutoryOverdue", clock: "handling", lastDay: c.answerBy },
    [stop(handlingClock, "rang")],
    c.status === "handling" ? [notice(c, period, 100)] : [],
  );

/** Most of the law's time is gone and the case is still low in the chain: it moves up whatever its step clock says. */
const lift = (c: In<"handling">, { period, after }: Rung, percent: number, world: World): Decision =>
  happened(
    byClock(handlingClock),
    { type: "lifted", stepNo: c.stepNo, level: c.level, percent, answerBy: c.answerBy, to: liftedTo },
    [stop(c.clock, "overtaken"), next(handlingClock, after), startTransit(c, world)],
    [{ kind: "signal", stepNo: c.stepNo, outcome: "lifted" }, notice(c, period, percent)],
  );

/**
 * The statutory clock before its end. It lifts a case that is low in the chain once its share has passed; a case between
 * two steps has nobody to be reminded and may be low where it arrives, so it is looked at again when it has arrived.
 */
const answerShare = (c: In<"accepted" | "handling">, ringing: Rung, world: World): Decision => {
  const lifts = came(ringing, "lift");
  const isLow = isBelow(c.status === "handling" ? c.level : c.goingTo, liftedTo);
  const judged = lifts && (isLow ? "waits" : "notNeeded");
  if (c.status === "accepted") {
    const waits = judged === "waits" || came(ringing, "notice") !== undefined;
    const again = waits ? minutesLater(world.now, transitMinutes) : ringing.after;
    return rang([shareReached(ringing, world, judged)], next(handlingClock, again));
  }
  if (lifts !== undefined && isLow) return lift(c, ringing, lifts.percent, world);
  const noted = lifts === undefined ? [] : [shareReached(ringing, world, judged)];
  const told = [...noted, ...remind(c, ringing)];
  return rang(told.length > 0 ? told : [shareReached(ringing, world)], next(handlingClock, ringing.after));
};

const isOpen = (c: Case): c is Open => c.status === "screening" || c.status === "handling";

const ended = (c: Case, ringing: Rung, world: World): Decision => {
  switch (c.status) {
    case "registered":
      return acceptEndedInTransit(c, world);
    case "screening":
      return stepEnded(c, ringing, world);
    case "accepted":
      return answerEnded(c, ringing);
    case "handling":
      return ringing.period.clock.kind === "handling" ? answerEnded(c, ringing) : stepEnded(c, ringing, world);
    case "answered":
      return c.delivery === undefined ? deliveryEnded(c, world) : reviewEnded(c);
    case "closed":
    case "notAccepted":
      return nothingToDo;
  }
};

/** A clock of the case rings. A clock that the case no longer runs has nothing to say. */
export const ring = (c: Case, clock: ClockName, world: World): Decision => {
  if (inTransit(c) && sameClock(clock, c.transit)) return replaceExecution(c, "stuckInTransit", world);
  const period = periodOf(c, clock, world.directory);
  if (period === undefined) return nothingToDo;
  const ringing = rung(c, period, world);
  if (came(ringing, "end") !== undefined) return ended(c, ringing, world);
  return (c.status === "accepted" || c.status === "handling") && period.clock.kind === "handling"
    ? answerShare(c, ringing, world)
    : early(c, ringing, world);
};
