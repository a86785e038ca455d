import type { actsAtScreening } from "#case/acts/at-screening.ts";
import { acceptanceActWords, acceptanceFields } from "./acts/acceptance.ts";
import { communityActWords, communityFields } from "./acts/community.ts";
import { dayField } from "./acts/delivery.ts";
import { guidanceActWords, guidanceFields } from "./acts/guidance.ts";
import { hearingActWords, hearingFields } from "./acts/hearing.ts";
import type { ActsSaid, FieldsSaid } from "./acts/matter-words.ts";
import { progressActWords, progressFields } from "./acts/progress.ts";
import { reconsiderationActWords } from "./acts/reconsideration.ts";
import { simpleFields } from "./acts/simple.ts";
import { stepActWords, stepFields } from "./acts/step.ts";
import { transferActWords, transferFields } from "./acts/transfer.ts";
import { reason } from "./matters.ts";

/** What is said about the acts before a petition is accepted, and the fields of their forms. */
export const saidAtScreening = {
  acts: {
    ...stepActWords,
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
};
