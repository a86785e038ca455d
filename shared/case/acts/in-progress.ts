import { materialBringing } from "./bringing.ts";
import { answerOpenings } from "./delivery.ts";
import { reconsiderationRequests } from "./reconsideration.ts";
import { settlementAnswers } from "./settlement.ts";
import { withdrawalUndoings } from "./withdrawal.ts";

/** What a petitioner decides on what the office has done: where their case's progress is told. */
export const actsInProgress = {
  ...settlementAnswers,
  ...answerOpenings,
  ...materialBringing,
  ...withdrawalUndoings,
  ...reconsiderationRequests,
};
