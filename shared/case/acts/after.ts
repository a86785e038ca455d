import { performanceActs } from "./performance.ts";
import { progressActs } from "./progress.ts";
import { recusalActs } from "./recusal.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What comes after an answer: what it has promised is kept. */
export const actsAfter = {
  ...acknowledgementActs,
  ...performanceActs,
  ...progressActs,
  ...reassignmentActs,
  ...recusalActs,
};
