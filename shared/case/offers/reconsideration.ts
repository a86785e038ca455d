import { offer } from "./offer.ts";

/** 重新审查: once in the life of a case. The case had ended, and its agents with it. */
export const reconsiderationOffers = {
  askReconsideration: offer({
    agent: "never",
    at: ["notAccepted"],
    elsewhere: "nothingRefused",
    whyNot: ({ reconsideration }) => (reconsideration === undefined ? undefined : "reconsideredBefore"),
  }),
};
