import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { goesOn, stepNo, type TraitsOf } from "./fact.ts";

/** 确定社区: where it happened, found out by the bureau for a petitioner who did not know. */
export const communityFacts = [
  z.strictObject({ type: z.literal("communityAssigned"), stepNo, community: UnitId }),
] as const;

export const communityTraits: TraitsOf<typeof communityFacts> = {
  communityAssigned: goesOn,
};
