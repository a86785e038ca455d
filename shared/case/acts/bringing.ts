import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { answeredStates, openStates } from "#case/state/case.ts";
import { happened, stopped } from "#case/state/decision.ts";
import { firstDue } from "#case/state/due.ts";
import { mostMaterials } from "#case/state/facts/material.ts";
import type { Message } from "#case/state/message.ts";
import { lastDayOf } from "#case/state/running.ts";
import { isMaterialAwaited } from "#case/state/standing.ts";
import { stepGoesOn } from "#case/state/step-pause.ts";
import { districtDate, sooner } from "#clock/period.ts";
import { act } from "./act.ts";
import { tellsHolder } from "./tells-holder.ts";

/** 补充材料, by the petitioner. */
export const materialBringing = {
  /** Asked or not, as long as the case is open. What answers what was asked for ends the pause of the step. */
  addMaterial: act({
    form: z.strictObject({ material: prose("material") }),
    role: "petitioner",
    agent: "file",
    at: ["registered", "accepted", ...openStates, ...answeredStates],
    elsewhere: "materialTooLate",
    brings: "materialAdded",
    onAnyPage: true,
    turn: "stays",
    whyNot: ({ materials = 0 }) => (materials >= mostMaterials ? "materialsEnough" : undefined),
    decide: (c, { material }, world) => {
      const added = {
        type: "materialAdded",
        n: (c.materials ?? 0) + 1,
        material,
        on: districtDate(world.now),
      } as const;
      const arrived: Message = { kind: "newsMail", news: "materialAdded" };
      if (!isMaterialAwaited(c)) {
        const told = tellsHolder(c, "materialAdded", firstDue(c)?.lastDay);
        return happened({ kind: "petitioner" }, added, [], [...told, arrived]);
      }
      const step = stepGoesOn(c, world);
      const told = tellsHolder(c, "materialAdded", sooner(step.clock.lastDay, lastDayOf(c, "handling")));
      return happened(
        { kind: "petitioner" },
        { ...added, answers: true },
        [...stopped(c, ["material"]), step],
        [...told, arrived],
      );
    },
  }),
};
