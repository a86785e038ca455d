import type { PeriodKind } from "#clock/clock.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Case, Open } from "./case.ts";

/** The last day of one of a case's periods. */
export type Due = { clock: PeriodKind; lastDay: DistrictDate };

/** What of an open step falls due first: the law's time goes before that of the step when both end on a day. */
export const stepDue = (c: Open): Due => {
  if (c.status === "screening") return { clock: "accept", lastDay: c.lastDay };
  return c.lastDay < c.answerBy ? { clock: "step", lastDay: c.lastDay } : { clock: "handling", lastDay: c.answerBy };
};

/** What of a case falls due first, which is the day that its people are given; nothing once it has ended. */
export const firstDue = (c: Case): Due | undefined => {
  switch (c.status) {
    case "registered":
      return { clock: "accept", lastDay: c.acceptBy };
    case "accepted":
      return { clock: "handling", lastDay: c.answerBy };
    case "screening":
    case "handling":
      return stepDue(c);
    case "answered":
      return c.delivery === undefined
        ? { clock: "delivery", lastDay: c.deliverBy }
        : { clock: "review", lastDay: c.delivery.reviewUntil };
    case "closed":
    case "notAccepted":
      return undefined;
  }
};
