import { normalised } from "#ground/foreign-text.ts";
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

/** What the store keeps of the phone number's last four digits: worth nothing without the code. */
export const phoneTailHash = (code: string, phone: string): string =>
  keyed(code, "phone", phone.slice(-4)).toString("base64url");

/** Whether the typed digits are the phone number's last four. */
export const phoneTailMatches = (code: string, typed: string, hash: string): boolean => {
  const tail = normalised(typed, "NFKC")?.trim() ?? "";
  return /^\d{4}$/.test(tail) && sameText(phoneTailHash(code, tail), hash);
};

const grouped = (code: string) => code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
