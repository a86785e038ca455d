import * as z from "zod";
import { StaffId, UnitId } from "#ground/ids.ts";
import { CorrectionLetter } from "./answer.ts";
import { goesOn, stepNo, type TraitsOf } from "./fact.ts";
import { entrusted } from "./promise.ts";

/** 更正: a new letter takes the place of one that was issued, and says of it what is different and why. */
export const correctionFacts = [
  z.strictObject({
    type: z.literal("letterCorrected"),
    stepNo,
    unit: UnitId,
    staff: StaffId,
    letter: CorrectionLetter,
    entrusted,
  }),
] as const;

export const correctionTraits: TraitsOf<typeof correctionFacts> = {
  letterCorrected: goesOn,
};
