import { goingStates } from "#case/state/case.ts";
import { type Evolutions, from } from "./evolution.ts";

export const contactEvolutions: Evolutions<"contactCorrected"> = {
  contactCorrected: from(goingStates, (c, { corrected, address }) => ({
    ...c,
    ...(corrected.includes("address") && { postal: true as const }),
    ...(address !== undefined && { addresses: address }),
  })),
};
