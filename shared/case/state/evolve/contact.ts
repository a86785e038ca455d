import { goingStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const contactEvolutions: Evolutions<"contactCorrected"> = {
  contactCorrected: from(goingStates, (c, { address }) => (address === undefined ? c : { ...c, addresses: address })),
};
