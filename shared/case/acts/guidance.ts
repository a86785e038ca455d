import * as z from "zod";
import { chosen, dayOrNone, prose } from "#case/forms/form-text.ts";
import { happened, refuse, stopped } from "#case/state/decision.ts";
import { whyNotFromBureau } from "./accusation.ts";
import { act } from "./act.ts";
import { byOwner } from "./by-owner.ts";
import { guidedTo, whyNotFrom } from "./to-procedure.ts";

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
      const route = world.directory.policy.routes.find(({ id }) => id === chosenRoute);
      if (route === undefined) return refuse("unknownRoute");
      const impossible = whyNotFrom(knownOn, world);
      if (impossible !== undefined) return refuse(impossible);
      const letter = guidedTo(c, { route, knownOn, explanation, by: c.unit }, world);
      return happened(byOwner(c), { type: "guided", stepNo: c.stepNo, letter }, stopped(c, ["accept"]), [
        { kind: "signal", stepNo: c.stepNo, outcome: "guided" },
        { kind: "newsMail", news: "guided" },
      ]);
    },
  }),
};
