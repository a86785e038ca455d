import type { actsAtDelivery } from "#case/acts/at-delivery.ts";
import { answerRefusals } from "./acts/answer.ts";
import { answerFields } from "./acts/answer-fields.ts";
import { correctionActWords, correctionFields, correctionRefusals } from "./acts/correction.ts";
import { dayField, deliveryActWords, deliveryFields, deliveryRefusals } from "./acts/delivery.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { promiseRefusals, promiseUnderWayRefusals } from "./acts/promise.ts";
import { promiseLetterFields } from "./acts/promise-fields.ts";
import { underReviewRefusals } from "./acts/review.ts";
import { settlementFields } from "./acts/settlement.ts";
import { reason } from "./matters.ts";

/** What is said about the acts on an answer that was written, and the fields of their forms. */
export const saidAtDelivery = {
  acts: {
    ...deliveryActWords,
    ...correctionActWords,
  } satisfies ActsSaid<typeof actsAtDelivery>,
  fields: {
    ...deliveryFields,
    ...dayField,
    ...correctionFields,
    ...answerFields,
    ...promiseLetterFields,
    ...settlementFields,
    reason,
  } satisfies FieldsSaid<typeof actsAtDelivery>,
  refusals: {
    ...deliveryRefusals,
    ...correctionRefusals,
    ...answerRefusals,
    ...promiseRefusals,
    ...promiseUnderWayRefusals,
    ...underReviewRefusals,
  } satisfies RefusalsOf,
};
