import { dayAfter, dayBefore, daysLeft, districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { type DistrictDate, earlier } from "#ground/instant.ts";
import type { In } from "./case.ts";
import { clockOf, lastDayOf } from "./running.ts";
import type { World } from "./world.ts";

/**
 * The last days that the owner of a step can name for something. Forms, words and decisions ask here alike, and no function
 * carries the acts of a matter for the sake of its last day.
 */

/**
 * 化解: for what is promised: within the policy's days and the law's own time for the answer, which a settlement takes the
 * place of. Once that time is over only the policy's days count.
 */
export const promiseUntil = (c: In<"handling">, { now, directory }: Pick<World, "now" | "directory">): DistrictDate => {
  const furthest = dayAfter(districtDate(now), directory.policy.clocks.performance.days);
  const hasRunOut = clockOf(c, "handling")?.ranOut === true;
  return hasRunOut ? furthest : earlier(furthest, lastDayOf(c, "handling"));
};

/**
 * 协办: for another unit's answer: half of what is left of the step, so that the owner has as long to work with it. Today when
 * nothing is left to halve.
 */
export const latestAnswer = (c: In<"handling">, now: World["now"]): DistrictDate =>
  dayAfter(districtDate(now), Math.max(0, Math.floor(daysLeft(now, lastDayOf(c, "step")) / 2)));

/** How many days a meeting and what it decides have where the step's own time is over and nobody above takes the case. */
const daysPastTheStep = 10;

/** 会商: for what a meeting decides: the last day of the step, with which it would end. */
export const latestDecided = (c: In<"handling">, now: World["now"]): DistrictDate => {
  const [today, lastDay] = [districtDate(now), lastDayOf(c, "step")];
  return lastDay < today ? dayAfter(today, daysPastTheStep) : lastDay;
};

/** 会商: for a meeting: a day before that, so that something can be done about what is decided. */
export const latestMeeting = (c: In<"handling">, now: World["now"]): DistrictDate => dayBefore(latestDecided(c, now));

/** 补正: for bringing material: within the policy's days, and before the law's time is over. */
export const latestBringing = (c: In<"handling">, { now, directory }: Pick<World, "now" | "directory">): DistrictDate =>
  earlier(dayAfter(districtDate(now), clockRule(directory, c, "material").days), dayBefore(lastDayOf(c, "handling")));
