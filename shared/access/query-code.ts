import { normalised } from "#ground/foreign-text.ts";
import { digitsIn, readOwnNumber } from "#ground/phone.ts";
import { withoutUnseen } from "#ground/seen-text.ts";
import { digest, keyed, sameText } from "./digest.ts";

/** Crockford's base 32: no I, L, O or U, which are misread or make words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new query code: 60 bits as `XXXX-XXXX-XXXX`. `random` gives as many random bytes as asked for. */
export const newQueryCode = (random: (bytes: number) => Uint8Array): string =>
  grouped(Array.from(random(12), (byte) => alphabet[byte % alphabet.length]).join(""));

/** The code that twelve characters mean, or `undefined` if they cannot be one. */
const codeIn = (text: string): string | undefined => {
  const meant = text.replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(meant) ? grouped(meant) : undefined;
};

/** `ANHE-2026-0123`: a case's number, which stands beside the code wherever that is printed. */
const isNumber = (word: string): boolean => /^[A-Z]{4}-20\d\d-\d{4}$/.test(word);

/**
 * What may be the code in a sentence, likeliest first: a word as codes are printed, a word of twelve characters, three words
 * of four. Words of a language are twelve letters long too, so that in the latter two there has to be a digit.
 */
const wordsLikeCodes = (text: string): string[][] => {
  const phrases = text.split(/[^0-9A-Z\s-]+/).map((phrase) => phrase.split(/\s+/).filter((word) => !isNumber(word)));
  const words = phrases.flat();
  const threes = phrases
    .flatMap((phrase) => phrase.map((_, i) => phrase.slice(i, i + 3)))
    .filter((three) => three.every(({ length }) => length === 4));
  return [
    words.filter((word) => /^\w{4}-\w{4}-\w{4}$/.test(word)),
    words.filter((word) => /\d/.test(word)),
    threes.map((three) => three.join("")).filter((three) => /\d/.test(three)),
  ];
};

/**
 * The code that was meant by what was typed or pasted: in small letters, spaced, in a sentence, beside the case's number.
 * `undefined` if there is none, or more than one.
 */
export const normaliseQueryCode = (typed: string): string | undefined => {
  const text =
    normalised(withoutUnseen(typed), "NFKC")
      ?.toUpperCase()
      .replaceAll(/\p{Pd}/gu, "-") ?? "";
  const alone = codeIn(text);
  if (alone !== undefined) return alone;
  for (const likely of wordsLikeCodes(text)) {
    const codes = new Set(likely.flatMap((word) => codeIn(word) ?? []));
    if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined;
  }
  return undefined;
};

/** What the store keeps of a query code. */
export const queryCodeHash = (code: string): string => digest(code);

/**
 * What somebody types of their number: its ending, which is enough to look, or all of it, which may decide too. It is that
 * of their phone, one that they chose when they filed without a phone, or that of their case where they left none.
 */
export type TypedPhone = { part: "ending" | "number"; digits: string };

/** A case's number as commands write it, `ANHE-2026-0123`, or as it is printed, `安和信〔2026〕0123号`, with the brackets that keyboards have. */
const caseNumberForms = [
  /[A-Z](?:-?\d){0,8}-(20\d\d)-(\d{4,10})(?!\d)/i,
  /[〔[(【] ?(20\d\d) ?[〕\])】] ?(\d{4,10})(?!\d)/,
];

/** The digits of the case's number in what was typed: its year and the year's serial number in one. */
const digitsOfCaseNumber = (typed: string): string | undefined => {
  const text = normalised(withoutUnseen(typed), "NFKC") ?? "";
  const [year, serial] = caseNumberForms.map((form) => form.exec(text)?.slice(1)).find((parts) => parts) ?? [];
  return year === undefined || serial === undefined ? undefined : `${year}${serial}`;
};

/**
 * The digits that were meant by what was typed, or `undefined` if they are neither four nor a whole number. Whoever left no
 * number goes by that of their case (ADR 0050).
 */
export const readTypedPhone = (typed: string): TypedPhone | undefined => {
  const number = digitsOfCaseNumber(typed) ?? readOwnNumber(typed);
  if (number !== undefined) return { part: "number", digits: number };
  const ending = digitsIn(typed, 4);
  return ending === undefined ? undefined : { part: "ending", digits: ending };
};

/** What the store keeps of a number, by its part: each worth nothing without the code. */
export type PhoneHashes = Record<TypedPhone["part"], string>;

const phoneHash = (code: string, digits: string): string => keyed(code, "phone", digits).toString("base64url");

/** The hashes of a number, however it is written. @throws for what is none */
export const phoneHashes = (code: string, written: string): PhoneHashes => {
  const read = readTypedPhone(written);
  if (read?.part !== "number") throw new Error("What is asked for with the code is no number");
  return { ending: phoneHash(code, read.digits.slice(-4)), number: phoneHash(code, read.digits) };
};

/** Stands in where there is nothing to compare with, so that a code that nobody has costs the same work. */
const nobodys: PhoneHashes = { ending: "", number: "" };

/** Whether the typed digits are those that were stored. */
export const phoneMatches = (code: string, { part, digits }: TypedPhone, stored: PhoneHashes = nobodys): boolean =>
  sameText(phoneHash(code, digits), stored[part]);

const grouped = (code: string) => code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
