import type { actsToDecide } from "#case/acts/to-decide.ts";
import type { Notices, PetitionerFieldsSaid } from "./acts/matter-words.ts";
import { pressureFields, pressureNotices } from "./acts/pressure.ts";
import { promiseAnswerFields, promiseNotices } from "./acts/promise.ts";
import { reconsiderationNotices } from "./acts/reconsideration.ts";
import { reviewNotices, reviewRequestFields } from "./acts/review.ts";
import { settlementNotices } from "./acts/settlement.ts";
import { withdrawalUndoingNotices } from "./acts/withdrawal.ts";
import { reason } from "./matters.ts";
import { refusedPetitioner } from "./petitioner-refusals.ts";

/** What is said about what petitioners decide on the office's work. */
export const saidToDecide = {
  notices: {
    ...settlementNotices,
    ...promiseNotices,
    ...withdrawalUndoingNotices,
    ...pressureNotices,
    ...reconsiderationNotices,
    ...reviewNotices,
    openAnswer: "shows itself",
  } satisfies Notices<typeof actsToDecide>,
  fields: {
    reason,
    ...pressureFields,
    ...promiseAnswerFields,
    ...reviewRequestFields,
  } satisfies PetitionerFieldsSaid<typeof actsToDecide>,
  refused: refusedPetitioner,
};
