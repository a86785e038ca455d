import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import type { In } from "#case/state/case.ts";
import { happened, refuse, startTransit, stepClocks, stopped } from "#case/state/decision.ts";
import { isTooLateFor } from "#case/state/lift.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { routeFor } from "#case/state/route-for.ts";
import type { World } from "#case/state/world.ts";
import { type Level, levelAbove, levelBelow } from "#ground/levels.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";

/** Why the case cannot go back to the level below now; `undefined` when it can. Each level may hand it back once. */
const whyNotBack = (c: In<"handling">, to: Level | undefined, world: World): Refusal | undefined => {
  if (to === undefined) return "noLevelBelow";
  if (c.handedBackBy.includes(c.level)) return "handedBackBefore";
  if (isTooLateFor(to, c, world)) return "tooLateToHandBack";
  return routeFor(c, to, world).kind === "vacant" ? "nobodyBelow" : undefined;
};

/** 上报 and 退回: the owner sends the case up or down. */
export const climbActs = {
  reportUpward: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c) => (levelAbove(c.level) === undefined ? "noLevelAbove" : undefined),
    decide: (c, { reason }, world) => {
      const to = levelAbove(c.level);
      if (to === undefined) return refuse("noLevelAbove");
      return happened(
        byOwner(c),
        { type: "reportedUpward", stepNo: c.stepNo, level: c.level, reason, to },
        [...stopped(c, stepClocks), startTransit(c, world)],
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "reportedUpward" },
          { kind: "newsMail", news: "movedUp" },
        ],
      );
    },
  }),

  /** To the level below; the statutory clock keeps running. */
  handBack: act({
    form: z.strictObject({ reason: prose("reason") }),
    role: "owner",
    at: ["handling"],
    turn: "ends",
    whyNot: (c, world) => whyNotBack(c, levelBelow(c.level), world),
    decide: (c, { reason }, world) => {
      const to = levelBelow(c.level);
      if (to === undefined) return refuse("noLevelBelow");
      return happened(
        byOwner(c),
        { type: "handedBack", stepNo: c.stepNo, level: c.level, reason, to },
        [...stopped(c, stepClocks), startTransit(c, world)],
        [{ kind: "signal", stepNo: c.stepNo, outcome: "handedBack" }],
      );
    },
  }),
};
