import type { Case } from "#case/state/case.ts";
import { type Decision, happened, nothingToDo } from "#case/state/decision.ts";
import { nextRing, periodOf } from "#case/state/periods.ts";
import { clockOf } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { type ClockName, sameClock } from "#clock/clock.ts";
import type { Instant } from "#ground/instant.ts";

/** When a clock rings again; it may lie behind. */
const ringLeft = (c: Case, clock: ClockName, world: World): Instant | undefined => {
  if (clock.kind === "transit" || clock.kind === "decision" || clock.kind === "assistance") {
    const watch = clockOf(c, clock.kind)?.clock;
    return watch !== undefined && sameClock(clock, watch) ? world.now : undefined;
  }
  const period = periodOf(c, clock, world.directory);
  return period && nextRing(c, period, world);
};

/**
 * An operator puts a clock back that had failed too often. It rings when its case says and never before its time: at the
 * next sweep when that has passed. Nothing to do when the case no longer runs the clock.
 */
export const releaseClock = (c: Case, clock: ClockName, by: string, world: World): Decision => {
  const nextAt = ringLeft(c, clock, world);
  if (nextAt === undefined) return nothingToDo;
  return happened({ kind: "operator", name: by }, { type: "clockReleased", clock }, [
    { change: "next", clock, nextAt },
  ]);
};
