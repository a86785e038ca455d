import { answerActs } from "./answer.ts";
import { climbActs } from "./climb.ts";
import { hearingActs } from "./hearing.ts";
import { performanceActs } from "./performance.ts";
import { progressActs } from "./progress.ts";
import { settlementActs } from "./settlement.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What the owner of a step may do, and of a settlement that is being kept, in the order of likelihood. */
export const actsAtStep = {
  ...acknowledgementActs,
  ...hearingActs,
  ...answerActs,
  ...settlementActs,
  ...performanceActs,
  ...progressActs,
  ...climbActs,
  ...reassignmentActs,
};
