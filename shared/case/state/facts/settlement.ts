import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { endsStep, goesOn, passedOver, stepNo, type TraitsOf } from "./fact.ts";
import { letterParts } from "./letter.ts";

/** 和解协议书: who does what by when, agreed to by both sides, and what it rests on (《信访工作条例》 Art. 33). */
export const AgreementLetter = z.strictObject({
  ...letterParts("agreement"),
  terms: Written,
  promisedFor: DistrictDate,
  /** 反悔: the last day on which the petitioner can take the agreement back. */
  takeBackUntil: DistrictDate,
  article: Bilingual,
});
export type AgreementLetter = z.infer<typeof AgreementLetter>;

/**
 * 化解: proposed by the owner, agreed to by the petitioner, done until the day that was promised, and then confirmed or not.
 * It counts as resolved once the petitioner says that it is.
 */
export const settlementFacts = [
  /** `promisedFor`: by when it will be done; none where it is done already. */
  z.strictObject({
    type: z.literal("settlementProposed"),
    stepNo,
    terms: Written,
    promisedFor: DistrictDate.optional(),
  }),
  z.strictObject({ type: z.literal("settlementRetracted"), stepNo, reason: Written }),
  z.strictObject({ type: z.literal("settlementDeclined"), stepNo, reason: Written }),
  /** The step ended before the petitioner had said whether they agree. */
  z.strictObject({ type: z.literal("settlementLapsed"), stepNo }),
  z.strictObject({ type: z.literal("settlementAgreed"), stepNo, letter: AgreementLetter }),
  /** The petitioner changed their mind in time: the step ends, and the level takes the matter up anew. */
  z.strictObject({ type: z.literal("agreementTakenBack"), stepNo, level: Level }),
  z.strictObject({ type: z.literal("performanceReported"), stepNo, performed: Written }),
  /** The promised day is over, and the petitioner is asked whether it is done. */
  z.strictObject({ type: z.literal("performanceDue"), stepNo, lastDay: DistrictDate, passedOver }),
  /** The petitioner has not said so by now, and is asked once more. */
  z.strictObject({
    type: z.literal("performanceAskedAgain"),
    stepNo,
    percent: z.int(),
    lastDay: DistrictDate,
    passedOver,
  }),
  z.strictObject({ type: z.literal("settlementConfirmed"), stepNo, level: Level, reopenUntil: DistrictDate }),
  /** The petitioner says that it is not done: the step ends, and the level takes the matter up anew. */
  z.strictObject({ type: z.literal("performanceDenied"), stepNo, level: Level, reason: Written }),
  /** Nobody has said anything: the same. */
  z.strictObject({ type: z.literal("performanceUnreported"), stepNo, level: Level, lastDay: DistrictDate, passedOver }),
  /** Only its owner has said that it is done: the case ends, not as resolved. */
  z.strictObject({
    type: z.literal("settlementUnconfirmed"),
    stepNo,
    level: Level,
    lastDay: DistrictDate,
    reopenUntil: DistrictDate,
    passedOver,
  }),
  /** The petitioner changed their mind after the end: the level takes the matter up anew, with another execution. */
  z.strictObject({ type: z.literal("settlementReopened"), stepNo, level: Level, epoch: z.int().positive() }),
] as const;

export const settlementTraits: TraitsOf<typeof settlementFacts> = {
  settlementProposed: goesOn,
  settlementRetracted: goesOn,
  settlementDeclined: goesOn,
  settlementLapsed: goesOn,
  settlementAgreed: goesOn,
  agreementTakenBack: endsStep,
  performanceReported: goesOn,
  performanceDue: goesOn,
  performanceAskedAgain: goesOn,
  settlementConfirmed: endsStep,
  performanceDenied: endsStep,
  performanceUnreported: endsStep,
  settlementUnconfirmed: endsStep,
  settlementReopened: goesOn,
};
