import type { In } from "#case/state/case.ts";
import { type Decision, stop } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import { periodClock } from "#case/state/running.ts";
import type { World } from "#case/state/world.ts";
import { standIn } from "./stand-in.ts";
import { tellsHolder } from "./tells-holder.ts";

/** The day has passed: the step's time runs again, and whoever has it, or stands in for them, goes on with what is there. */
export const materialEnded = (c: In<"handling">, world: World): Decision => {
  const { kind, n, lastDay } = periodClock(c, "material");
  const by = { kind: "clock", clock: { kind, n } } as const;
  const { after, events } = standIn(c, { by }, world);
  const told = events.length > 0 ? [] : tellsHolder(after, "materialNotBrought", firstDue(after)?.lastDay);
  return {
    events: [
      ...events.map((event) => ({ ...event, clocks: [] })),
      {
        by,
        fact: { type: "materialNotBrought", stepNo: c.stepNo, lastDay },
        clocks: [stop({ kind, n }, "rang")],
        messages: told,
      },
    ],
  };
};
