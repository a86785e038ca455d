import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { goesOn, stepNo, type TraitsOf } from "./fact.ts";

/** What came of a contact: they were heard, could not be reached, or did not want to say anything. */
export const ContactCame = z.enum(["heard", "tried", "declined"]);
export type ContactCame = z.infer<typeof ContactCame>;

/**
 * 听取陈述: how a petitioner was heard before the answer, on which day, and what was said or done. `notReached`: it was tried
 * as often as is asked for.
 */
export const Hearing = z.strictObject({
  how: z.enum(["heard", "declined", "notReached"]),
  on: DistrictDate,
  said: Written,
});
export type Hearing = z.infer<typeof Hearing>;

/** 联系信访人: each contact, as its owner records it. */
export const hearingFacts = [
  z.strictObject({
    type: z.literal("contactRecorded"),
    stepNo,
    unit: UnitId,
    came: ContactCame,
    on: DistrictDate,
    said: Written,
    /** How often they could not be reached by now; none where they were. */
    tries: z.int().positive().optional(),
  }),
] as const;

export const hearingTraits: TraitsOf<typeof hearingFacts> = {
  contactRecorded: goesOn,
};
