import { common, type Evolutions, from } from "./evolution.ts";

export const withdrawalEvolutions: Evolutions<"withdrawn"> = {
  withdrawn: from(["registered", "screening", "accepted", "handling", "performing"], (c, _, { at }) => ({
    ...common(c),
    status: "withdrawn",
    closedAt: at,
  })),
};
