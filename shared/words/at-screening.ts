import type { actsAtScreening } from "#case/acts/at-screening.ts";
import { acceptanceActWords, acceptanceFields, acceptanceRefusals } from "./acts/acceptance.ts";
import { communityActWords, communityFields, communityRefusals } from "./acts/community.ts";
import { dayField } from "./acts/delivery.ts";
import { guidanceActWords, guidanceFields, guidanceRefusals } from "./acts/guidance.ts";
import { hearingActWords, hearingFields, hearingRefusals } from "./acts/hearing.ts";
import { jointAcceptanceRefusals } from "./acts/joint.ts";
import type { ActsSaid, FieldsSaid, RefusalsOf } from "./acts/matter-words.ts";
import { pressureActWords } from "./acts/pressure.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { reconsiderationActWords, reconsiderationDecisionRefusals } from "./acts/reconsideration.ts";
import {
  recusalActWords,
  recusalDecisionActWords,
  recusalFields,
  recusalPendingRefusals,
  recusalRefusals,
} from "./acts/recusal.ts";
import { simpleFields, simpleRefusals } from "./acts/simple.ts";
import { stepActWords, stepFields, stepRefusals } from "./acts/step.ts";
import { transferActWords, transferFields, transferRefusals } from "./acts/transfer.ts";
import { urgencyDecisionActWords } from "./acts/urgency-request.ts";
import { reason } from "./matters.ts";

/** What is said about the acts before a petition is accepted, and the fields of their forms. */
export const saidAtScreening = {
  acts: {
    ...stepActWords,
    ...pressureActWords,
    ...recusalActWords,
    ...urgencyDecisionActWords,
    ...recusalDecisionActWords,
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
    ...transferFields,
    ...hearingFields,
    ...progressFields,
    ...simpleFields,
    ...dayField,
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
    ...transferRefusals,
    ...hearingRefusals,
    ...simpleRefusals,
  } satisfies RefusalsOf,
};
