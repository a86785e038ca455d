import { type AwaitedDecision, ofTheBureau } from "./awaited-decision.ts";

/** 异议决定: what a unit has objected to waits for the bureau. */
export const objectionDecision: AwaitedDecision = {
  matter: "objection",
  clock: "objectionDecision",
  ask: "decideObjection",
  told: { passedOn: "objectionPassedOn", climbed: "objectionClimbed", awaited: "objectionAwaited" },
  next: ofTheBureau,
};
