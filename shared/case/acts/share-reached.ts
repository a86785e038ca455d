import type { EventOfRing } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { CasePeriod } from "#case/state/periods.ts";
import type { World } from "#case/state/world.ts";
import { untilOf } from "#clock/clock.ts";
import { percentPassed } from "#clock/period.ts";

/**
 * For a ring before the end with which nothing has to be done: how much of the time has passed. A ring that came to no event
 * would end the row of a clock that its case still runs (guarantee 4), so that nothing would ever ring it again.
 */
export const shareReached = (
  { clock }: Pick<CasePeriod, "clock">,
  { now, calendar }: World,
  lift?: FactOf<"shareReached">["lift"],
): EventOfRing => {
  const { kind, n } = clock;
  const percent = percentPassed(calendar, clock, now);
  const fact = { type: "shareReached", clock: kind, percent, lastDay: untilOf(clock), ...(lift && { lift }) } as const;
  return { by: { kind: "clock", clock: { kind, n } }, fact, messages: [] };
};
