import { Satisfaction } from "#case/state/facts/rating.ts";
import type { World } from "#case/state/world.ts";
import { districtDate, endOfPeriod, noonOf } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Ratings that there are at least where it is said how they fell: of fewer somebody may find out who said what. */
export const leastToldApart = 5;

/** 应评与已评: how many were asked and how many rated; and how many chose each step, where enough did. */
export type RatingSum = { asked: number; rated: number; steps?: Record<Satisfaction, number> };

/** The sum of what some were asked: each with what they said, or `undefined` for whoever has not rated. */
export const ratingSum = (said: readonly (Satisfaction | undefined)[]): RatingSum => {
  const rated = said.filter((one) => one !== undefined);
  const count = (step: Satisfaction) => rated.filter((one) => one === step).length;
  const sum = { asked: said.length, rated: rated.length };
  if (rated.length < leastToldApart) return sum;
  const [satisfied, mostly, notSatisfied] = Satisfaction.options.map(count);
  return { ...sum, steps: { satisfied: satisfied ?? 0, mostly: mostly ?? 0, notSatisfied: notSatisfied ?? 0 } };
};

/** A share of a whole, in whole percent. */
const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/**
 * 满意率 and 参评率, in whole percent: satisfied or mostly so of those who rated, and those who rated of those who were asked.
 * Nothing where too few have rated: they are shown as counts.
 */
export const ratesOf = ({ asked, rated, steps }: RatingSum): { satisfaction: number; response: number } | undefined =>
  steps && { satisfaction: percent(steps.satisfied + steps.mostly, rated), response: percent(rated, asked) };

/** The last day of a month (`2026-10`). */
const lastDayOf = (month: string): DistrictDate => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/**
 * The last day on which somebody whose case ended in a month may still rate it. Sums are told after it, and never change then:
 * of two that differ by one rating it could be told who has rated.
 */
export const rateableInMonthUntil = (month: string, { calendar, directory }: Omit<World, "now">): DistrictDate =>
  endOfPeriod(calendar, noonOf(lastDayOf(month)), directory.policy.clocks.rating).lastDay;

/** Whether the ratings of a month are all there. */
export const isCounted = (month: string, world: World): boolean =>
  rateableInMonthUntil(month, world) < districtDate(world.now);
