import { mostRatings } from "#case/state/facts/rating.ts";
import { hasResult, rateableStates, rateableUntil } from "#case/state/rating.ts";
import { offer } from "./offer.ts";
import { isOver } from "./settlement.ts";

/**
 * 评价: when a petitioner may rate: from the answer that has reached them, or the end by a settlement, until the policy's days
 * after the end. An agent never does. What another body or procedure has, what was not accepted and what was withdrawn has no
 * result of an office here to be rated.
 */
export const ratingOffers = {
  rate: offer({
    agent: "never",
    at: rateableStates,
    elsewhere: "nothingToRate",
    whyNot: (c, world) => {
      if (!hasResult(c)) return "nothingToRate";
      const until = rateableUntil(c, world);
      if (until !== undefined && isOver(until, world)) return "tooLateToRate";
      return c.rating?.times === mostRatings ? "ratedEnough" : undefined;
    },
  }),
};
