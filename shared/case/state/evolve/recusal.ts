import { barring } from "#case/state/barred.ts";
import { openStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const recusalEvolutions: Evolutions<"recused"> = {
  recused: from(openStates, (c, { staff }) => barring(c, staff)),
};
