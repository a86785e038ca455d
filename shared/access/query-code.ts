import { normalised } from "#ground/foreign-text.ts";
import { digitsIn, readOwnNumber } from "#ground/phone.ts";
import { digest, keyed, sameText } from "./digest.ts";

/** Crockford's base 32: no I, L, O or U, which are misread or make words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new query code: 60 bits as `XXXX-XXXX-XXXX`. `random` gives as many random bytes as asked for. */
export const newQueryCode = (random: (bytes: number) => Uint8Array): string =>
  grouped(Array.from(random(12), (byte) => alphabet[byte % alphabet.length]).join(""));

/** The code that was meant by what was typed, or `undefined` if it cannot be one. */
export const normaliseQueryCode = (typed: string): string | undefined => {
  const meant = normalised(typed, "NFKC")
    ?.toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return meant !== undefined && /^[0-9A-HJKMNP-TV-Z]{12}$/.test(meant) ? grouped(meant) : undefined;
};

/** What the store keeps of a query code. */
export const queryCodeHash = (code: string): string => digest(code);

/**
 * What somebody types of their number: its ending, which is enough to look, or all of it, which may decide too. It is that
 * of their phone, or one that they chose when they filed without a phone.
 */
export type TypedPhone = { part: "ending" | "number"; digits: string };

/** The digits that were meant by what was typed, or `undefined` if they are neither four nor a whole number. */
export const readTypedPhone = (typed: string): TypedPhone | undefined => {
  const number = readOwnNumber(typed);
  if (number !== undefined) return { part: "number", digits: number };
  const ending = digitsIn(typed, 4);
  return ending === undefined ? undefined : { part: "ending", digits: ending };
};

/** What the store keeps of a number, by its part: each worth nothing without the code. */
export type PhoneHashes = Record<TypedPhone["part"], string>;

const phoneHash = (code: string, digits: string): string => keyed(code, "phone", digits).toString("base64url");

/** The hashes of a number, however it is written. @throws for what is none */
export const phoneHashes = (code: string, written: string): PhoneHashes => {
  const number = readOwnNumber(written);
  if (number === undefined) throw new Error("What is asked for with the code is no number");
  return { ending: phoneHash(code, number.slice(-4)), number: phoneHash(code, number) };
};

/** Stands in where there is nothing to compare with, so that a code that nobody has costs the same work. */
const nobodys: PhoneHashes = { ending: "", number: "" };

/** Whether the typed digits are those that were stored. */
export const phoneMatches = (code: string, { part, digits }: TypedPhone, stored: PhoneHashes = nobodys): boolean =>
  sameText(phoneHash(code, digits), stored[part]);

const grouped = (code: string) => code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
