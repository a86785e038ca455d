import { type Evolutions, from } from "./evolution.ts";

/** The states in which clocks run. */
export const going = ["registered", "screening", "accepted", "handling", "delivering", "window"] as const;

export const upkeepEvolutions: Evolutions<"clockMoved" | "clockReleased" | "executionReplaced"> = {
  clockMoved: from(going, (c) => c),
  clockReleased: from(going, (c) => c),
  executionReplaced: from(going, (c, { epoch }) => ({ ...c, epoch })),
};
