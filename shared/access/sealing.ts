import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as z from "zod";

const cipher = "aes-256-gcm";
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64");
const bytes = (text: string) => Buffer.from(text, "base64");

/** A text sealed with AES-256-GCM, without its key. All base64. */
export const SealedText = z.strictObject({ iv: z.base64(), tag: z.base64(), data: z.base64() });
export type SealedText = z.infer<typeof SealedText>;

/**
 * Seals a text, or bytes, with an initialisation vector of its own.
 * @param key 32 bytes @param boundTo opens only beside the same words: what it belongs to
 */
export const sealUnder = (key: Uint8Array, boundTo: string, text: string | Uint8Array): SealedText => {
  const iv = randomBytes(12);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(boundTo));
  const data = base64(
    Buffer.concat([sealing.update(typeof text === "string" ? Buffer.from(text) : text), sealing.final()]),
  );
  return { iv: base64(iv), tag: base64(sealing.getAuthTag()), data };
};

/** Opens what was sealed, as bytes. @throws when the key or what it is bound to are another's, or anything was changed. */
export const openBytesUnder = (key: Uint8Array, boundTo: string, { iv, tag, data }: SealedText): Buffer => {
  const opening = createDecipheriv(cipher, key, bytes(iv), { authTagLength: 16 })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes(tag));
  return Buffer.concat([opening.update(bytes(data)), opening.final()]);
};

/** Opens a sealed text. @throws as `openBytesUnder` does. */
export const openUnder = (key: Uint8Array, boundTo: string, sealed: SealedText): string =>
  openBytesUnder(key, boundTo, sealed).toString("utf8");
