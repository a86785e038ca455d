import * as z from "zod";
import { StaffId, UnitId } from "#ground/ids.ts";
import { Letter } from "./answer.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/** 更正: a new letter takes the place of one that was issued, and says of it what is different and why. */
export const correctionFacts = [
  z.strictObject({ type: z.literal("letterCorrected"), stepNo, unit: UnitId, staff: StaffId, letter: Letter }),
] as const;

export const correctionTraits: TraitsOf<typeof correctionFacts> = {
  letterCorrected: { step: "goesOn", told: "everybody" },
};
