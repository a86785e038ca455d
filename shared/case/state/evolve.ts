import type { ClockChange, ClockName, PeriodClock, PeriodKind } from "#clock/clock.ts";
import { endOfDay } from "#clock/period.ts";
import type { Level } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";
import { acceptClock } from "./decision.ts";
import type { CaseEvent, FactOf } from "./event.ts";

/** The history does not make sense: an event does not fit the state before it. Never expected; never ignored. */
export class BrokenHistory extends Error {
  override name = "BrokenHistory";
}

const broken = (event: CaseEvent, what: string): BrokenHistory =>
  new BrokenHistory(`${event.caseId} event ${event.seq} (${event.fact.type}): ${what}`);

const oneOf = <S extends Case["status"]>(c: Case | undefined, event: CaseEvent, ...statuses: S[]): In<S> => {
  const fits = (x: Case | undefined): x is In<S> => statuses.some((s) => s === x?.status);
  if (!fits(c)) throw broken(event, `the case is ${c?.status ?? "not there"}, expected ${statuses.join(" or ")}`);
  return c;
};

const started = (event: CaseEvent, kind: PeriodKind): PeriodClock | undefined => {
  for (const change of event.clocks) {
    if (change.change === "start" && change.clock.family !== "watch" && change.clock.kind === kind) return change.clock;
  }
  return undefined;
};

const need = (event: CaseEvent, kind: PeriodKind): PeriodClock => {
  const clock = started(event, kind);
  if (clock === undefined) throw broken(event, `it starts no ${kind} clock`);
  return clock;
};

const transitOf = (event: CaseEvent): ClockName => {
  for (const change of event.clocks) {
    if (change.change === "start" && change.clock.kind === "transit") return nameOf(change.clock);
  }
  throw broken(event, "it starts no transit clock");
};

const nameOf = ({ kind, n }: ClockName): ClockName => ({ kind, n });

const countStarted = (before: Record<string, number>, changes: ClockChange[]): Record<string, number> => {
  const after = { ...before };
  for (const change of changes) if (change.change === "start") after[change.clock.kind] = change.clock.n;
  return after;
};

/** What every status shares, brought up to the event. Its clock counts and its place in the history come from here alone. */
const carried = (c: Case, event: CaseEvent) => ({
  v: c.v,
  id: c.id,
  version: event.seq,
  epoch: c.epoch,
  head: event.hash,
  category: c.category,
  community: c.community,
  about: c.about,
  registeredAt: c.registeredAt,
  stepNo: c.stepNo,
  responsible: c.responsible,
  handedBackBy: c.handedBackBy,
  clocksStarted: countStarted(c.clocksStarted, event.clocks),
  ...(c.urgent && { urgent: c.urgent }),
  ...(c.extensionDecided !== undefined && { extensionDecided: c.extensionDecided }),
});

const registered = (event: CaseEvent, fact: FactOf<"registered">): Case => ({
  v: 1,
  id: event.caseId,
  version: event.seq,
  epoch: 1,
  head: event.hash,
  category: fact.category,
  community: fact.community,
  about: fact.about,
  ...(fact.urgent && { urgent: fact.urgent }),
  registeredAt: event.at,
  stepNo: 0,
  responsible: fact.responsible,
  handedBackBy: [],
  clocksStarted: countStarted({}, event.clocks),
  status: "registered",
  transit: transitOf(event),
  acceptBy: need(event, "accept").lastDay,
});

/** The statutory clock of an accepted case, and the supervision of its lateness, go with it from step to step. */
const answerClock = ({
  acceptedAt,
  answerBy,
  answerReminded,
  liftJudged,
  supervisedSince,
}: In<"accepted" | "handling">) => ({
  acceptedAt,
  answerBy,
  ...(answerReminded !== undefined && { answerReminded }),
  ...(liftJudged && { liftJudged }),
  ...(supervisedSince !== undefined && { supervisedSince }),
});

const toLevel = (c: In<"handling">, event: CaseEvent, goingTo: Level): In<"accepted"> => ({
  ...carried(c, event),
  ...answerClock(c),
  status: "accepted",
  goingTo,
  sentBy: event.by.kind === "clock" ? "clock" : "person",
  transit: transitOf(event),
});

const stepOpened = (c: In<"registered" | "accepted">, event: CaseEvent, fact: FactOf<"stepOpened">): Case => {
  const { stepNo, owner, unit, because } = fact;
  const step = { ...carried(c, event), stepNo, owner, unit, because, assignment: 1, openedAt: event.at };
  if (c.status === "registered") {
    const { acceptBy: lastDay, supervisedSince } = c;
    const late = supervisedSince !== undefined && { supervisedSince };
    return { ...step, ...late, status: "screening", level: "bureau", clock: acceptClock, lastDay };
  }
  const clock = need(event, "step");
  return {
    ...step,
    ...answerClock(c),
    status: "handling",
    level: c.goingTo,
    clock: nameOf(clock),
    lastDay: clock.lastDay,
  };
};

const delivered = (c: In<"answered">, event: CaseEvent, fact: FactOf<"delivered">): Case => {
  const review = need(event, "review");
  const delivery = { at: event.at, how: fact.how, on: fact.on, reviewUntil: review.lastDay };
  return { ...c, ...carried(c, event), clock: nameOf(review), delivery };
};

/** The states in which clocks run. */
const running = ["registered", "screening", "accepted", "handling", "answered"] as const;

/** The day that the state holds for a clock, replaced. */
const clockMoved = (c: In<(typeof running)[number]>, event: CaseEvent, { clock, to }: FactOf<"clockMoved">): Case => {
  switch (c.status) {
    case "registered":
      return { ...c, ...carried(c, event), acceptBy: to };
    case "screening":
      return { ...c, ...carried(c, event), lastDay: to };
    case "accepted":
      return { ...c, ...carried(c, event), answerBy: to };
    case "handling":
      return { ...c, ...carried(c, event), ...(clock.kind === "handling" ? { answerBy: to } : { lastDay: to }) };
    case "answered":
      return c.delivery === undefined
        ? { ...c, ...carried(c, event), deliverBy: to }
        : { ...c, ...carried(c, event), delivery: { ...c.delivery, reviewUntil: to } };
  }
};

/**
 * The state after one more event. Pure, and total over every event that `decide` can give:
 * any prefix of a history replays to the state that the record had then.
 * @throws BrokenHistory when the event does not fit the state.
 */
export const evolve = (before: Case | undefined, event: CaseEvent): Case => {
  const { fact } = event;
  if (fact.type === "registered") {
    if (before !== undefined) throw broken(event, "the case is there already");
    return registered(event, fact);
  }
  switch (fact.type) {
    case "accepted": {
      const c = oneOf(before, event, "registered", "screening");
      const transit = c.status === "registered" ? c.transit : transitOf(event);
      const answerBy = need(event, "handling").lastDay;
      return {
        ...carried(c, event),
        status: "accepted",
        acceptedAt: event.at,
        answerBy,
        goingTo: fact.startAt,
        sentBy: "person",
        transit,
      };
    }
    case "notAccepted": {
      const c = oneOf(before, event, "screening");
      const { ground, explanation } = fact;
      return { ...carried(c, event), status: "notAccepted", closedAt: event.at, ground, explanation };
    }
    case "stepOpened":
      return stepOpened(oneOf(before, event, "registered", "accepted"), event, fact);
    case "levelSkipped": {
      const c = oneOf(before, event, "accepted");
      const isJudged = fact.reason === "lateByLaw" || c.liftJudged;
      return {
        ...c,
        ...carried(c, event),
        ...(isJudged && { liftJudged: true }),
        stepNo: fact.stepNo,
        goingTo: fact.to,
        transit: transitOf(event),
      };
    }
    case "acknowledged": {
      const c = oneOf(before, event, "screening", "handling");
      const responsible = { unit: fact.unit, staff: fact.staff };
      return { ...c, ...carried(c, event), acknowledgedAt: event.at, responsible };
    }
    case "settlementProposed": {
      const c = oneOf(before, event, "handling");
      return { ...c, ...carried(c, event), settlement: { terms: fact.terms, proposedAt: event.at } };
    }
    case "settlementDeclined":
    case "settlementLapsed": {
      const { settlement: _, ...c } = oneOf(before, event, "handling");
      return { ...c, ...carried(c, event) };
    }
    case "settlementConfirmed": {
      const c = oneOf(before, event, "handling");
      return { ...carried(c, event), status: "closed", closedAt: event.at, how: "settled", outcome: "resolved" };
    }
    case "replied": {
      const c = oneOf(before, event, "handling");
      const delivery = need(event, "delivery");
      const author = { unit: fact.unit, staff: fact.staff };
      return {
        ...carried(c, event),
        status: "answered",
        stepNo: fact.stepNo + 1,
        responsible: author,
        acceptedAt: c.acceptedAt,
        answeredAt: event.at,
        answeredBy: author,
        level: c.level,
        letter: fact.letter,
        deliverBy: delivery.lastDay,
        clock: nameOf(delivery),
      };
    }
    case "reportedUpward":
    case "stepOverdue":
      return toLevel(oneOf(before, event, "handling"), event, fact.to);
    case "lifted": {
      const c = toLevel(oneOf(before, event, "handling"), event, fact.to);
      return { ...c, answerReminded: Math.max(c.answerReminded ?? 0, fact.percent), liftJudged: true };
    }
    case "handedBack": {
      const c = toLevel(oneOf(before, event, "handling"), event, fact.to);
      return { ...c, handedBackBy: [...c.handedBackBy, fact.level] };
    }
    case "reassigned": {
      const because = fact.how === "byOwner" ? "reassigned" : fact.because;
      const held = oneOf(before, event, "screening", "handling", "answered");
      if (held.status === "answered") {
        const deliverer = { staff: fact.to, assignment: fact.assignment, because };
        return { ...held, ...carried(held, event), deliverer };
      }
      const { acknowledgedAt: _, ...c } = held;
      return { ...c, ...carried(c, event), owner: fact.to, because, assignment: fact.assignment };
    }
    case "extensionAsked": {
      const c = oneOf(before, event, "handling");
      const { days, reason, head, assignment } = fact;
      return { ...c, ...carried(c, event), extension: { days, reason, askedAt: event.at, head, assignment } };
    }
    case "extensionApproved": {
      const { extension: _, supervisedSince, ...c } = oneOf(before, event, "handling");
      const { answerBy, lastDay } = fact;
      // Only the step can have been late; its new end may have passed all the same.
      const late = supervisedSince !== undefined && endOfDay(lastDay) <= event.at && { supervisedSince };
      return { ...c, ...carried(c, event), ...late, answerBy, lastDay, extensionDecided: "approved" };
    }
    case "extensionRefused": {
      const { extension: _, ...c } = oneOf(before, event, "handling");
      return { ...c, ...carried(c, event), extensionDecided: "refused" };
    }
    case "overdueAtTop": {
      const c = oneOf(before, event, "screening", "handling");
      return { ...c, ...carried(c, event), reminded: 100, supervisedSince: c.supervisedSince ?? event.at };
    }
    case "statutoryOverdue": {
      const c = oneOf(before, event, "registered", "accepted", "handling");
      const late = { ...carried(c, event), supervisedSince: c.supervisedSince ?? event.at };
      return c.status === "registered" ? { ...c, ...late } : { ...c, ...late, answerReminded: 100 };
    }
    case "reminded": {
      const c = oneOf(before, event, "screening", "handling");
      const { percent } = fact;
      return c.status === "handling" && fact.clock.kind === "handling"
        ? { ...c, ...carried(c, event), answerReminded: percent }
        : { ...c, ...carried(c, event), reminded: percent };
    }
    case "shareReached": {
      const c = oneOf(before, event, ...running);
      const isJudged = fact.lift === "notNeeded" && (c.status === "accepted" || c.status === "handling");
      return isJudged ? { ...c, ...carried(c, event), liftJudged: true } : { ...c, ...carried(c, event) };
    }
    case "clockReleased": {
      const c = oneOf(before, event, ...running);
      return { ...c, ...carried(c, event) };
    }
    case "clockMoved":
      return clockMoved(oneOf(before, event, ...running), event, fact);
    case "delivered":
      return delivered(oneOf(before, event, "answered"), event, fact);
    case "deliveryOverdue": {
      const c = oneOf(before, event, "answered");
      return { ...c, ...carried(c, event), reminded: 100 };
    }
    case "closed": {
      const c = oneOf(before, event, "answered");
      const { how, outcome } = fact;
      return { ...carried(c, event), status: "closed", closedAt: event.at, how, outcome, letter: c.letter };
    }
    case "executionReplaced": {
      const c = oneOf(before, event, ...running);
      const moved = { ...carried(c, event), epoch: fact.epoch };
      return c.status === "registered" || c.status === "accepted"
        ? { ...c, ...moved, transit: transitOf(event) }
        : { ...c, ...moved };
    }
  }
};
