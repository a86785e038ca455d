import { type PeriodClock, sameClock } from "#clock/clock.ts";
import type { DistrictDate, Instant } from "#clock/instant.ts";
import { districtDate, endOfDay, extendPeriod } from "#clock/period.ts";
import { deciderFor } from "#directory/routing.ts";
import type { Case, In } from "./case.ts";
import { type Decision, handlingClock, happened, refuse } from "./decision.ts";
import type { Fact } from "./event.ts";
import { levelAbove } from "./levels.ts";
import { type ClockMove, moveTo } from "./periods.ts";
import type { World } from "./world.ts";

type Handling = In<"handling">;

/** An open step on which an extension was asked for and is not decided yet. */
export type Asking = Handling & { extension: NonNullable<Handling["extension"]> };
export const isAsking = (c: Case): c is Asking => c.status === "handling" && c.extension !== undefined;

const isPast = (c: Handling, now: Instant): boolean => now >= endOfDay(c.answerBy);

/** The day by which the head has to decide: the step's last one, or, where the step goes on after it, the law's. */
export const decideBy = (c: Handling): DistrictDate =>
  levelAbove(c.level) !== undefined && c.lastDay < c.answerBy ? c.lastDay : c.answerBy;

/**
 * 延期: the owner of a step that may answer asks for more time, once in the life of a case; the head decides.
 * Source: 《信访工作条例》 Art. 34: in complex circumstances, by at most 30 days.
 */
export const askExtension = (
  c: Handling,
  { days, reason }: { days: number; reason: string },
  { now, directory }: World,
): Decision => {
  if (c.level === "community") return refuse("notAtThisLevel");
  if (c.extension !== undefined) return refuse("extensionPending");
  if (c.extensionDecided !== undefined) return refuse("extendedBefore");
  if (days > directory.policy.clocks.extension.days) return refuse("extensionTooLong");
  if (isPast(c, now)) return refuse("tooLateToExtend");
  const { unit, owner, about, stepNo, assignment } = c;
  const decider = deciderFor(directory, { unit, owner, about, on: districtDate(now) });
  if (decider === undefined) return refuse("nobodyToDecide");
  const head = { unit: decider.unit, staff: decider.id };
  return happened(
    { kind: "staff", id: owner },
    { type: "extensionAsked", stepNo, days, reason, head, assignment },
    [],
    [{ kind: "taskMail", to: head.staff, ask: "decideExtension", stepNo, assignment, lastDay: decideBy(c) }],
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
  if (isPast(c, world.now)) return refuse("tooLateToExtend");
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
    [{ kind: "newsMail", news: "extended" }],
  );
};

/** The head refuses, for a reason; the time limits stay. */
export const refuseExtension = ({ stepNo, extension }: Asking, { reason }: { reason: string }): Decision =>
  happened({ kind: "staff", id: extension.head.staff }, { type: "extensionRefused", stepNo, how: "head", reason });

/** What ends a step, or the time set by law: a request that nobody has decided by then is too late. */
const ends: readonly Fact["type"][] = [
  "replied",
  "settlementConfirmed",
  "reportedUpward",
  "handedBack",
  "stepOverdue",
  "lifted",
  "statutoryOverdue",
];

/** The decision, preceded by the refusal of an open request that it makes too late. */
export const refusingWhatIsTooLate = (c: Case, decision: Decision): Decision => {
  if (!isAsking(c) || "refused" in decision) return decision;
  const ending = decision.events.find(({ fact }) => ends.includes(fact.type));
  if (ending === undefined) return decision;
  const fact = { type: "extensionRefused", stepNo: c.stepNo, how: "tooLate" } as const;
  return { events: [{ by: ending.by, fact, clocks: [], messages: [] }, ...decision.events] };
};
