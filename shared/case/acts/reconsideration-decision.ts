import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";

/** 重新审查, decided by the head of the bureau. */
export const reconsiderationActs = {
  /** The refusal stays, and this is the last word here. */
  upholdRefusal: act({
    form: z.strictObject({ explanation: prose("explanation") }),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: (c) => (c.reconsideration === undefined ? "notAskedAgain" : undefined),
    decide: (c, { explanation }, world) => {
      if (c.reconsideration === undefined) return refuse("notAskedAgain");
      const { ground, where, askedOn } = c.reconsideration;
      const limits = otherLimits(world.directory, c.category);
      const again = { kind: "upheld", askedOn } as const;
      const parts = { ground, ...(where !== undefined && { where }), explanation, limits, again };
      return happened(
        byOwner(c),
        { type: "refusalUpheld", stepNo: c.stepNo, letter: issue("notAccepted", c, c.unit, parts, world) },
        stopped(c, ["accept"]),
        [
          { kind: "signal", stepNo: c.stepNo, outcome: "notAccepted" },
          { kind: "newsMail", news: "refusalUpheld" },
        ],
      );
    },
  }),
};
