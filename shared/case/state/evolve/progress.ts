import { openStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const progressEvolutions: Evolutions<"progressTold" | "progressNoted"> = {
  progressTold: from(openStates, (c) => c),
  progressNoted: from(openStates, (c) => c),
};
