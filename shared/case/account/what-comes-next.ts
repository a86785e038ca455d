import type { Case, In } from "#case/state/case.ts";
import { isTooLateFor, liftMoment } from "#case/state/lift.ts";
import { isLow } from "#case/state/periods.ts";
import { isPlaceless } from "#case/state/placeless.ts";
import { routeFor } from "#case/state/route-for.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { type PeriodClock, untilOf } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { startLevel } from "#directory/rules.ts";
import type { UnitId } from "#ground/ids.ts";
import { type DistrictDate, type Instant, later, type Until } from "#ground/instant.ts";
import { type Level, levelAbove, liftedTo } from "#ground/levels.ts";

/** Where a case goes next, and what sends it there: the bureau's acceptance, the end of its step, or the law's clock. */
export type Next = { level: Level } & (
  | { when: "accepted" }
  | { when: "stepEnds" | "unacknowledged"; on: Until }
  | { when: "lifted"; on: DistrictDate; percent: number }
);

/**
 * The level whose step opens when a case is sent to a level at a moment: the way that the chain goes from there, past
 * levels that have no unit for it or that it complains about, and past those for which the law leaves too little time.
 */
const opensAt = (c: Case, to: Level, world: World): Level => {
  const above = levelAbove(to);
  if (above !== undefined && routeFor(c, to, world).kind === "vacant") return opensAt(c, above, world);
  const isLate = (c.status === "accepted" || c.status === "handling") && isTooLateFor(to, c, world);
  return isLate ? opensAt(c, liftedTo, world) : to;
};

const at = (world: World, moment: Instant): World => ({ ...world, now: later(moment, world.now) });

/** Where a case arrives that is on its way. */
export const whereItArrives = (c: In<"accepted">, world: World): Level => opensAt(c, c.goingTo, world);

/** The unit that a case on its way arrives at, and who of it gets the step. */
export const whoGetsIt = (c: In<"accepted">, world: World): Pick<Turn, "staff"> & { unit: UnitId } => {
  const level = whereItArrives(c, world);
  const route = routeFor(c, level, world);
  if (route.kind === "vacant") throw new Error(`Case ${c.id} does not arrive at ${level}, which has no unit for it`);
  return { unit: route.unit, staff: route.owner };
};

/** Where a case would begin if the bureau accepted it now; once it knows the community, where that is to be found out. */
export const whereItWouldBegin = (c: In<"registered" | "screening">, world: World): Level => {
  const start = startLevel(world.directory, c.category);
  return isPlaceless(c, world) ? start : opensAt(c, start, world);
};

/** Where a case would go if its owner reported it upward now; `undefined` at the top of the chain. */
export const whereReportingLeads = (c: In<"handling">, world: World): Level | undefined => {
  const to = levelAbove(c.level);
  return to && opensAt(c, to, world);
};

/** The clock of its step that ends first: that of an urgent one which nobody has acknowledged ends before the step's own. */
const firstStepClock = (c: In<"handling">): PeriodClock => {
  const step = periodClock(c, "step");
  const acknowledgement = clockOf(c, "acknowledgement") && periodClock(c, "acknowledgement");
  return acknowledgement !== undefined && acknowledgement.due < step.due ? acknowledgement : step;
};

/** Where the end of its step leads a case that nobody has finished by then; `undefined` at the top of the chain. */
export const whereItsEndLeads = (c: In<"handling">, world: World): Level | undefined =>
  whereReportingLeads(c, at(world, firstStepClock(c).due));

/** Where the law's clock lifts a case that is still low at its share. */
export const whereTheLiftLeads = (c: In<"accepted" | "handling">, world: World): Level =>
  opensAt(c, liftedTo, at(world, liftMoment(c, world)));

/** The station that the chain opens next when nobody acts; for a case that is not accepted yet, once it is. */
export const whatComesNext = (c: Case, world: World): Next | undefined => {
  switch (c.status) {
    case "registered":
    case "screening":
      // A report of misconduct is transferred, and begins nowhere here.
      return c.track === "accusation" ? undefined : { level: whereItWouldBegin(c, world), when: "accepted" };
    case "handling": {
      const level = whereItsEndLeads(c, world);
      const clock = firstStepClock(c);
      if (isLow(c) && c.liftJudged !== true && liftMoment(c, world) < clock.due) {
        const on = districtDate(liftMoment(c, world));
        return { level: whereTheLiftLeads(c, world), when: "lifted", on, percent: world.directory.policy.liftAt };
      }
      const when = clock.kind === "acknowledgement" ? "unacknowledged" : "stepEnds";
      return level && { level, when, on: untilOf(clock) };
    }
    default:
      return undefined;
  }
};
