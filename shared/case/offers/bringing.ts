import { takingStates } from "#case/state/case.ts";
import { mostMaterials } from "#case/state/facts/material.ts";
import { offer } from "./offer.ts";

/** 补充材料, by the petitioner: asked or not, as long as the case is open. */
export const bringingOffers = {
  addMaterial: offer({
    agent: "file",
    at: takingStates,
    elsewhere: "materialTooLate",
    whyNot: ({ materials = 0 }) => (materials >= mostMaterials ? "materialsEnough" : undefined),
  }),
};
