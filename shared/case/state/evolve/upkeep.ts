import { goingStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const upkeepEvolutions: Evolutions<"clockMoved" | "clockReleased" | "executionReplaced"> = {
  clockMoved: from(goingStates, (c) => c),
  clockReleased: from(goingStates, (c) => c),
  executionReplaced: from(goingStates, (c, { epoch }) => ({ ...c, epoch })),
};
