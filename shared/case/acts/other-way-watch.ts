import { type AwaitedDecision, ofTheBureau } from "./awaited-decision.ts";

/** 提请转送、导入: what an owner has proposed waits for the bureau. */
export const otherWayDecision: AwaitedDecision = {
  matter: "otherWay",
  clock: "otherWayDecision",
  ask: "decideOtherWay",
  told: { passedOn: "otherWayPassedOn", climbed: "otherWayClimbed", awaited: "otherWayAwaited" },
  next: ofTheBureau,
};
