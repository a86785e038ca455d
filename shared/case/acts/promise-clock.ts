import type { Answered } from "#case/state/case.ts";
import { startPeriod } from "#case/state/decision.ts";
import { openPromises, type promiseKinds } from "#case/state/promise.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, PeriodKind } from "#clock/clock.ts";
import { clockRule } from "#directory/rules.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Starts what a promise goes by from now on. @param until its last day, where somebody has named it */
export const lineStarts = (
  c: Answered,
  name: { kind: (typeof promiseKinds)[number] & PeriodKind; n: number },
  world: World,
  until?: DistrictDate,
) =>
  startPeriod(
    name,
    {
      rule: clockRule(world.directory, c, name.kind),
      start: world.now,
      urgent: false,
      ...(until !== undefined && { until }),
    },
    world,
  );

/**
 * Who has not read the letter is not asked whether it is kept: what was reported by then waits for the petitioner from its delivery
 * on. Before a review's letter is delivered they may have been asked already.
 */
export const askedFromDelivery = (c: Answered, world: World): ClockChange[] =>
  openPromises(c).flatMap(({ performed, clock: n }) => {
    const isAsked = c.running.some(({ clock }) => clock.kind === "confirmation" && clock.n === n);
    return performed === undefined || isAsked ? [] : [lineStarts(c, { kind: "confirmation", n }, world)];
  });
