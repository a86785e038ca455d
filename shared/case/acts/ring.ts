import type { Actor } from "#case/state/actor.ts";
import { type Case, hasEnded, type In, isAnswered, isOpen, type Open } from "#case/state/case.ts";
import {
  answerClock,
  type Decision,
  type EventOfRing,
  happened,
  nothingToDo,
  startTransit,
  stepClocks,
  stop,
  stopped,
} from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { leadKinds } from "#case/state/lead.ts";
import type { Ask, Message, Notice } from "#case/state/message.ts";
import { type CasePeriod, isLow, isMailedAtOnce, periodOf, ringsOf, rungOf } from "#case/state/periods.ts";
import { promiseAt } from "#case/state/promise.ts";
import { answerLooksAgain, lawLooksAgain } from "#case/state/resting.ts";
import { isUnderReview } from "#case/state/review.ts";
import { clockOf, lastDayOf, periodClock } from "#case/state/running.ts";
import { deliveryTurn, wordTold } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type ClockName, type PeriodName, sameClock, untilOf } from "#clock/clock.ts";
import { endOfDay, endOfPeriod, nextWorkingMorning } from "#clock/period.ts";
import { nextOf, type Ring } from "#clock/rings.ts";
import { clockRule } from "#directory/rules.ts";
import { earlier, type Instant, type Until } from "#ground/instant.ts";
import { isBelow, levelAbove, liftedTo } from "#ground/levels.ts";
import { replaceExecution } from "./arrival.ts";
import { askToDeliver } from "./ask-to-deliver.ts";
import { assistanceDue } from "./assistance-watch.ts";
import { decisionDue } from "./awaited-decision.ts";
import { awaitedDecisions } from "./awaited-decisions.ts";
import { extensionDecisionDue } from "./extension-decision.ts";
import { followUpDue } from "./follow-up-watch.ts";
import { leadDue } from "./lead-watch.ts";
import { materialEnded } from "./material-ended.ts";
import { pressureDue } from "./pressure-answer.ts";
import { takenUp } from "./promise-taken-up.ts";
import { promiseDue, reviewEnds } from "./promise-watch.ts";
import { contestOver } from "./review-ended.ts";
import { reviewRings } from "./review-watch.ts";
import { asking, endsSettled, takenUpAnew } from "./settled.ts";
import { shareReached } from "./share-reached.ts";
import { standIn, standInForLetter } from "./stand-in.ts";
import { supervisionDue } from "./supervision-watch.ts";
import { tellsOwner, turnsOrdinary } from "./turns-ordinary.ts";
import { endsWithdrawn } from "./withdrawal.ts";

const named = ({ kind, n }: PeriodName): PeriodName => ({ kind, n });
const byClock = ({ kind, n }: ClockName): Actor => ({ kind: "clock", clock: { kind, n } });

/** The clock goes on. @param reminded the share that somebody has been reminded of with this ring. */
const next = ({ kind, n }: ClockName, nextAt: Instant, reminded?: number): ClockChange => ({
  change: "next",
  clock: { kind, n },
  nextAt,
  ...(reminded !== undefined && { reminded }),
});

/** A ring of one period, with what it needs to know: the rings that have come due, and the one after them. */
type RingDue = { period: CasePeriod; due: Ring[]; after: Instant };

const rung = (c: Case, period: CasePeriod, world: World): RingDue => {
  const rings = ringsOf(c, period, world);
  const due = rings.filter(({ at }) => at <= world.now);
  return { period, due, after: nextOf(rings, world.now) };
};

/** The shares whose notices have come due. */
const noticesDue = ({ due }: RingDue): number[] =>
  due.flatMap(({ what, percent }) => (what === "notice" ? [percent] : []));

/** Those of them that a ring passes over because it does more than remind; nothing when there are none. */
const passingOver = (ringing: RingDue, told?: number): { passedOver?: number[] } => {
  const passedOver = noticesDue(ringing).filter((percent) => percent !== told);
  return passedOver.length > 0 ? { passedOver } : {};
};

/** A line in a person's next digest, about a turn that is theirs or was until now. */
const notice = (c: Open, { clock }: CasePeriod, percent: number): Notice => {
  const { owner: to, stepNo, assignment } = c;
  return { kind: "notice", to, clock: named(clock), percent, stepNo, assignment, lastDay: untilOf(clock) };
};

/** A mail about the owner's turn, for what cannot wait until the next digest. */
const mail = ({ owner: to, stepNo, assignment }: Open, ask: Ask, lastDay: Until): Message => {
  return { kind: "taskMail", to, ask, stepNo, assignment, lastDay };
};

/**
 * 提醒: the owner, or who stands in while they are away, is told once, of the highest share that has passed; lower ones
 * that came with it are passed over.
 */
const remind = (before: Open, ringing: RingDue, world: World): EventOfRing[] => {
  const { period } = ringing;
  const { clock } = period;
  const lastDay = untilOf(clock);
  const passedOver = noticesDue(ringing);
  const percent = passedOver.pop();
  if (percent === undefined) return [];
  const { after: c, events } = standIn(before, { by: byClock(clock) }, world);
  const how = isMailedAtOnce(c, clock.kind) ? "mail" : "digest";
  const message = how === "mail" ? mail(c, "reminded", lastDay) : notice(c, period, percent);
  const fact = { type: "reminded", clock: named(clock), percent, passedOver, to: c.owner, how, lastDay } as const;
  // Whoever has just been mailed an urgent task needs no second mail that it is urgent.
  const messages = how === "mail" && events.length > 0 ? [] : [message];
  return [...events, { by: byClock(clock), fact, messages }];
};

/**
 * The petitioner is told that the case has moved up, or is late at its top. Not where the law's time for the answer is over
 * and about to say so: of one moment they read in one mail, and that one says most.
 */
const tellsPetitioner = (c: Open, { now }: World, news: "movedUp" | "late"): Message[] => {
  const isLateByLaw = c.status === "handling" && endOfDay(lastDayOf(c, "handling")) <= now;
  return isLateByLaw && clockOf(c, "handling")?.ranOut !== true ? [] : [{ kind: "newsMail", news }];
};

/** What one ring comes to, and what becomes of its clock. */
const rang = (told: readonly EventOfRing[], change: ClockChange): Decision => ({
  events: told.map((event, at) => ({ ...event, clocks: at === told.length - 1 ? [change] : [] })),
});

/** The share that somebody is reminded of among what a ring tells. */
const highest = (told: readonly EventOfRing[]): number | undefined =>
  told.flatMap(({ fact }) => (fact.type === "reminded" ? [fact.percent] : [])).at(-1);

/** Whether its owner was mailed that an urgent case is late: a reminder of the time that is left would tell less. */
const isToldLate = (c: Open): boolean => c.urgent === true && c.supervisedSince !== undefined;

/** A period's ring before its end: somebody is reminded, or it is noted that nothing has to be done. */
const early = (c: Case, ringing: RingDue, world: World): Decision => {
  const reminders = isOpen(c) && !isToldLate(c) ? remind(c, ringing, world) : [];
  const told = reminders.length > 0 ? reminders : [shareReached(ringing.period, world)];
  return rang(told, next(ringing.period.clock, ringing.after, highest(told)));
};

/**
 * The deadline of a step has passed, or that for acknowledging an urgent one: the next level gets it. At the top and at the bureau: supervised from now on, and
 * reminded every working day by the morning digest. When urgent, a mail of its own says so at once, to each owner once.
 */
const stepEnded = (c: Open, ringing: RingDue, world: World): Decision => {
  const { period } = ringing;
  const { clock } = period;
  const by = byClock(clock);
  const { stepNo } = c;
  const lastDay = untilOf(clock);
  const late = {
    lastDay,
    ...(clock.kind === "acknowledgement" && { unacknowledged: true as const }),
    ...passingOver(ringing),
  };
  const to = c.status === "handling" ? levelAbove(c.level) : undefined;
  if (c.status === "handling" && to !== undefined) {
    const others = stopped(c, stepClocks, "overtaken").filter(({ clock: other }) => !sameClock(other, clock));
    return happened(
      by,
      { type: "stepOverdue", stepNo, level: c.level, to, ...late },
      [stop(clock, "rang"), ...others, startTransit(c, world)],
      [{ kind: "signal", stepNo, outcome: "overdue" }, notice(c, period, 100), ...tellsPetitioner(c, world, "movedUp")],
    );
  }
  const isTold = period.reminded === 100;
  const { after, events } = standIn(c, { by }, world);
  const isMailed = isTold || events.length > 0;
  const mails = isMailed ? [] : [mail(after, "overdueAtTop", lastDay)];
  const told = c.urgent ? mails : isTold ? [] : [notice(after, period, 100)];
  // The bureau's lateness may have been told while the case was on its way there.
  const isToldPetitioner = c.status === "screening" ? c.supervisedSince !== undefined : isTold;
  const isNews = clock.kind !== "acknowledgement" && !isToldPetitioner;
  const messages = [...told, ...(isNews ? tellsPetitioner(c, world, "late") : [])];
  const fact = {
    type: "overdueAtTop",
    stepNo,
    level: c.level,
    ...late,
    ...(c.urgent && { urgent: c.urgent }),
  } as const;
  // That nobody has acknowledged it is told once: from then on the step's own end counts.
  const change =
    clock.kind === "acknowledgement"
      ? stop(clock, "rang")
      : next(clock, nextWorkingMorning(world.calendar, world.now), 100);
  return rang([...events, { by, fact, messages }], change);
};

/**
 * Most petitioners open their answer themselves. Who has not by the share that the policy names has it brought: that is
 * somebody's task while there is time for it, so that nobody's first mail about it is late.
 */
const deliveryShare = (c: In<"delivering">, ringing: RingDue, world: World): Decision => {
  const percent = noticesDue(ringing).at(-1);
  const { clock } = ringing.period;
  const asked =
    percent === undefined || c.deliveryAskedAt !== undefined ? [] : askToDeliver(c, "unopened", byClock(clock), world);
  const told = asked.length > 0 ? asked : [shareReached(ringing.period, world)];
  return rang(told, next(clock, ringing.after, percent));
};

/**
 * Undelivered after the policy's days: that is noted, again after as many days, and stands on the morning list of whoever
 * was asked to deliver it. It is mailed to who was not asked before.
 */
const deliveryEnded = (c: In<"delivering">, { period }: RingDue, world: World): Decision => {
  const { now, calendar, directory } = world;
  const { clock } = period;
  const by = byClock(clock);
  const again = endOfPeriod(calendar, now, clockRule(directory, c, "delivery"));
  const { stepNo } = c;
  const { lastDay } = clock;
  const turn = deliveryTurn(c);
  const { staff: to, assignment } = turn;
  const events = standInForLetter(c, turn, { by }, world);
  const isTold = c.deliveryAskedAt !== undefined || period.reminded === 100 || events.length > 0;
  const reminder: Message = { kind: "taskMail", to, ask: "deliver", stepNo, assignment, lastDay };
  const fact: FactOf<"deliveryOverdue"> = { type: "deliveryOverdue", lastDay };
  return rang([...events, { by, fact, messages: isTold ? [] : [reminder] }], next(clock, again.due, 100));
};

/** 履行: the promised day is over. The petitioner is asked whether it is done, and the owner to say so. */
const performanceEnded = (c: In<"performing">, ringing: RingDue, world: World): Decision => {
  const { clock } = ringing.period;
  const by = byClock(clock);
  const { stepNo } = c;
  const { after, events } = standIn(c, { by }, world);
  const confirmation = asking(c, world);
  const { lastDay } = confirmation.clock;
  const mails = events.length > 0 || c.settlement.reported !== undefined ? [] : [mail(after, "promiseDue", lastDay)];
  const fact = { type: "performanceDue", stepNo, lastDay: clock.lastDay, ...passingOver(ringing) } as const;
  return {
    events: [
      ...events.map((event) => ({ ...event, clocks: [] })),
      { by, fact, clocks: [stop(clock, "rang"), confirmation], messages: [asks, ...mails] },
    ],
  };
};

/** 承诺: the day that a delivered letter promised is over. Its author is asked as whoever has agreed to a settlement is. */
const promiseCame = (c: In<"window">, ringing: RingDue, world: World): Decision => {
  const { after, event } = takenUp(c, byClock(ringing.period.clock), "dayCame", world);
  const decision = performanceEnded(after, ringing, world);
  return "refused" in decision ? decision : { events: [{ ...event, clocks: [] }, ...decision.events] };
};

/** Who has not read a letter is not asked whether its promise is kept: that waits for its delivery. */
const promiseWaits = (ringing: RingDue, world: World): Decision =>
  rang(
    [shareReached(ringing.period, world)],
    next(ringing.period.clock, nextWorkingMorning(world.calendar, world.now)),
  );

/**
 * The time for review is over, but not what the letter promised: the case stays open until that is done. When the promised
 * day is over too, the mail of that asks for it.
 */
const reviewEndedFirst = (c: In<"window">, { period: { clock } }: RingDue, world: World): Decision => {
  const by = byClock(clock);
  const { after, event } = takenUp(c, by, "reviewOver", world);
  const { events } = standIn(after, { by }, world);
  const { promisedFor } = after.settlement;
  const isAskedNow = endOfDay(promisedFor) <= world.now;
  const messages = events.length > 0 || isAskedNow ? [] : [mail(after, "keepPromise", promisedFor)];
  return {
    events: [
      { ...event, clocks: [stop(clock, "rang")], messages },
      ...events.map((passed) => ({ ...passed, clocks: [] })),
    ],
  };
};

/** The other body has not said that it has the matter: the bureau asks it, and is reminded until it has. */
const transferSilent = (c: In<"transferring">, ringing: RingDue, world: World): Decision => {
  const { clock } = ringing.period;
  const by = byClock(clock);
  const { lastDay } = clock;
  const { after, events } = standIn(c, { by }, world);
  const isTold = ringing.period.reminded === 100 || events.length > 0;
  const fact = { type: "transferSilent", stepNo: c.stepNo, lastDay, ...passingOver(ringing) } as const;
  const messages = isTold ? [] : [mail(after, "chaseTransfer", lastDay)];
  return rang([...events, { by, fact, messages }], next(clock, nextWorkingMorning(world.calendar, world.now), 100));
};

const asks: Message = { kind: "newsMail", news: "performanceAsked" };

/** The petitioner has not said yet whether it is done. */
const askAgain = ({ stepNo }: In<"performing">, ringing: RingDue, world: World): Decision => {
  const { clock } = ringing.period;
  const percent = noticesDue(ringing).at(-1);
  if (percent === undefined) return rang([shareReached(ringing.period, world)], next(clock, ringing.after));
  const { lastDay } = clock;
  const fact = { type: "performanceAskedAgain", stepNo, percent, lastDay, ...passingOver(ringing, percent) } as const;
  return rang([{ by: byClock(clock), fact, messages: [asks] }], next(clock, ringing.after, percent));
};

/**
 * The petitioner's time to say whether it is done is over. Silence confirms nothing: the case ends, not as resolved, where the
 * owner has put on record what was done, and else the level takes it up anew.
 */
const confirmationEnded = (c: In<"performing">, ringing: RingDue, world: World): Decision => {
  const { clock } = ringing.period;
  const by = byClock(clock);
  const { stepNo, level } = c;
  const common = { stepNo, level, lastDay: clock.lastDay, ...passingOver(ringing) };
  return c.settlement.reported === undefined
    ? takenUpAnew(c, by, { type: "performanceUnreported", ...common }, "rang", world, [
        { kind: "newsMail", news: "performanceUnreported" },
      ])
    : endsSettled(c, by, (reopenUntil) => ({ type: "settlementUnconfirmed", ...common, reopenUntil }), "rang", world);
};

/** The petitioner has had the answer and its 30 days for review: the case ends as the answer said. */
const reviewEnded = (c: In<"window">, { period: { clock } }: RingDue): Decision =>
  happened(
    byClock(clock),
    { type: "closed", how: "windowClosed", outcome: c.letter.outcome },
    [stop(clock, "rang")],
    [
      { kind: "signal", stepNo: c.stepNo, outcome: "closed" },
      { kind: "newsMail", news: "closed" },
    ],
  );

/** Nobody has been able to open the bureau's step in time; the clock keeps ringing until somebody has. */
const acceptEndedInTransit = (c: In<"registered">, { period: { clock } }: RingDue, world: World): Decision =>
  happened(
    byClock(clock),
    { type: "statutoryOverdue", clock: "accept", lastDay: clock.lastDay },
    [next(clock, nextWorkingMorning(world.calendar, world.now))],
    c.supervisedSince === undefined ? [{ kind: "newsMail", news: "late" }] : [],
  );

/** The simple way's time is over: the case is handled as any other from now on, and nobody is late by law yet. */
const simpleTimeEnded = (c: In<"accepted" | "handling">, ringing: RingDue, world: World): Decision => {
  const { fact, change } = turnsOrdinary(c, "timePassed", world);
  return happened(
    byClock(answerClock(c)),
    { ...fact, ...passingOver(ringing) },
    [change],
    [...tellsOwner(c, fact), { kind: "newsMail", news: "turnedOrdinary" }],
  );
};

/** The law's time for the answer is over: that goes on the record, and the step's own clock keeps driving the case. */
const answerEnded = (
  c: In<"accepted" | "handling" | "merged" | "transferring">,
  ringing: RingDue,
  world: World,
): Decision => {
  if (c.track === "simple" && (c.status === "accepted" || c.status === "handling"))
    return simpleTimeEnded(c, ringing, world);
  const { clock } = ringing.period;
  return happened(
    byClock(answerClock(c)),
    { type: "statutoryOverdue", clock: "handling", lastDay: clock.lastDay, ...passingOver(ringing) },
    [{ ...stop(answerClock(c), "rang"), stays: true }],
    [...(isOpen(c) ? [notice(c, ringing.period, 100)] : []), { kind: "newsMail", news: "late" }],
  );
};

/**
 * Most of the law's time is gone and the case is still low in the chain: it moves up whatever its step clock says. Its
 * owner is told by the line for that share, unless a new policy lifts at one that was told before.
 */
const lift = (c: In<"handling">, ringing: RingDue, percent: number, world: World): Decision => {
  const { stepNo, level } = c;
  const { period, after } = ringing;
  const { lastDay: answerBy } = period.clock;
  const isTold = period.reminded >= percent;
  return happened(
    byClock(answerClock(c)),
    { type: "lifted", stepNo, level, percent, answerBy, to: liftedTo, ...passingOver(ringing, percent) },
    [...stopped(c, stepClocks, "overtaken"), next(answerClock(c), after, percent), startTransit(c, world)],
    [
      { kind: "signal", stepNo, outcome: "lifted" },
      ...(isTold ? [] : [notice(c, period, percent)]),
      { kind: "newsMail", news: "movedUp" },
    ],
  );
};

/**
 * The statutory clock before its end. A case between two steps has nobody to be reminded, so it is looked at again when
 * it has arrived; whether it is too late for where it is going, the next step's opening decides.
 */
const answerShare = (c: In<"accepted" | "handling">, ringing: RingDue, world: World): Decision => {
  const judgement = c.status === "accepted" && isBelow(c.goingTo, liftedTo) ? "waits" : "notNeeded";
  const judged = ringing.due.some(({ what }) => what === "lift") ? judgement : undefined;
  if (c.status === "accepted") {
    const isOwed = noticesDue(ringing).length > 0;
    const again = isOwed ? earlier(nextWorkingMorning(world.calendar, world.now), ringing.after) : ringing.after;
    return rang([shareReached(ringing.period, world, judged)], next(answerClock(c), again));
  }
  const noted = judged === undefined ? [] : [shareReached(ringing.period, world, judged)];
  const told = [...noted, ...remind(c, ringing, world)];
  return rang(
    told.length > 0 ? told : [shareReached(ringing.period, world)],
    next(answerClock(c), ringing.after, highest(told)),
  );
};

const ended = (c: Case, ringing: RingDue, world: World): Decision => {
  if (hasEnded(c)) return nothingToDo;
  switch (c.status) {
    case "registered":
      return acceptEndedInTransit(c, ringing, world);
    case "screening":
      return stepEnded(c, ringing, world);
    case "transferring":
      return ringing.period.clock.kind === "handling"
        ? answerEnded(c, ringing, world)
        : transferSilent(c, ringing, world);
    case "accepted":
    case "merged":
      return answerEnded(c, ringing, world);
    case "handling":
      if (ringing.period.clock.kind === "material") return materialEnded(c, world);
      return ringing.period.clock.kind === "handling" ? answerEnded(c, ringing, world) : stepEnded(c, ringing, world);
    case "performing":
      if (ringing.period.clock.kind === "review") {
        return rang([shareReached(ringing.period, world)], stop(ringing.period.clock, "rang"));
      }
      return ringing.period.clock.kind === "performance"
        ? performanceEnded(c, ringing, world)
        : confirmationEnded(c, ringing, world);
    case "withdrawing":
      // Whoever was told that the petitioner was pressed is late: nothing is over before they have answered.
      return wordTold(c) === undefined
        ? endsWithdrawn(c, world)
        : rang(
            [shareReached(ringing.period, world)],
            next(ringing.period.clock, nextWorkingMorning(world.calendar, world.now)),
          );
    case "delivering":
      return ringing.period.clock.kind === "performance"
        ? promiseWaits(ringing, world)
        : deliveryEnded(c, ringing, world);
    case "window":
      if (ringing.period.clock.kind === "performance") {
        // What its author promised for all of it waits until the answer is contested no more.
        return c.review === undefined ? promiseCame(c, ringing, world) : promiseWaits(ringing, world);
      }
      if (c.review !== undefined) return contestOver(c, byClock(ringing.period.clock), ringing.period.clock, world);
      if (c.promised !== undefined) return reviewEnds(c, ringing.period.clock);
      return clockOf(c, "performance") === undefined ? reviewEnded(c, ringing) : reviewEndedFirst(c, ringing, world);
  }
};

/** A clock of the case rings. A clock that the case no longer runs has nothing to say. */
export const ring = (c: Case, clock: ClockName, world: World): Decision => {
  const watch = clockOf(c, "transit")?.clock;
  if (watch !== undefined && sameClock(clock, watch)) return replaceExecution(c, "stuckInTransit", world);
  if (clock.kind === "decision") return c.status === "handling" ? extensionDecisionDue(c, clock, world) : nothingToDo;
  if (clock.kind === "assistance") return c.status === "handling" ? assistanceDue(c, clock, world) : nothingToDo;
  if (clock.kind === "followUp") return c.status === "closed" ? followUpDue(c, clock, world) : nothingToDo;
  if (clock.kind === "pressure") return pressureDue(c, clock, world);
  const awaited = awaitedDecisions.find((one) => one.clock === clock.kind);
  if (awaited !== undefined) return c.status === "handling" ? decisionDue(awaited, c, clock, world) : nothingToDo;
  if (isUnderReview(c) && (clock.kind === "reviewAccept" || clock.kind === "reviewDecision")) {
    return reviewRings(c, clock, world);
  }
  if (isAnswered(c) && promiseAt(c, clock) !== undefined) return promiseDue(c, clock, world);
  const period = periodOf(c, clock, world.directory);
  if (period === undefined) return nothingToDo;
  const ringing = rung(c, period, world);
  const isLeaders = leadKinds.some((kind) => kind === clock.kind);
  // What is handled in another case waits with whatever a leader has in hand of it.
  if (isLeaders && c.status === "merged") {
    const nextAt = nextWorkingMorning(world.calendar, world.now);
    return { events: [{ ...shareReached(period, world), clocks: [{ change: "next", clock, nextAt }] }] };
  }
  if (isLeaders && c.status !== "withdrawing") return leadDue(c, clock, world);
  if (c.status === "performing" && period.clock.kind === "handling") {
    return rang([shareReached(ringing.period, world)], next(answerClock(c), answerLooksAgain(c, world)));
  }
  if (c.status === "withdrawing" && period.clock.kind !== "withdrawal") {
    const { due } = periodClock(c, "withdrawal");
    return rang([shareReached(ringing.period, world)], next(period.clock, lawLooksAgain(due, world)));
  }
  if (clock.kind === "supervisionDecision" || clock.kind === "feedback") return supervisionDue(c, clock, world);
  const [first] = rungOf(c, ringing.due);
  if (first?.what === "lift" && isLow(c)) return lift(c, ringing, first.percent, world);
  if (first?.what === "end") return ended(c, ringing, world);
  if (c.status === "performing" && period.clock.kind === "confirmation") return askAgain(c, ringing, world);
  if (c.status === "delivering" && period.clock.kind === "delivery") return deliveryShare(c, ringing, world);
  return (c.status === "accepted" || c.status === "handling") && period.clock.kind === "handling"
    ? answerShare(c, ringing, world)
    : early(c, ringing, world);
};
