import { digitsIn } from "#ground/phone.ts";
import { digest, keyed, sameText } from "./digest.ts";
import type { LinkFor } from "./link.ts";
import type { LinkSecrets } from "./link-secrets.ts";
import type { Counter, Pace } from "./tries.ts";

/**
 * The link's token: 256 bits as 43 base64url characters. Derived, so that the mail can be written again without a
 * token ever being stored.
 */
export const linkToken = (secret: string, link: LinkFor): string => mark(secret, "link", link).toString("base64url");

/**
 * The token in what somebody pasted or a mail program made of it: alone, in its link, or with a full stop behind it.
 * `undefined` for what can be none, and nothing is looked up for that.
 */
export const linkTokenIn = (text: string): string | undefined => {
  const [token, ...others] = text.split(/[^\w-]/).filter(({ length }) => length === 43);
  return others.length === 0 ? token : undefined;
};

/** What the store keeps of a token. */
export const linkHash = (token: string): string => digest(token);

/** What the store keeps of links that are made now. */
export const linkHashes =
  (secrets: LinkSecrets) =>
  async (link: LinkFor): Promise<string> =>
    linkHash(linkToken((await secrets.valid())[0], link));

/** The secret that a link's token was made under, or `undefined` when it is valid no more. */
export const secretBehind = (secrets: LinkSecrets, link: LinkFor, token: string): Promise<string | undefined> =>
  secrets.under((secret) => sameText(linkToken(secret, link), token));

/**
 * The six digits that go with the link, printed in the mail and typed by hand.
 * 48 bits modulo a million: no code is likelier than another by more than 4 in a billion.
 */
export const linkCode = (secret: string, link: LinkFor): string =>
  `${mark(secret, "code", link).readUIntBE(0, 6) % 1_000_000}`.padStart(6, "0");

/** The six digits that were meant by what was typed, spaced, in full-width digits or in a sentence; `undefined` if it is none. */
export const typedDigits = (typed: string): string | undefined => digitsIn(typed, 6);

/** Whether six digits are the link's. */
export const codeMatches = (secret: string, link: LinkFor, digits: string): boolean =>
  sameText(linkCode(secret, link), digits);

const mark = (secret: string, use: "link" | "code", { caseId, stepNo, staff, assignment, issue }: LinkFor) =>
  keyed(secret, use, caseId, stepNo, staff, assignment, ...(issue === undefined ? [] : [issue]));

/** Digits that are typed for one link, from wherever they come: a few slips are free, then each has to wait longer. */
const ofDigits: Pace = { free: 5, waits: [60, 120, 300, 900, 3600], forgives: 3600 };

/** Where the digits for a link are counted before they are compared. A link made anew is counted anew. */
export const digitsCounter = (hash: string): Counter => ({ of: `digits#${hash}`, pace: ofDigits });
