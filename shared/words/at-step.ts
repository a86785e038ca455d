import type { actsAtStep } from "#case/acts/at-step.ts";
import { answerActWords, answerRefusals } from "./acts/answer.ts";
import { answerFields } from "./acts/answer-fields.ts";
import { climbActWords, climbRefusals } from "./acts/climb.ts";
import { dayField } from "./acts/delivery.ts";
import { hearingActWords, hearingFields, hearingRefusals } from "./acts/hearing.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { othersMergedRefusals } from "./acts/merging.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { promiseRefusals } from "./acts/promise.ts";
import { promiseLetterFields } from "./acts/promise-fields.ts";
import { recusalPendingRefusals } from "./acts/recusal.ts";
import { redoRefusals } from "./acts/review.ts";
import {
  noSettlementRefusals,
  performanceActWords,
  performanceFields,
  performanceRefusals,
  proposalRefusals,
  settlementActWords,
  settlementFields,
} from "./acts/settlement.ts";
import { stepActWords, stepFields, stepRefusals } from "./acts/step.ts";
import { reason } from "./matters.ts";

/** What is said about the acts on a step, and the fields of their forms. */
export const saidAtStep = {
  acts: {
    ...stepActWords,
    ...hearingActWords,
    ...answerActWords,
    ...settlementActWords,
    ...performanceActWords,
    ...progressActWords,
    ...climbActWords,
  } satisfies ActsSaid<typeof actsAtStep>,
  fields: {
    ...stepFields,
    ...hearingFields,
    ...answerFields,
    ...promiseLetterFields,
    ...settlementFields,
    ...performanceFields,
    ...progressFields,
    ...dayField,
    reason,
  } satisfies FieldsSaid<typeof actsAtStep>,
  refusals: {
    ...stepRefusals,
    ...recusalPendingRefusals,
    ...hearingRefusals,
    ...answerRefusals,
    ...proposalRefusals,
    ...performanceRefusals,
    ...climbRefusals,
    ...noSettlementRefusals,
    ...othersMergedRefusals,
    ...promiseRefusals,
    ...redoRefusals,
  } satisfies RefusalsOf,
};
