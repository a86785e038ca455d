import * as z from "zod";
import type { TraitsOf } from "./fact.ts";

/** 撤回: the petitioner takes the petition back. What was open beside the step lapses with it. */
export const withdrawalFacts = [z.strictObject({ type: z.literal("withdrawn") })] as const;

export const withdrawalTraits: TraitsOf<typeof withdrawalFacts> = {
  withdrawn: { step: "ends", told: "everybody" },
};
