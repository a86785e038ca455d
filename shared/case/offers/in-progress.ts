import { bringingOffers } from "./bringing.ts";
import { answerOpeningOffers } from "./delivery.ts";
import { pressureOffers } from "./pressure.ts";
import { promiseOffers } from "./promise.ts";
import { reconsiderationOffers } from "./reconsideration.ts";
import { reviewOffers } from "./review.ts";
import { settlementOffers } from "./settlement.ts";
import { withdrawalUndoingOffers } from "./withdrawal.ts";

/** What a petitioner decides on what the office has done, and what they take back of their own word. */
export const offersToDecide = {
  ...settlementOffers,
  ...promiseOffers,
  ...withdrawalUndoingOffers,
  ...pressureOffers,
  ...reconsiderationOffers,
  ...reviewOffers,
  ...answerOpeningOffers,
};

/** All that is offered where a case's progress is told, in the order of the page. */
export const offersInProgress = { ...offersToDecide, ...bringingOffers };
