import type { actsOfWatch } from "#case/acts/watch.ts";
import { leadActWords, leadFields, leadRefusals } from "./acts/lead.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { unitRefusals } from "./acts/objection.ts";
import { promiseDayRefusals, promiseOversightActWords, promiseOversightFields } from "./acts/promise.ts";
import { nobodySupervises, supervisionActWords, supervisionFields, supervisionRefusals } from "./acts/supervision.ts";
import { reason } from "./matters.ts";

/** What is said about the acts of those who watch from above, and the fields of their forms. */
export const saidOfWatch = {
  acts: {
    ...supervisionActWords,
    ...promiseOversightActWords,
    ...leadActWords,
  } satisfies ActsSaid<typeof actsOfWatch>,
  fields: {
    ...supervisionFields,
    ...promiseOversightFields,
    ...leadFields,
    reason,
  } satisfies FieldsSaid<typeof actsOfWatch>,
  refusals: {
    ...supervisionRefusals,
    ...nobodySupervises,
    ...promiseDayRefusals,
    ...leadRefusals,
    ...unitRefusals,
  } satisfies RefusalsOf,
};
