import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import { bringingOffers } from "#case/offers/bringing.ts";
import { happened } from "#case/state/decision.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { broughtTo } from "./brought.ts";
import { tellsHolder } from "./tells-holder.ts";
import { toLead } from "./to-merged.ts";

/** 补充材料, by the petitioner. */
export const materialBringing = {
  /** Asked or not, as long as the case is open. What answers what was asked for ends the pause of the step. */
  addMaterial: act({
    ...bringingOffers.addMaterial,
    form: z.strictObject({ material: prose("material") }),
    role: "petitioner",
    brings: "materialAdded",
    onAnyPage: true,
    turn: "stays",
    decide: (c, { material }, world) => {
      const added = {
        type: "materialAdded",
        n: (c.materials ?? 0) + 1,
        material,
        on: districtDate(world.now),
      } as const;
      const { answers, clocks, lastDay } = broughtTo(c, world);
      return happened({ kind: "petitioner" }, { ...added, ...(answers && { answers }) }, clocks, [
        ...tellsHolder(c, "materialAdded", lastDay),
        ...toLead(c),
        { kind: "newsMail", news: "materialAdded" },
      ]);
    },
  }),
};
