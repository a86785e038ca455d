import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { passedOver, type TraitsOf } from "./fact.ts";

/** 简易转普通: a case that was handled the simple way is handled as any other from now on. */
export const simpleFacts = [
  z.strictObject({
    type: z.literal("turnedOrdinary"),
    /** `timePassed`: the simple way's time is over. `notSupported`: the answer does not support all that was asked for. */
    why: z.enum(["timePassed", "notSupported"]),
    /** The last day for the answer as of any other case, counted from the first acceptance, and what it rests on. */
    answerBy: DistrictDate,
    article: Bilingual,
    passedOver,
  }),
] as const;

export const simpleTraits: TraitsOf<typeof simpleFacts> = {
  turnedOrdinary: { step: "goesOn", told: "everybody" },
};
