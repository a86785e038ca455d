import { createHmac, hash, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 of the parts under a secret. Parts hold no `|`, so no two lists of parts read alike. */
export const keyed = (secret: string, ...parts: (string | number)[]): Buffer =>
  createHmac("sha256", secret).update(parts.join("|")).digest();

/** SHA-256 as 43 base64url characters. */
export const digest = (text: string): string => hash("sha256", text, "base64url");

/** Compares in a time that tells nothing about where the texts differ. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(hash("sha256", a, "buffer"), hash("sha256", b, "buffer"));
