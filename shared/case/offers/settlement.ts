import type { In } from "#case/state/case.ts";
import type { World } from "#case/state/world.ts";
import { districtDate } from "#clock/period.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { offer } from "./offer.ts";

/** Whether a last day is over by now. */
export const isOver = (lastDay: DistrictDate, { now }: World): boolean => lastDay < districtDate(now);

/** Whether there is nothing to wait for any more: it was done before it was proposed, or its day is over by now. */
const isDoneByNow = ({ promisedFor }: NonNullable<In<"handling">["settlement"]>, world: World): boolean =>
  promisedFor === undefined || isOver(promisedFor, world);

/** 化解: when a petitioner is asked, first whether they agree, and when the day has come, whether it is done. */
export const settlementOffers = {
  agreeSettlement: offer({
    agent: "settle",
    at: ["handling"],
    elsewhere: "noSettlementPending",
    whyNot: ({ settlement, urgent }, world) => {
      if (settlement === undefined) return "noSettlementPending";
      if (urgent) return "urgentNotSettled";
      return isDoneByNow(settlement, world) ? "promisedDayIsOver" : undefined;
    },
  }),
  declineSettlement: offer({
    agent: "settle",
    at: ["handling"],
    elsewhere: "noSettlementPending",
    whyNot: ({ settlement }) => (settlement === undefined ? "noSettlementPending" : undefined),
  }),
  confirmSettlement: offer({
    agent: "settle",
    at: ["handling", "performing"],
    elsewhere: "noSettlementPending",
    whyNot: (c, world) => {
      if (c.status === "performing") return c.settlement.askedAt === undefined ? "promisedDayIsAhead" : undefined;
      if (c.settlement === undefined) return "noSettlementPending";
      if (c.urgent) return "urgentNotSettled";
      return isDoneByNow(c.settlement, world) ? undefined : "promisedDayIsAhead";
    },
  }),
  denyPerformance: offer({
    agent: "settle",
    at: ["performing"],
    elsewhere: "nothingAgreed",
    whyNot: ({ settlement }) => (settlement.askedAt === undefined ? "promisedDayIsAhead" : undefined),
  }),
  takeBackAgreement: offer({
    agent: "settle",
    at: ["performing"],
    elsewhere: "nothingAgreed",
    whyNot: ({ settlement: { takeBackUntil: until } }, world) => {
      if (until === undefined) return "nothingAgreed";
      return isOver(until, world) ? "tooLateToTakeBack" : undefined;
    },
  }),
  reopenSettlement: offer({
    agent: "never",
    at: ["closed"],
    elsewhere: "tooLateToReopen",
    whyNot: ({ reopening }, world) =>
      reopening === undefined || isOver(reopening.until, world) ? "tooLateToReopen" : undefined,
  }),
};
