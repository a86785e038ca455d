import type { Case } from "#case/state/case.ts";
import { type ClockMove, moveTo } from "#case/state/periods.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { extendPeriod } from "#clock/period.ts";

/** 延期: a running clock with its new end: it keeps its start and length, and rings no share a second time. */
export const moreTime = (c: Case, kind: "step" | "handling", days: number, world: World): ClockMove => {
  const clock = periodClock(c, kind);
  const end = extendPeriod(world.calendar, clock.lastDay, days);
  return moveTo(c, { ...clock, ...end, extendedBy: days, calendarVersion: world.calendar.version }, world);
};
