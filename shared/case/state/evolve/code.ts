import { goingStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const codeEvolutions: Evolutions<"codeRenewed"> = {
  codeRenewed: from(goingStates, (c, { issue }) => ({ ...c, codes: issue })),
};
