import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { StepLevel } from "#ground/levels.ts";
import type { TraitsOf } from "./fact.ts";
import { letterParts } from "./letter.ts";

/** 撤回确认书: since when the petition is taken back, until when that could be undone, and what the days rest on. */
export const WithdrawalLetter = z.strictObject({
  ...letterParts("withdrawal"),
  withdrawnOn: DistrictDate,
  undoneUntil: DistrictDate,
  article: Bilingual,
});
export type WithdrawalLetter = z.infer<typeof WithdrawalLetter>;

/**
 * 撤回: the petitioner takes the petition back, and the step ends with what was open beside it. Nothing else is over before
 * the days for thinking again are: until then one click undoes it.
 */
export const withdrawalFacts = [
  z.strictObject({ type: z.literal("withdrawalDeclared"), until: DistrictDate }),
  /** A new execution takes the case up where it stood. */
  z.strictObject({ type: z.literal("withdrawalUndone"), to: StepLevel, epoch: z.int().positive() }),
  z.strictObject({ type: z.literal("withdrawn"), letter: WithdrawalLetter }),
] as const;

export const withdrawalTraits: TraitsOf<typeof withdrawalFacts> = {
  withdrawalDeclared: { step: "ends", told: "everybody" },
  withdrawalUndone: { step: "goesOn", told: "everybody" },
  withdrawn: { step: "goesOn", told: "everybody" },
};
