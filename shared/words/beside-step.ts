import type { actsBesideStep } from "#case/acts/beside-step.ts";
import { assistanceActWords, assistanceFields } from "./acts/assistance.ts";
import { extensionActWords, extensionDecisionActWords, extensionFields } from "./acts/extension.ts";
import { materialActWords, materialFields } from "./acts/material.ts";
import type { ActsSaid, FieldsSaid } from "./acts/matter-words.ts";
import { objectionActWords, objectionFields } from "./acts/objection.ts";
import { simpleActWords, simpleFields } from "./acts/simple.ts";
import { reason } from "./matters.ts";

/** What is said about the acts beside a step, and the fields of their forms. */
export const saidBesideStep = {
  acts: {
    ...extensionActWords,
    ...extensionDecisionActWords,
    ...objectionActWords,
    ...simpleActWords,
    ...assistanceActWords,
    ...materialActWords,
  } satisfies ActsSaid<typeof actsBesideStep>,
  fields: {
    ...extensionFields,
    ...objectionFields,
    ...simpleFields,
    ...assistanceFields,
    ...materialFields,
    reason,
  } satisfies FieldsSaid<typeof actsBesideStep>,
};
