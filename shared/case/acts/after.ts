import { performanceActs } from "./performance.ts";
import { progressActs } from "./progress.ts";
import { promiseKeepingActs, promiseOversightActs } from "./promise-keeping.ts";
import { recusalActs } from "./recusal.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What comes after an answer: what it has promised is kept, and what is broken is watched over. */
export const actsAfter = {
  ...promiseKeepingActs,
  ...promiseOversightActs,
  ...acknowledgementActs,
  ...performanceActs,
  ...progressActs,
  ...reassignmentActs,
  ...recusalActs,
};
