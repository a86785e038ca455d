import { type Evolutions, from } from "./evolution.ts";

export const communityEvolutions: Evolutions<"communityAssigned"> = {
  communityAssigned: from(["screening"], (c, { community }) => ({ ...c, community })),
};
