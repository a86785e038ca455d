import * as z from "zod";
import { DistrictDate } from "#ground/instant.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/**
 * 承诺: a letter has promised something for a day (《信访工作条例》 Art. 32). Its author keeps it: from the promised day on, or
 * from the end of the time for review, whichever comes first. From then on it goes as with a settlement that was agreed.
 */
export const promiseFacts = [
  z.strictObject({
    type: z.literal("promiseAwaited"),
    stepNo,
    why: z.enum(["dayCame", "reviewOver"]),
    promisedFor: DistrictDate,
  }),
] as const;

export const promiseTraits: TraitsOf<typeof promiseFacts> = {
  promiseAwaited: { step: "goesOn", told: "everybody" },
};
