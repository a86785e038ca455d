import * as z from "zod";
import { chosen, dayOrNone, prose } from "#case/forms/form-text.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { type CountedLimit, countedFrom, earliestStart } from "#clock/counted-limit.ts";
import { districtDate } from "#clock/period.ts";
import { otherLimits } from "#directory/other-limits.ts";
import { whyNotFromBureau } from "./accusation.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { issue } from "./issue.ts";

/** 导入. */
export const guidanceActs = {
  /** The matter belongs into a procedure of its own (《信访工作条例》 Art. 31): handled by guiding the petitioner to it. */
  guide: act({
    /** `knownOn`: from which day the limits of the procedure are counted, where the petitioner has said it. */
    form: z.strictObject({ route: chosen, knownOn: dayOrNone, explanation: prose("explanation") }),
    role: "owner",
    at: ["screening"],
    turn: "ends",
    whyNot: whyNotFromBureau,
    decide: (c, { route: chosenRoute, knownOn, explanation }, world) => {
      const { directory } = world;
      const route = directory.policy.routes.find(({ id }) => id === chosenRoute);
      if (route === undefined) return refuse("unknownRoute");
      const today = districtDate(world.now);
      if (knownOn !== undefined && (knownOn > today || knownOn < earliestStart(today)))
        return refuse("limitDayImpossible");
      // The day is the one from which this procedure's limits run, and says nothing of the category's others.
      const limits = otherLimits(directory, c.category, route.limits).map(
        (limit): CountedLimit =>
          knownOn === undefined || !route.limits.includes(limit.id)
            ? { ...limit, counted: "notKnown" }
            : countedFrom(limit, knownOn, world),
      );
      const letter = issue("guidance", c, c.unit, { route, explanation, limits }, world);
      return happened(byOwner(c), { type: "guided", stepNo: c.stepNo, letter }, stopped(c, ["accept"]), [
        { kind: "signal", stepNo: c.stepNo, outcome: "guided" },
        { kind: "newsMail", news: "guided" },
      ]);
    },
  }),
};
