import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { goesOn, type TraitsOf } from "./fact.ts";

/** How many photos and PDFs a case may have. */
export const mostFiles = 10;
/** Bytes of one: 10 MB. */
export const mostOfFile = 10 * 1024 * 1024;
/** How many that were sent may be refused, so that a history cannot be filled with them. */
export const mostRefusedFiles = 30;

/** The name of a file: 128 random bits, drawn when somebody may send one. Nothing that anybody calls it is kept. */
export const FileName = z.string().regex(/^[\w-]{22}$/);
export type FileName = z.infer<typeof FileName>;

/** What a file is, by what is in it. */
export const FileKind = z.enum(["jpeg", "png", "webp", "pdf"]);
export type FileKind = z.infer<typeof FileKind>;

/**
 * Why a file is not taken. `broken`: it begins as one of ours and cannot be read to its end; `swollen`: what is packed in it
 * would unpack to far more than anybody prints; `position`: it says where it was taken; `locked`: a password opens it.
 */
export const WhyNotFile = z.enum(["kind", "empty", "tooLarge", "broken", "swollen", "position", "locked", "tooMany"]);
export type WhyNotFile = z.infer<typeof WhyNotFile>;

/** A file of a case, as the case knows it. */
export const CaseFile = z.strictObject({
  /** Which of the case's. */
  n: z.int().min(1).max(mostFiles),
  name: FileName,
  kind: FileKind,
  bytes: z.int().min(1).max(mostOfFile),
  /** 收到日期. */
  on: DistrictDate,
  /** Which agent sent it, if one did. */
  agent: z.int().positive().optional(),
  /** 代为录入: whose member of staff has entered it, where it came with a petition that they have registered. */
  enteredBy: UnitId.optional(),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** The files of a case: those that it has, and those that were sent and not taken. */
export const SentFiles = z.strictObject({
  kept: z.array(CaseFile).max(mostFiles),
  refused: z.array(z.strictObject({ name: FileName, why: WhyNotFile })).max(mostRefusedFiles),
});
export type SentFiles = z.infer<typeof SentFiles>;

/** Those of a case to which nothing was sent. */
export const noFiles: SentFiles = { kept: [], refused: [] };

/**
 * 照片和 PDF 材料: what the petitioner, or an agent of theirs, sends, once it was looked at; and what came with a petition
 * that somebody has registered for them, whose actor that somebody is.
 */
export const fileFacts = [
  z.strictObject({
    type: z.literal("fileAdded"),
    ...CaseFile.omit({ agent: true }).shape,
    /** SHA-256 of what is in it, 43 base64url characters: what is opened years later can be told to be the same. */
    sha256: z.string().length(43),
    /** It answers what was asked for: the time of the step runs again. */
    answers: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal("fileRefused"), name: FileName, why: WhyNotFile, on: DistrictDate }),
] as const;

export const fileTraits: TraitsOf<typeof fileFacts> = {
  fileAdded: goesOn,
  fileRefused: goesOn,
};
