import * as z from "zod";
import { Language } from "#ground/bilingual.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { Phone } from "#ground/phone.ts";

/** Who brought the petition and how to reach them. Kept encrypted; each look by staff is recorded. */
export const Petitioner = z.strictObject({
  /** Nobody has to say who they are. */
  name: z.string().optional(),
  /** Not everybody has one. */
  phone: Phone.optional(),
  email: z.email().optional(),
  /** 住址: where post reaches them. */
  address: z.string().optional(),
  /** The language that the petitioner used. */
  lang: Language,
});
export type Petitioner = z.infer<typeof Petitioner>;

/** Requests that one petition may make: what is answered is read as one letter. */
export const mostRequests = 5;

/** By what a petitioner can be reached, as they are told of it themselves. */
export type ContactSeen = { phone?: Phone | undefined; email?: string | undefined; address?: string | undefined };

/** The petition in the petitioner's own words, with its requests (诉求) in the order of their numbers. Kept encrypted. */
export const Matter = z.strictObject({
  story: z.string(),
  place: z.string(),
  requests: z.array(z.string()).min(1).max(mostRequests),
});
export type Matter = z.infer<typeof Matter>;

/**
 * One look at a petition by a member of staff. `unit` is theirs at that moment: whoever stands in is of another unit than
 * the step, and people move. `only` when they were shown the petitioner's words, and not who the petitioner
 * is; or nothing but what other units have attached to their answers. `dossier`: they took all of it out, for the body that
 * decides on a review.
 */
export const Look = z.strictObject({
  at: Instant,
  by: StaffId,
  unit: UnitId,
  stepNo: z.int().positive(),
  only: z.enum(["matter", "attachments", "dossier"]).optional(),
});
export type Look = z.infer<typeof Look>;
