import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import { acceptanceActWords, acceptanceFields } from "./acts/acceptance.ts";
import { answerActWords, answerFields } from "./acts/answer.ts";
import { climbActWords } from "./acts/climb.ts";
import { communityActWords, communityFields } from "./acts/community.ts";
import { correctionActWords, correctionFields } from "./acts/correction.ts";
import { deliveryActWords, deliveryFields } from "./acts/delivery.ts";
import { extensionActWords, extensionFields } from "./acts/extension.ts";
import { guidanceActWords, guidanceFields } from "./acts/guidance.ts";
import { hearingActWords, hearingFields } from "./acts/hearing.ts";
import type { ActWords, FieldWords } from "./acts/matter-words.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { settlementActWords, settlementFields } from "./acts/settlement.ts";
import { simpleActWords, simpleFields } from "./acts/simple.ts";
import { stepActWords, stepFields } from "./acts/step.ts";
import { reason } from "./matters.ts";

/** What is said about every act of the office. */
export const actWords: Readonly<Record<StaffActName, ActWords>> = {
  ...acceptanceActWords,
  ...communityActWords,
  ...guidanceActWords,
  ...stepActWords,
  ...progressActWords,
  ...hearingActWords,
  ...settlementActWords,
  ...answerActWords,
  ...deliveryActWords,
  ...correctionActWords,
  ...climbActWords,
  ...extensionActWords,
  ...simpleActWords,
};

/** The fields of the office's forms. */
export const actFieldWords: Readonly<Record<StaffField, FieldWords>> = {
  ...acceptanceFields,
  ...communityFields,
  ...guidanceFields,
  ...stepFields,
  ...progressFields,
  ...hearingFields,
  ...settlementFields,
  ...answerFields,
  ...deliveryFields,
  ...correctionFields,
  ...extensionFields,
  ...simpleFields,
  reason,
};
