import type { Actor } from "#case/state/actor.ts";
import type { Case, In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, happened, nothingToDo, startPeriod, stopped } from "#case/state/decision.ts";
import type { Fact, FactOf } from "#case/state/event.ts";
import type { Outcome } from "#case/state/facts/answer.ts";
import type { FollowUp } from "#case/state/facts/follow-up.ts";
import type { Message } from "#case/state/message.ts";
import { periodOf, ringsOf } from "#case/state/periods.ts";
import { lastDayOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours, nextWorkingMorning } from "#clock/period.ts";
import type { FollowedUp } from "#clock/policy.ts";
import { nextOf } from "#clock/rings.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import { isComplainedAbout } from "#directory/recusal.ts";
import { isAtWork } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import { unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { climbsTo, passTurnOn, whatIsAwaited } from "./awaited.ts";
import type { Asked, Occasion } from "./unable.ts";

/** What supports something, wholly or in part: only then there is anything to be done. */
const supports: readonly Outcome[] = ["resolved", "promised", "partly", "adopted", "adoptedInPart"];

/** How a case ends with a fact, as the policy names the ends that are followed up; nothing where it does not end so. */
const endOf = (fact: Fact): FollowedUp | undefined => {
  switch (fact.type) {
    case "settlementConfirmed":
      return "settled";
    case "settlementUnconfirmed":
      return "unconfirmed";
    case "closed":
      if (fact.how === "promisesKept" || fact.how === "unconfirmed") return fact.how;
      return fact.outcome !== undefined && supports.includes(fact.outcome) ? "supported" : undefined;
    default:
      return undefined;
  }
};

/** The two times for a call at the end of a step: that of its caller, and that of the bureau's head after a silence. */
const clockAt = ({ stepNo }: Case, which: "first" | "last"): number => 2 * stepNo + (which === "last" ? 1 : 0);

const starts = (c: Case, which: "first" | "last", world: World) =>
  startPeriod(
    { kind: "followUp", n: clockAt(c, which) },
    { rule: clockRule(world.directory, c, "followUp"), start: world.now, urgent: false },
    world,
  );

/**
 * The decision, with the time for a follow-up where the case ends by it in a way that the policy follows up. Who calls is chosen
 * on the working morning after. A case is followed up until one of its calls has had it taken up anew; nobody is called who
 * left no name, as nobody could know whom they speak with.
 */
export const withFollowUp = (c: Case, decision: Decision, world: World): Decision => {
  if ("refused" in decision || c.followedUp === true || c.unnamed === true) return decision;
  const { calendar, directory, now } = world;
  return {
    events: decision.events.map((event) => {
      const end = endOf(event.fact);
      if (end === undefined || !directory.policy.followUpAfter.includes(end)) return event;
      const clock = { ...starts(c, "first", world), nextAt: nextWorkingMorning(calendar, now) };
      return { ...event, clocks: [...event.clocks, clock] };
    }),
  };
};

/** Whether somebody had a hand in a case, or holds what came of it: they were mailed of it as theirs, or did something to it. */
const hadHandIn = (c: Case, { id }: Pick<Staff, "id">): boolean =>
  c.hands?.includes(id) === true || c.responsible.staff === id;

/** The units beside one: of its level, and not of those that a leader's office is. */
const beside = (directory: Directory, unit: UnitId): UnitId[] => {
  const own = unitNow(directory, unit);
  return own === undefined || own.level === "leader"
    ? []
    : directory.units.filter(({ id, level }) => level === own.level && id !== own.id).map(({ id }) => id);
};

/**
 * 回访人: somebody outside the chain: an officer of the bureau who had no hand in the case, or else its head, or else somebody of a
 * unit beside the one that answered, of which nobody had. Calls are spread over them by the id of the case.
 * @returns nothing where nobody is left
 */
export const callerFor = (c: In<"closed">, { on, unreachable }: Asked, directory: Directory): Staff | undefined => {
  const may = (one: Staff): boolean =>
    !hadHandIn(c, one) &&
    !isComplainedAbout(directory, c.about, one) &&
    !unreachable.includes(one.id) &&
    isAtWork(directory, one.id, on);
  const bureau = unitNow(directory, directory.district.bureau);
  const ofBureau = directory.staff.filter((one) => one.unit === bureau?.id && may(one));
  const outside = beside(directory, c.endedBy).filter(
    (unit) => !directory.staff.some((one) => one.unit === unit && hadHandIn(c, one)),
  );
  const pools = [
    ofBureau.filter(({ id }) => id !== bureau?.head),
    ofBureau,
    directory.staff.filter((one) => outside.includes(one.unit) && may(one)),
  ];
  const pool = pools.find(({ length }) => length > 0) ?? [];
  const turn = [...c.id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return pool[turn % pool.length];
};

/** The head of the bureau, whose call it is after a silence, unless they had a hand in the case. */
const headFor = (c: In<"closed">, on: DistrictDate, directory: Directory): Staff | undefined => {
  const head = unitNow(directory, directory.district.bureau)?.head;
  const person = directory.staff.find(({ id }) => id === head);
  const may = person && !hadHandIn(c, person) && !isComplainedAbout(directory, c.about, person);
  return may && isAtWork(directory, person.id, on) ? person : undefined;
};

/** Asks whoever calls, by a mail with their link. */
const askCaller = (
  { stepNo }: Case,
  { caller, assignment }: Pick<FollowUp, "caller" | "assignment">,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: caller.staff, ask: "followUp", stepNo, assignment, lastDay });

/** It is over, and its time with it. */
export const followUpEnds = (
  c: In<"closed">,
  by: Actor,
  told: Pick<FactOf<"followUpOver">, "how" | "said">,
  why: "done" | "rang" = "done",
): Decision => happened(by, { type: "followUpOver", stepNo: c.stepNo, ...told }, stopped(c, ["followUp"], why));

/** A call that its caller cannot make passes on. @returns the event that says so, or none */
export const passFollowUpOn = (c: Case, occasion: Occasion, world: World): EventOfRing[] => {
  if (c.status !== "closed" || c.followUp === undefined) return [];
  const { caller, assignment } = c.followUp;
  return passTurnOn(c, { staff: caller.staff, stepNo: c.stepNo, assignment }, occasion, world, {
    next: (asked) => callerFor(c, asked, world.directory),
    told: (passed) => ({
      fact: { type: "followUpPassedOn", ...passed },
      mail: askCaller(c, { caller: passed.to, assignment: passed.assignment }, lastDayOf(c, "followUp")),
    }),
  });
};

/** The morning after the end: somebody outside the chain is asked to call. */
const opens = (c: In<"closed">, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  const period = periodOf(c, clock, world.directory);
  if (period === undefined) return nothingToDo;
  const by: Actor = { kind: "clock", clock };
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const person = callerFor(c, { on, unreachable: [] }, world.directory);
  if (person === undefined) return followUpEnds(c, by, { how: "nobody" }, "rang");
  const to = { unit: person.unit, staff: person.id };
  const assignment = nextTurn(c);
  const callBy = lastDayOf(c, "followUp");
  return happened(
    by,
    { type: "followUpOpened", stepNo: c.stepNo, to, assignment, callBy },
    [{ change: "next", clock, nextAt: nextOf(ringsOf(c, period, world), world.now) }],
    [askCaller(c, { caller: to, assignment }, callBy)],
  );
};

/** Nobody has called in time: it is the bureau's head's, once; and after that it ends, and the record says that nobody has. */
const silent = (c: In<"closed">, followUp: FollowUp, clock: ClockName, world: World): Decision => {
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const above = followUp.isLast ? undefined : headFor(c, on, world.directory);
  const from = followUp.caller.staff;
  const climbed = climbsTo(
    above,
    clock,
    { from, lastDay: lastDayOf(c, "followUp"), assignment: nextTurn(c), again: () => starts(c, "last", world) },
    ({ to, assignment, decideBy }) => ({
      fact: { type: "followUpPassedOn", stepNo: c.stepNo, how: "silent", from, to, assignment },
      mail: askCaller(c, { caller: to, assignment }, decideBy),
    }),
  );
  return climbed ?? followUpEnds(c, { kind: "clock", clock }, { how: "notMade" }, "rang");
};

/** What comes of the time for a follow-up: its caller is chosen, reminded, followed by the bureau's head; and it ends. */
export const followUpDue = (c: In<"closed">, clock: ClockName, world: World): Decision => {
  const { followUp } = c;
  if (followUp === undefined) return opens(c, clock, world);
  return whatIsAwaited(c, clock, world, {
    climbs: (ended) => silent(c, followUp, ended, world),
    awaited: () => {
      const callBy = lastDayOf(c, "followUp");
      return {
        fact: { type: "followUpReminded", stepNo: c.stepNo, staff: followUp.caller.staff, callBy },
        mail: askCaller(c, followUp, callBy),
      };
    },
  });
};
