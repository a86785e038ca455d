import { openStates, runningStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const reminderEvolutions: Evolutions<"reminded" | "shareReached"> = {
  reminded: from(openStates, (c) => c),
  shareReached: from(runningStates, (c, { lift }) =>
    lift === "notNeeded" && (c.status === "accepted" || c.status === "handling") ? { ...c, liftJudged: true } : c,
  ),
};
