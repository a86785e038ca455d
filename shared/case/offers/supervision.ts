import { daysToAskFor, supervisedStates } from "#case/state/missed-days.ts";
import { districtDate } from "#clock/period.ts";
import { offer } from "./offer.ts";

/** 督办、催办: when a petitioner may ask the bureau to supervise, and urge what is owed. */
export const supervisionOffers = {
  askSupervision: offer({
    agent: "never",
    at: supervisedStates,
    elsewhere: "nothingMissed",
    whyNot: (c, { now }) => {
      if (c.supervision?.open !== undefined) return "supervisedAlready";
      return daysToAskFor(c, now).length === 0 ? "nothingMissed" : undefined;
    },
  }),
  urge: offer({
    agent: "follow",
    at: ["registered", "screening", "transferring", "accepted", "handling", "performing", "merged", "delivering"],
    elsewhere: "nothingOwed",
    whyNot: ({ supervision }, { now }) => {
      const againOn = supervision?.urgedAgainOn;
      return againOn !== undefined && againOn > districtDate(now) ? "urgedLately" : undefined;
    },
  }),
};
