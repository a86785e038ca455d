import type { actsAtScreening } from "#case/acts/at-screening.ts";
import { acceptanceActWords, acceptanceFields, acceptanceRefusals } from "./acts/acceptance.ts";
import { communityActWords, communityFields, communityRefusals } from "./acts/community.ts";
import { dayField } from "./acts/delivery.ts";
import { explanationField } from "./acts/explanation-field.ts";
import { guidanceActWords, guidanceFields, guidanceRefusals } from "./acts/guidance.ts";
import { hearingActWords, hearingFields, hearingRefusals } from "./acts/hearing.ts";
import { jointAcceptanceRefusals } from "./acts/joint.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { pressureActWords } from "./acts/pressure.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { reconsiderationActWords, reconsiderationDecisionRefusals } from "./acts/reconsideration.ts";
import { recusalActWords, recusalFields, recusalPendingRefusals, recusalRefusals } from "./acts/recusal.ts";
import { simpleFields, simpleRefusals } from "./acts/simple.ts";
import { stepActWords, stepFields, stepRefusals } from "./acts/step.ts";
import { bodyField, bodyRefusals, transferActWords, transferFields, transferRefusals } from "./acts/transfer.ts";
import { reason } from "./matters.ts";

/** What is said about the acts before a petition is accepted, and the fields of their forms. */
export const saidAtScreening = {
  acts: {
    ...stepActWords,
    ...pressureActWords,
    ...recusalActWords,
    ...communityActWords,
    ...acceptanceActWords,
    ...reconsiderationActWords,
    ...guidanceActWords,
    ...transferActWords,
    ...hearingActWords,
    ...progressActWords,
  } satisfies ActsSaid<typeof actsAtScreening>,
  fields: {
    ...stepFields,
    ...recusalFields,
    ...communityFields,
    ...acceptanceFields,
    ...guidanceFields,
    ...bodyField,
    ...transferFields,
    ...hearingFields,
    ...progressFields,
    ...simpleFields,
    ...dayField,
    ...explanationField,
    reason,
  } satisfies FieldsSaid<typeof actsAtScreening>,
  refusals: {
    ...stepRefusals,
    ...recusalRefusals,
    ...recusalPendingRefusals,
    ...communityRefusals,
    ...acceptanceRefusals,
    ...jointAcceptanceRefusals,
    ...reconsiderationDecisionRefusals,
    ...guidanceRefusals,
    ...bodyRefusals,
    ...transferRefusals,
    ...hearingRefusals,
    ...simpleRefusals,
  } satisfies RefusalsOf,
};
