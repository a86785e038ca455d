import type { actsBesideStep } from "#case/acts/beside-step.ts";
import { assistanceActWords, assistanceFields, assistanceRefusals } from "./acts/assistance.ts";
import { explanationField } from "./acts/explanation-field.ts";
import { extensionActWords, extensionDecisionActWords, extensionFields, extensionRefusals } from "./acts/extension.ts";
import { guidanceFields, guidanceRefusals } from "./acts/guidance.ts";
import { materialActWords, materialFields, materialRefusals } from "./acts/material.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { objectionActWords, objectionFields, objectionRefusals, unitRefusals } from "./acts/objection.ts";
import { otherWayActWords, otherWayRefusals } from "./acts/other-way.ts";
import { recusalActWords, recusalFields, recusalPendingRefusals, recusalRefusals } from "./acts/recusal.ts";
import { simpleActWords, simpleFields, simpleRefusals } from "./acts/simple.ts";
import { bodyField, bodyRefusals } from "./acts/transfer.ts";
import { reason } from "./matters.ts";

/** What is said about the acts beside a step, and the fields of their forms. */
export const saidBesideStep = {
  acts: {
    ...extensionActWords,
    ...extensionDecisionActWords,
    ...objectionActWords,
    ...otherWayActWords,
    ...simpleActWords,
    ...recusalActWords,
    ...assistanceActWords,
    ...materialActWords,
  } satisfies ActsSaid<typeof actsBesideStep>,
  fields: {
    ...extensionFields,
    ...objectionFields,
    ...bodyField,
    ...guidanceFields,
    ...explanationField,
    ...simpleFields,
    ...recusalFields,
    ...assistanceFields,
    ...materialFields,
    reason,
  } satisfies FieldsSaid<typeof actsBesideStep>,
  refusals: {
    ...extensionRefusals,
    ...objectionRefusals,
    ...unitRefusals,
    ...otherWayRefusals,
    ...bodyRefusals,
    ...guidanceRefusals,
    ...recusalRefusals,
    ...recusalPendingRefusals,
    ...simpleRefusals,
    ...assistanceRefusals,
    ...materialRefusals,
  } satisfies RefusalsOf,
};
