import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { goesOn, passedOver, type TraitsOf } from "./fact.ts";

/**
 * 不适用简易办理: why a matter is none for the simple way, which is for first-time, clear and undisputed ones alone.
 * Source: 国信办发〔2022〕17号, as reported.
 */
export const NotSimple = z.enum([
  "notFirst",
  "unclear",
  "disputed",
  "ownProcedure",
  "assignedFromAbove",
  "severalBodies",
  "joint",
]);
export type NotSimple = z.infer<typeof NotSimple>;

/** 简易转普通: a case that was handled the simple way is handled as any other from now on. */
export const simpleFacts = [
  z.strictObject({
    type: z.literal("turnedOrdinary"),
    /**
     * `timePassed`: the simple way's time is over. `notSupported`: the answer does not support all that was asked for. Any
     * other: somebody has said that it is no simple matter.
     */
    why: z.enum(["timePassed", "notSupported", ...NotSimple.options]),
    /** What its owner says of it. */
    reason: Written.optional(),
    /** The last day for the answer as of any other case, counted from the first acceptance, and what it rests on. */
    answerBy: DistrictDate,
    article: Bilingual,
    passedOver,
  }),
] as const;

export const simpleTraits: TraitsOf<typeof simpleFacts> = {
  turnedOrdinary: goesOn,
};
