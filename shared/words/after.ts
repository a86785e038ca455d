import type { actsAfter } from "#case/acts/after.ts";
import { followUpActWords, followUpFields, followUpRefusals } from "./acts/follow-up.ts";
import { hearingFields } from "./acts/hearing.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { promiseKeepingActWords, promiseKeepingFields, promiseKeepingRefusals } from "./acts/promise.ts";
import { recusalActWords, recusalFields, recusalPendingRefusals, recusalRefusals } from "./acts/recusal.ts";
import { performanceActWords, performanceFields, performanceRefusals } from "./acts/settlement.ts";
import { stepActWords, stepFields, stepRefusals } from "./acts/step.ts";
import { reason } from "./matters.ts";

/** What is said about the acts after an answer, and the fields of their forms. */
export const saidAfter = {
  acts: {
    ...promiseKeepingActWords,
    ...followUpActWords,
    ...stepActWords,
    ...performanceActWords,
    ...progressActWords,
    ...recusalActWords,
  } satisfies ActsSaid<typeof actsAfter>,
  fields: {
    ...promiseKeepingFields,
    ...followUpFields,
    said: hearingFields.said,
    ...stepFields,
    ...performanceFields,
    ...progressFields,
    ...recusalFields,
    reason,
  } satisfies FieldsSaid<typeof actsAfter>,
  refusals: {
    ...promiseKeepingRefusals,
    ...followUpRefusals,
    ...stepRefusals,
    ...performanceRefusals,
    ...recusalRefusals,
    ...recusalPendingRefusals,
  } satisfies RefusalsOf,
};
