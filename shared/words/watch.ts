import type { actsOfWatch } from "#case/acts/watch.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { promiseDayRefusals, promiseOversightActWords, promiseOversightFields } from "./acts/promise.ts";

/** What is said about the acts of those who watch from above, and the fields of their forms. */
export const saidOfWatch = {
  acts: {
    ...promiseOversightActWords,
  } satisfies ActsSaid<typeof actsOfWatch>,
  fields: {
    ...promiseOversightFields,
  } satisfies FieldsSaid<typeof actsOfWatch>,
  refusals: {
    ...promiseDayRefusals,
  } satisfies RefusalsOf,
};
