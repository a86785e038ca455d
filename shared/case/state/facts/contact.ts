import * as z from "zod";
import { goesOn, type TraitsOf } from "./fact.ts";

/** What a petitioner can be reached by. */
export const ContactPart = z.enum(["phone", "email", "address"]);
export type ContactPart = z.infer<typeof ContactPart>;

/** 更正联系方式: the petitioner has corrected by what they can be reached. That they did is on record, and never what. */
export const contactFacts = [
  z.strictObject({
    type: z.literal("contactCorrected"),
    corrected: z.array(ContactPart).min(1),
    /** Which of the addresses for mail that the petitioner has left counts from now on, where it is another, or none any more. */
    address: z.int().min(2).optional(),
  }),
] as const;

export const contactTraits: TraitsOf<typeof contactFacts> = {
  contactCorrected: goesOn,
};
