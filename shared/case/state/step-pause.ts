import { endOfClock } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";
import type { In } from "./case.ts";
import { type ClockMove, moveTo } from "./periods.ts";
import { periodClock } from "./running.ts";
import type { World } from "./world.ts";

/**
 * 暂停: the time of a step waits for somebody outside the office. It keeps its start; what it had left it has left afterwards,
 * and its shares pass later by as much, so that nobody is reminded meanwhile. The law's clock never waits
 * (docs/adr/0055).
 */

const counted = (c: In<"handling">, paused: { from: Instant; until: Instant }, world: World): ClockMove => {
  const { calendar } = world;
  const clock = { ...periodClock(c, "step"), paused };
  return moveTo(c, { ...clock, ...endOfClock(calendar, clock), calendarVersion: calendar.version }, world);
};

/** The step's clock pauses from now on. @param until when it goes on by itself */
export const stepPauses = (c: In<"handling">, until: Instant, world: World): ClockMove =>
  counted(c, { from: world.now, until }, world);

/** It goes on now, before that. @throws where it was not paused, which the state rules out */
export const stepGoesOn = (c: In<"handling">, world: World): ClockMove => {
  const { paused } = periodClock(c, "step");
  if (paused === undefined) throw new Error(`${c.id}: the step's clock is not paused`);
  return counted(c, { from: paused.from, until: world.now }, world);
};
