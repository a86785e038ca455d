import type { offersToDecide } from "#case/offers/in-progress.ts";
import { answerOpenings } from "./delivery-opening.ts";
import { pressureWords } from "./pressure.ts";
import { promiseAnswers } from "./promise-answers.ts";
import { reconsiderationRequests } from "./reconsideration.ts";
import { reviewRequests } from "./review-request.ts";
import { settlementAnswers } from "./settlement-answers.ts";
import { withdrawalUndoings } from "./withdrawal.ts";

/** What a petitioner decides on what the office has done: offered where progress is told, and done at a door of its own. */
export const actsToDecide = {
  ...settlementAnswers,
  ...promiseAnswers,
  ...withdrawalUndoings,
  ...pressureWords,
  ...reconsiderationRequests,
  ...reviewRequests,
  ...answerOpenings,
} satisfies Record<keyof typeof offersToDecide, unknown>;
