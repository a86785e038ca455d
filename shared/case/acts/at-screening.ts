import { acceptanceActs } from "./acceptance.ts";
import { communityActs } from "./community.ts";
import { guidanceActs } from "./guidance.ts";
import { hearingActs } from "./hearing.ts";
import { pressureActs } from "./pressure-answer.ts";
import { progressActs } from "./progress.ts";
import { reconsiderationActs } from "./reconsideration-decision.ts";
import { recusalActs } from "./recusal.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";
import { transferActs } from "./transfer.ts";

/** What the bureau may do before a petition is accepted, and until another body has it, in the order of likelihood. */
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
};
