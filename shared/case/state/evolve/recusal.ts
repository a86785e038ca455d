import { barring } from "#case/state/barred.ts";
import { openStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const recusalEvolutions: Evolutions<"recused" | "recusalDecided"> = {
  recused: from(openStates, (c, { staff }) => barring(c, staff)),
  recusalDecided: from(openStates, (c, { staff, letter }) =>
    letter.decision.is === "granted" ? barring(c, staff) : c,
  ),
};
