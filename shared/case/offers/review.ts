import { reviewingUnit } from "#case/state/reviewers.ts";
import { offer } from "./offer.ts";

/**
 * 复查: once for each answer, from its delivery until its case ends; after the time for it the body judges whether it was too late.
 * Where the body is outside, it is asked for at the address of the letter; so it is where nobody is left here who had no part in the
 * case, which is found when it is asked for, and not whenever its page is read.
 */
export const reviewOffers = {
  askReview: offer({
    agent: "never",
    at: ["window"],
    elsewhere: "nothingToReview",
    whyNot: (c, world) => {
      if (c.letter.remedy.kind !== "review") return "nothingToReview";
      if (c.review !== undefined) return "reviewAskedBefore";
      return c.owners === undefined || reviewingUnit(c, world.directory) === undefined
        ? "reviewedElsewhere"
        : undefined;
    },
  }),
};
