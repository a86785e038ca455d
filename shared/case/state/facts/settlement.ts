import * as z from "zod";
import { Written } from "#ground/written.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/** 化解: proposed by the owner; it counts once the petitioner confirms. */
export const settlementFacts = [
  z.strictObject({ type: z.literal("settlementProposed"), stepNo, terms: Written }),
  z.strictObject({ type: z.literal("settlementConfirmed"), stepNo }),
  z.strictObject({ type: z.literal("settlementDeclined"), stepNo, reason: Written }),
  /** The step ended before the petitioner had said whether the matter is settled. */
  z.strictObject({ type: z.literal("settlementLapsed"), stepNo }),
] as const;

export const settlementTraits: TraitsOf<typeof settlementFacts> = {
  settlementProposed: { step: "goesOn", told: "everybody" },
  settlementConfirmed: { step: "ends", told: "everybody" },
  settlementDeclined: { step: "goesOn", told: "everybody" },
  settlementLapsed: { step: "goesOn", told: "everybody" },
};
