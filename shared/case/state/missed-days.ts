import type { DistrictDate, Instant } from "#ground/instant.ts";
import type { Case } from "./case.ts";
import type { Missed } from "./facts/supervision.ts";
import { openPromises } from "./promise.ts";
import { clockOf } from "./running.ts";
import { unitInCharge } from "./standing.ts";

/** The states in which the bureau may begin to supervise: somebody of the office owes something. */
export const supervisedStates = ["screening", "accepted", "handling", "delivering", "window"] as const;

const lastDayIfPast = (c: Case, kind: "accept" | "handling", now: Instant): DistrictDate | undefined => {
  const clock = clockOf(c, kind)?.clock;
  return clock !== undefined && clock.family !== "watch" && clock.due <= now ? clock.lastDay : undefined;
};

/** The last day of a clock whose end somebody was told of, and nobody above has it. */
const lastDayIfTold = (c: Case, kind: "step" | "delivery"): DistrictDate | undefined => {
  const running = clockOf(c, kind);
  return running !== undefined && running.clock.family !== "watch" && running.reminded === 100
    ? running.clock.lastDay
    : undefined;
};

/**
 * 督办事由: each day that was missed, as the record shows it now, the weightiest first. The simple way's time is none: what it
 * runs out of is handled as any other from then on.
 */
export const missedDays = (c: Case, now: Instant): Missed[] => {
  const unit = unitInCharge(c);
  if (unit === undefined || c.stepNo === 0) return [];
  const law = c.track === "simple" ? "accept" : "handling";
  const late = c.status === "screening" ? lastDayIfPast(c, "accept", now) : lastDayIfPast(c, law, now);
  const top = c.status === "handling" ? lastDayIfTold(c, "step") : undefined;
  const told = c.status === "delivering" ? lastDayIfTold(c, "delivery") : undefined;
  return [
    ...(late === undefined ? [] : [{ ground: "statutoryOverdue" as const, lastDay: late, unit }]),
    ...(top === undefined ? [] : [{ ground: "overdueAtTop" as const, lastDay: top, unit }]),
    ...openPromises(c).flatMap(({ broken, until, unit: of, n }) =>
      broken === undefined ? [] : [{ ground: "promiseBroken" as const, lastDay: until, unit: of, n }],
    ),
    ...(told === undefined ? [] : [{ ground: "notTold" as const, lastDay: told, unit }]),
  ];
};

/** Those of them for which the petitioner has not asked the bureau yet: they may once for each. */
export const daysToAskFor = (c: Case, now: Instant): Missed[] =>
  missedDays(c, now).filter(
    ({ ground, lastDay, n }) =>
      c.supervision?.asked?.some((one) => one.ground === ground && one.lastDay === lastDay && one.n === n) !== true,
  );
