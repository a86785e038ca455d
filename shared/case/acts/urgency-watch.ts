import type { In } from "#case/state/case.ts";
import { mostUrgencyRequests } from "#case/state/facts/urgency-request.ts";
import { type AwaitedDecision, ofTheBureau } from "./awaited-decision.ts";

/** 申请紧急: what a petitioner has asked for waits for the bureau. */
export const urgencyDecision: AwaitedDecision = {
  matter: "hurry",
  clock: "urgencyDecision",
  ask: "decideUrgency",
  told: { passedOn: "urgencyPassedOn", climbed: "urgencyClimbed", awaited: "urgencyAwaited" },
  next: ofTheBureau,
};

/** The number of the next decision. Each request of a step may need two, as the first may climb; no two of a case have one number. */
export const nextUrgencyDecision = ({ stepNo, hurries = 0 }: In<"handling">): number =>
  2 * (mostUrgencyRequests * stepNo + hurries) + 1;
