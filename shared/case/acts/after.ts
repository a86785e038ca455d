import { followUpActs } from "./follow-up.ts";
import { performanceActs } from "./performance.ts";
import { progressActs } from "./progress.ts";
import { promiseKeepingActs } from "./promise-keeping.ts";
import { recusalActs } from "./recusal.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What comes after an answer: what it has promised is kept, and whoever got it is called. */
export const actsAfter = {
  ...promiseKeepingActs,
  ...followUpActs,
  ...acknowledgementActs,
  ...performanceActs,
  ...progressActs,
  ...reassignmentActs,
  ...recusalActs,
};
