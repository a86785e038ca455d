import { acceptanceActs } from "./acceptance.ts";
import { communityActs } from "./community.ts";
import { guidanceActs } from "./guidance.ts";
import { hearingActs } from "./hearing.ts";
import { otherWayDecisionActs } from "./other-way-decision.ts";
import { pressureActs } from "./pressure-answer.ts";
import { progressActs } from "./progress.ts";
import { reconsiderationActs } from "./reconsideration-decision.ts";
import { recusalActs } from "./recusal.ts";
import { recusalDecisionActs } from "./recusal-decision.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";
import { transferActs } from "./transfer.ts";
import { urgencyDecisionActs } from "./urgency-decision.ts";

/** What the bureau may do before a petition is accepted, until another body has it, and what is decided of what a petitioner asks or an owner proposes, in the order of likelihood. */
export const actsAtScreening = {
  ...acknowledgementActs,
  ...pressureActs,
  ...communityActs,
  ...acceptanceActs,
  ...reconsiderationActs,
  ...guidanceActs,
  ...transferActs,
  ...hearingActs,
  ...progressActs,
  ...reassignmentActs,
  ...recusalActs,
  ...urgencyDecisionActs,
  ...otherWayDecisionActs,
  ...recusalDecisionActs,
};
