import type { Case } from "#case/state/case.ts";
import { stopped } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import { lastDayOf } from "#case/state/running.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import { stepGoesOn } from "#case/state/step-pause.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { sooner } from "#clock/period.ts";
import type { Until } from "#ground/instant.ts";

/** What comes of something that the petitioner brings: whether it ends a wait, and by when whoever has the case is to act. */
export type WhatComesOfIt = { answers?: true; clocks: ClockChange[]; lastDay: Until | undefined };

/** 补充: asked for or not. What was asked for is waited for no longer, and the time of the step runs again. */
export const broughtTo = (c: Case, world: World): WhatComesOfIt => {
  if (!isMaterialAwaited(c)) return { clocks: [], lastDay: firstDue(c)?.lastDay };
  const step = stepGoesOn(c, world);
  return {
    answers: true,
    clocks: [...stopped(c, ["material"]), step],
    lastDay: sooner(step.clock.lastDay, lastDayOf(c, "handling")),
  };
};
