import type { AwaitedDecision } from "./awaited-decision.ts";
import { objectionDecision } from "./objection-watch.ts";
import { otherWayDecision } from "./other-way-watch.ts";
import { recusalDecision } from "./recusal-watch.ts";
import { urgencyDecision } from "./urgency-watch.ts";

/** All that may wait for somebody's decision beside a step, in the order in which it passes on. */
export const awaitedDecisions: readonly AwaitedDecision[] = [
  objectionDecision,
  otherWayDecision,
  recusalDecision,
  urgencyDecision,
];
