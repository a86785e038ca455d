import * as z from "zod";
import { Written } from "#ground/written.ts";
import { NotAcceptedLetter } from "./acceptance.ts";
import { endsStep, goesOn, stepNo, type TraitsOf } from "./fact.ts";

/**
 * 重新审查: the petitioner asks the head of the bureau to look again at its refusal, once in the life of a case. The head
 * accepts the petition after all, or upholds the refusal in a letter of its own.
 */
export const reconsiderationFacts = [
  /** A new execution takes the case to the bureau. */
  z.strictObject({ type: z.literal("reconsiderationAsked"), reason: Written, epoch: z.int().positive() }),
  z.strictObject({ type: z.literal("refusalUpheld"), stepNo, letter: NotAcceptedLetter }),
] as const;

export const reconsiderationTraits: TraitsOf<typeof reconsiderationFacts> = {
  reconsiderationAsked: goesOn,
  refusalUpheld: endsStep,
};
