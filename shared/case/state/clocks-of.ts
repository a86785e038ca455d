import type { ClockName } from "#clock/clock.ts";
import type { Case } from "./case.ts";
import { acceptClock, handlingClock } from "./decision.ts";

/** The clocks that a case should run now, by name: those of its periods, and between two steps the one on its way. */
export const clocksOf = (c: Case): ClockName[] => {
  switch (c.status) {
    case "registered":
      return [acceptClock, c.transit];
    case "screening":
      return [acceptClock];
    case "accepted":
      return [...(c.answerReminded === 100 ? [] : [handlingClock]), c.transit];
    case "handling":
      return [...(c.answerReminded === 100 ? [] : [handlingClock]), c.clock];
    case "answered":
      return [c.clock];
    case "closed":
    case "notAccepted":
      return [];
  }
};
