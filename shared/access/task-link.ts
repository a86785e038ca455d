import { normalised } from "#ground/foreign-text.ts";
import { digest, keyed, sameText } from "./digest.ts";
import type { LinkFor } from "./link.ts";

/**
 * The link's token: 256 bits as 43 base64url characters. Derived, so that the mail can be written again without a
 * token ever being stored.
 */
export const linkToken = (secret: string, link: LinkFor): string => mark(secret, "link", link).toString("base64url");

/** Whether a text can be a token at all: nothing is looked up for what cannot. */
export const isLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What the store keeps of a token. */
export const linkHash = (token: string): string => digest(token);

/**
 * The six digits that go with the link, printed in the mail and typed by hand.
 * 48 bits modulo a million: no code is likelier than another by more than 4 in a billion.
 */
export const linkCode = (secret: string, link: LinkFor): string =>
  `${mark(secret, "code", link).readUIntBE(0, 6) % 1_000_000}`.padStart(6, "0");

/** Whether the typed digits are the link's, spaces and full-width digits forgiven. */
export const codeMatches = (secret: string, link: LinkFor, typed: string): boolean =>
  sameText(linkCode(secret, link), (normalised(typed, "NFKC") ?? "").replaceAll(/[\s-]/g, ""));

const mark = (secret: string, use: "link" | "code", { caseId, stepNo, staff, assignment }: LinkFor) =>
  keyed(secret, use, caseId, stepNo, staff, assignment);
