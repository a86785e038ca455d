import { conveningActs, meetingActs, meetingAnswerActs } from "./meeting.ts";
import { otherWayDecisionActs } from "./other-way-decision.ts";
import { recusalDecisionActs } from "./recusal-decision.ts";
import { urgencyDecisionActs } from "./urgency-decision.ts";

/**
 * What takes others than whoever has the case: meetings, by whoever calls them and by whoever is called, and what the bureau or
 * a head decides of what a petitioner asks or an owner proposes.
 */
export const actsTogether = {
  ...meetingActs,
  ...meetingAnswerActs,
  ...conveningActs,
  ...urgencyDecisionActs,
  ...otherWayDecisionActs,
  ...recusalDecisionActs,
};
