import { goingStates, runningStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const upkeepEvolutions: Evolutions<"clockMoved" | "clockReleased" | "executionReplaced"> = {
  clockMoved: from(runningStates, (c) => c),
  clockReleased: from(runningStates, (c) => c),
  executionReplaced: from(goingStates, (c, { epoch }) => ({ ...c, epoch })),
};
