import type { actsBesideStep } from "#case/acts/beside-step.ts";
import { extensionActWords } from "./acts/extension.ts";
import type { ActsSaid, FieldsSaid } from "./acts/matter-words.ts";
import { reason } from "./matters.ts";

/** What is said about the acts beside a step, and the fields of their forms. */
export const saidBesideStep = {
  acts: {
    ...extensionActWords,
  } satisfies ActsSaid<typeof actsBesideStep>,
  fields: {
    reason,
  } satisfies FieldsSaid<typeof actsBesideStep>,
};
