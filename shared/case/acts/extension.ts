import type { In } from "#case/state/case.ts";
import { type Decision, handlingClock, happened, refuse } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Message } from "#case/state/event.ts";
import { liftMoment } from "#case/state/lift.ts";
import { type ClockMove, isLow, moveTo } from "#case/state/periods.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Asking } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { type PeriodClock, sameClock } from "#clock/clock.ts";
import { dayBefore, districtDate, endOfDay, extendPeriod } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { deciderFor } from "#directory/routing.ts";
import { type DistrictDate, earlier, type Instant, later } from "#ground/instant.ts";
import { levelAbove } from "#ground/levels.ts";

type Handling = In<"handling">;

/**
 * The moment from which on more time can no longer be given: the end of the law's time, or an earlier one at which the
 * case leaves the step, by the step's end where a level is above, or by its lift while it is low.
 */
const tooLateFrom = (c: Handling, world: World): Instant => {
  const stepEnds = endOfDay(levelAbove(c.level) === undefined ? c.answerBy : earlier(c.lastDay, c.answerBy));
  return isLow(c) ? earlier(stepEnds, liftMoment(c, world)) : stepEnds;
};

const isTooLate = (c: Handling, world: World): boolean => world.now >= tooLateFrom(c, world);

/** The last whole day before that moment, by which the head is asked to decide; today when that is all there is. */
export const decideBy = (c: Handling, world: World): DistrictDate =>
  later(dayBefore(districtDate(tooLateFrom(c, world))), districtDate(world.now));

/** Who would decide on an extension asked for at this step now, or why none can be asked for, however short. */
export const extensionDecider = (c: Handling, world: World): { head: Staff } | { refused: Refusal } => {
  if (c.level === "community") return { refused: "notAtThisLevel" };
  if (c.extension !== undefined) return { refused: "extensionPending" };
  if (c.extensionDecided !== undefined) return { refused: "extendedBefore" };
  if (isTooLate(c, world)) return { refused: "tooLateToExtend" };
  const { unit, owner, about } = c;
  const head = deciderFor(world.directory, { unit, owner, about, on: districtDate(world.now) });
  return head === undefined ? { refused: "nobodyToDecide" } : { head };
};

/**
 * 延期: the owner of a step that may answer asks for more time, once in the life of a case; the head decides.
 * Source: 《信访工作条例》 Art. 34: in complex circumstances, by at most 30 days.
 */
export const askExtension = (
  c: Handling,
  { days, reason }: { days: number; reason: string },
  world: World,
): Decision => {
  const decider = extensionDecider(c, world);
  if ("refused" in decider) return refuse(decider.refused);
  if (days > world.directory.policy.clocks.extension.days) return refuse("extensionTooLong");
  const { owner, stepNo, assignment } = c;
  const head = { unit: decider.head.unit, staff: decider.head.id };
  return happened(
    { kind: "staff", id: owner },
    { type: "extensionAsked", stepNo, days, reason, head, assignment },
    [],
    [{ kind: "taskMail", to: head.staff, ask: "decideExtension", stepNo, assignment, lastDay: decideBy(c, world) }],
  );
};

/** A running clock with its new end: it keeps its start and length, and rings no share a second time. */
const extended = (c: Asking, clock: PeriodClock, days: number, world: World): ClockMove => {
  const end = extendPeriod(world.calendar, clock.lastDay, days);
  const after = { ...clock, ...end, extendedBy: days, calendarVersion: world.calendar.version };
  return moveTo(c, after, world);
};

/** The head approves: the step's clock and the statutory one get their new ends with the decision. */
export const approveExtension = (c: Asking, running: readonly PeriodClock[], world: World): Decision => {
  if (isTooLate(c, world)) return refuse("tooLateToExtend");
  const { stepNo, extension } = c;
  const { days, head } = extension;
  const clockOf = (name: typeof c.clock): ClockMove => {
    const found = running.find((clock) => sameClock(clock, name));
    if (found === undefined)
      throw new Error(`${c.id}: the clock ${name.kind} ${name.n} does not run and cannot be extended`);
    return extended(c, found, days, world);
  };
  const [step, handling] = [clockOf(c.clock), clockOf(handlingClock)];
  const { lastDay } = step.clock;
  return happened(
    { kind: "staff", id: head.staff },
    { type: "extensionApproved", stepNo, days, answerBy: handling.clock.lastDay, lastDay },
    [step, handling],
    [decided(c, earlier(lastDay, handling.clock.lastDay)), { kind: "newsMail", news: "extended" }],
  );
};

/** The owner is told what became of the request. */
const decided = ({ owner: to, stepNo, assignment }: Asking, lastDay: DistrictDate): Message => {
  return { kind: "taskMail", to, ask: "extensionDecided", stepNo, assignment, lastDay };
};

/** The head refuses, for a reason; the time limits stay. */
export const refuseExtension = (c: Asking, { reason }: { reason: string }): Decision =>
  happened(
    { kind: "staff", id: c.extension.head.staff },
    { type: "extensionRefused", stepNo: c.stepNo, how: "head", reason },
    [],
    [decided(c, stepDue(c).lastDay)],
  );
