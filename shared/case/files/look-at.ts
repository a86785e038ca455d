import { hash } from "node:crypto";
import { type FileKind, mostOfFile, type WhyNotFile } from "#case/state/facts/files.ts";
import { isPdf, whyNotPdf } from "./pdf.ts";
import { photoKindOf, whyNotPhoto } from "./photo.ts";

/** What was found in a file, or why it is not taken. */
export type FoundFile = { kind: FileKind; bytes: number; sha256: string } | { why: WhyNotFile };

/**
 * 检查文件: what a file is, by what is in it and by nothing that was said of it, and whether it can be taken. Pure. Of all
 * that could be in a file it reads what we ask of one, without a library that knows two hundred kinds: each of ours is told
 * by its first bytes, and its parts are walked through to the end.
 */
export const lookAt = (content: Uint8Array): FoundFile => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) return { why: "empty" };
  if (bytes.length > mostOfFile) return { why: "tooLarge" };
  const photo = photoKindOf(bytes);
  const kind = photo ?? (isPdf(bytes) ? "pdf" : undefined);
  if (kind === undefined) return { why: "kind" };
  const why = photo === undefined ? whyNotPdf(bytes) : whyNotPhoto(photo, bytes);
  return why === undefined ? { kind, bytes: bytes.length, sha256: hash("sha256", bytes, "base64url") } : { why };
};
