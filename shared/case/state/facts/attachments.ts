import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { assistNumber } from "./assistance.ts";
import { goesOn, inside, stepNo, type TraitsOf } from "./fact.ts";
import { CaseFile, WhyNotFile } from "./files.ts";

/** How many photos and PDFs a unit may attach to one answer. Each is as large as a petitioner's may be ({@link CaseFile}). */
export const mostAttached = 5;
/** How many a case may have, of all units that were asked. */
export const mostAttachments = 60;
/** How many that were sent may be refused, so that a history cannot be filled with them. */
export const mostRefusedAttachments = 30;

/** To which answer something was sent, and when: of which step, to which of what was asked there, of whom. */
const sent = { stepNo, asked: assistNumber, unit: UnitId, ...CaseFile.pick({ name: true, on: true }).shape };

/** 协办附件: a photo or a PDF that a unit has attached to its answer. */
export const Attachment = z.strictObject({
  ...sent,
  /** Which of that answer's. */
  n: z.int().positive(),
  ...CaseFile.pick({ kind: true, bytes: true }).shape,
  /** It came when the answer was given already. */
  after: z.literal(true).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Something that was sent and not taken. */
export const NotAttached = z.strictObject({ ...sent, why: WhyNotFile });
export type NotAttached = z.infer<typeof NotAttached>;

/** 协办附件: what another unit attaches to its answer, once it was looked at. */
export const attachmentFacts = [
  z.strictObject({
    type: z.literal("attached"),
    ...Attachment.shape,
    /** SHA-256 of what is in it, 43 base64url characters. */
    sha256: z.string().length(43),
  }),
  z.strictObject({ type: z.literal("notAttached"), ...NotAttached.shape }),
] as const;

export const attachmentTraits: TraitsOf<typeof attachmentFacts> = {
  attached: goesOn,
  notAttached: inside,
};
