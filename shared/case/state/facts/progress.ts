import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { Written } from "#ground/written.ts";
import { goesOn, inside, stepNo, type TraitsOf } from "./fact.ts";

/** 办理进展: what the owner of a step writes about their work on it, for the petitioner too or for the office alone. */
export const progressFacts = [
  z.strictObject({ type: z.literal("progressTold"), stepNo, unit: UnitId, note: Written }),
  z.strictObject({ type: z.literal("progressNoted"), stepNo, unit: UnitId, note: Written }),
] as const;

export const progressTraits: TraitsOf<typeof progressFacts> = {
  progressTold: goesOn,
  progressNoted: inside,
};
