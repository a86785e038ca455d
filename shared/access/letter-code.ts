import { digest, sameText } from "./digest.ts";
import { newQueryCode } from "./query-code.ts";

/**
 * 校验码: what is printed on a letter beside its number, `XXXX-XXXX-XXXX`: 60 bits of the letter's hash, which nobody can
 * guess who has not seen the paper, as the case's mark is in it. @param hash of the letter, in hex
 */
export const letterCode = (hash: string): string =>
  newQueryCode((bytes) => Buffer.from(hash, "hex").subarray(0, bytes));

/** What the store keeps of a letter's code. */
export const letterCodeHash = (code: string): string => digest(`letter|${code}`);

/** Stands in where there is no letter, so that a number that nobody was given costs the same work. */
const nothings = letterCodeHash("");

/** Whether a code is that of a letter. */
export const letterCodeMatches = (code: string, stored: string = nothings): boolean =>
  sameText(letterCodeHash(code), stored);
