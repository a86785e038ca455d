import type { ClockChange } from "#clock/clock.ts";
import { endOfPeriod, minutesLater, nextWorkingMorning } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";
import { type Instant, later } from "#ground/instant.ts";
import type { Case, In } from "./case.ts";
import { answerClock } from "./decision.ts";
import { type CasePeriod, nextRing, periodOf, periodsOf, ringLeftOf } from "./periods.ts";
import { clockOf, type PeriodRunning } from "./running.ts";
import type { World } from "./world.ts";

/**
 * 法定期限 while a settlement is agreed, or a withdrawal can be undone: it goes on and keeps its day, and nothing comes of it. Nobody is late with an answer
 * that the petitioner has agreed to do without. Whatever has passed meanwhile comes of it once the matter is taken up anew.
 */

const next = (c: Case, nextAt: Instant): ClockChange[] => [{ change: "next", clock: answerClock(c), nextAt }];

const runs = (c: Case): boolean => clockOf(c, "handling")?.ranOut === undefined;

/** When the law's clock looks again: after the last moment at which the agreement can come to an end by itself. */
const looksAgain = (c: In<"handling" | "performing">, performanceEnds: Instant, world: World): Instant => {
  const { calendar, directory, now } = world;
  const asked = later(performanceEnds, now);
  const confirmation = clockOf(c, "confirmation")?.clock.due;
  return nextWorkingMorning(
    calendar,
    later(confirmation ?? endOfPeriod(calendar, asked, clockRule(directory, c, "confirmation")).due, now),
  );
};

/** The law's clock waits for what was agreed. @param performanceEnds the end of the day that was promised */
export const answerWaits = (c: In<"handling">, performanceEnds: Instant, world: World): ClockChange[] =>
  runs(c) ? next(c, looksAgain(c, performanceEnds, world)) : [];

/** When the law's clock looks again, if it has rung meanwhile all the same. */
export const answerLooksAgain = (c: In<"performing">, world: World): Instant =>
  looksAgain(c, clockOf(c, "performance")?.clock.due ?? world.now, world);

/** What has passed meanwhile comes of the clock at the next sweep. */
const atTheSoonest = (ring: Instant, { now }: World): Instant => later(ring, minutesLater(now, 1));

/** Nothing is agreed any more: the law's clock rings as it would have, and soon what it has let pass. */
export const answerGoesOn = (c: In<"performing">, world: World): ClockChange[] => {
  const period = periodOf(c, answerClock(c), world.directory);
  return period === undefined ? [] : next(c, atTheSoonest(nextRing(c, period, world), world));
};

/** The law's clocks of a case; those that have run out ring no more. */
const lawful = (c: Case, { directory }: World): CasePeriod[] =>
  periodsOf(c, directory).filter(({ clock }) => clock.family === "statutory");

const nextOf = ({ clock: { kind, n } }: CasePeriod, nextAt: Instant): ClockChange => ({
  change: "next",
  clock: { kind, n },
  nextAt,
});

/** When a clock of the law looks again that has rung while a withdrawal can be undone. @param until when it no longer can */
export const lawLooksAgain = (until: Instant, { calendar, now }: World): Instant =>
  nextWorkingMorning(calendar, later(until, now));

/** Every clock of the law waits for whether the petitioner thinks again. @param until when they no longer can */
export const lawWaits = (c: Case, until: Instant, world: World): ClockChange[] =>
  lawful(c, world).map((period) => nextOf(period, lawLooksAgain(until, world)));

/** They have: the law's clocks ring as they would have, and soon what they have let pass. */
export const lawGoesOn = (c: Case, world: World): ClockChange[] =>
  lawful(c, world).map((period) => nextOf(period, atTheSoonest(nextRing(c, period, world), world)));

/** A settled case is reopened, or the promise of a letter is not kept: the law's clock resumes with its start, its day, and what it was reminded of. */
export const answerResumes = (
  c: In<"closed" | "performing">,
  { liftJudged }: { liftJudged?: true | undefined },
  { clock, reminded, ranOut }: PeriodRunning,
  world: World,
): ClockChange => {
  const rule = clockRule(world.directory, c, "handling");
  const ring = ringLeftOf({ clock, rule, reminded }, { urgent: c.urgent, liftJudged }, world);
  const nextAt = atTheSoonest(ring, world);
  return { change: "resume", clock, reminded, ...(!ranOut && { nextAt }) };
};
