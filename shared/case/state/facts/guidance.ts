import * as z from "zod";
import { CountedLimit } from "#clock/counted-limit.ts";
import { StatutoryRoute } from "#clock/statutory-route.ts";
import { Written } from "#ground/written.ts";
import { endsStep, stepNo, type TraitsOf } from "./fact.ts";
import { letterParts } from "./letter.ts";

/** 导入告知书: the procedure that decides the matter, where, with which papers, and until when, in the words of the day. */
export const GuidanceLetter = z.strictObject({
  ...letterParts("guidance"),
  route: StatutoryRoute,
  explanation: Written,
  limits: z.array(CountedLimit),
});
export type GuidanceLetter = z.infer<typeof GuidanceLetter>;

/** 导入: the petitioner is told of the procedure that decides the matter. */
export const guidanceFacts = [z.strictObject({ type: z.literal("guided"), stepNo, letter: GuidanceLetter })] as const;

export const guidanceTraits: TraitsOf<typeof guidanceFacts> = {
  guided: endsStep,
};
