import { type Evolutions, from } from "./evolution.ts";
import { going } from "./upkeep.ts";

export const reminderEvolutions: Evolutions<"reminded" | "shareReached"> = {
  reminded: from(["screening", "handling"], (c) => c),
  shareReached: from(going, (c, { lift }) =>
    lift === "notNeeded" && (c.status === "accepted" || c.status === "handling") ? { ...c, liftJudged: true } : c,
  ),
};
