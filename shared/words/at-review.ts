import type { reviewActs } from "#case/acts/review.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { reviewActWords, reviewFields, reviewRefusals } from "./acts/review.ts";
import { hadAPartRefusals } from "./acts/step.ts";
import { reason } from "./matters.ts";

/** What is said about the acts on a review, and the fields of their forms. */
export const saidAtReview = {
  acts: reviewActWords satisfies ActsSaid<typeof reviewActs>,
  fields: { ...reviewFields, reason } satisfies FieldsSaid<typeof reviewActs>,
  refusals: { ...reviewRefusals, ...hadAPartRefusals } satisfies RefusalsOf,
};
