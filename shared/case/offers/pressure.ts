import { mostWords } from "#case/state/facts/pressure.ts";
import { offer } from "./offer.ts";

/** 撤回是否自愿: while a withdrawal can be undone, as long as no such word waits for its answer. Never by an agent, who may be whom it is about. */
export const pressureOffers = {
  tellPressure: offer({
    agent: "never",
    at: ["withdrawing"],
    elsewhere: "notWithdrawn",
    whyNot: ({ pressed, stepNo }) => {
      if (pressed?.open !== undefined) return "pressureTold";
      if ((pressed?.words ?? 0) >= mostWords) return "pressureToldEnough";
      return stepNo === 0 ? "nobodyHadIt" : undefined;
    },
  }),
};
