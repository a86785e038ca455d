import * as z from "zod";
import { ReceivingBody } from "#clock/receiving-body.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { endsStep, goesOn, passedOver, stepNo, type TraitsOf } from "./fact.ts";
import { LegalDay, letterParts } from "./letter.ts";

/**
 * 转送告知书: to which body, by which article, and what it does then; by when its receipt is awaited here. It holds nothing of
 * what the petition says: a report of misconduct must not be read from it (Art. 30).
 */
export const TransferLetter = z.strictObject({
  ...letterParts("transfer"),
  body: ReceivingBody,
  due: LegalDay,
});
export type TransferLetter = z.infer<typeof TransferLetter>;

/** 转送: to another body; its receipt, or its silence. */
export const transferFacts = [
  z.strictObject({ type: z.literal("transferred"), stepNo, explanation: Written, letter: TransferLetter }),
  /** `reference`: by what the body can be asked about it. */
  z.strictObject({ type: z.literal("transferReceived"), stepNo, on: DistrictDate, reference: Written }),
  /** Nothing has come from the body by the last day: the bureau asks it. */
  z.strictObject({ type: z.literal("transferSilent"), stepNo, lastDay: DistrictDate, passedOver }),
] as const;

export const transferTraits: TraitsOf<typeof transferFacts> = {
  transferred: goesOn,
  transferReceived: endsStep,
  transferSilent: { step: "goesOn", told: "everybody", reminds: true },
};
