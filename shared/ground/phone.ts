import * as z from "zod";
import { normalised } from "./foreign-text.ts";
import { withoutUnseen } from "./seen-text.ts";

/** A phone number as it is kept: as E.164 writes it, and the extension behind it as RFC 3966 does: `+8657188001234;ext=801`. */
export const Phone = z.string().regex(/^\+[1-9]\d{6,14}(?:;ext=\d{1,6})?$/);
export type Phone = z.infer<typeof Phone>;

/** A number without the extension behind it, which is nobody's own. */
export const withoutExtension = (phone: Phone): string => phone.split(";", 1).join("");

/** What is written between the digits of one number. A stroke stands between two. */
const between = String.raw`\s().+\-`;
const extension = String.raw`(?:;ext=|ext(?:ension|n)?\.?|x|#|转|轉|分机|分機|,)[\s.:]*(\d{1,6})(?!\d)`;
/** Digits as a number's are written, from its first on, and an extension. Each character is looked at once or twice. */
const written = new RegExp(String.raw`([+\d(][\d${between}]*)(?:${extension})?`, "gi");

/** Digits that somebody wrote, and the extension that they named. */
type WrittenDigits = { digits: string; ext: string | undefined };

/** A text in plain digits, dashes and brackets, without what stands in brackets and is no part of a number. */
const plain = (typed: string): string =>
  (normalised(withoutUnseen(typed), "NFKC") ?? "")
    .replaceAll(/[\p{Pd}\u2212]/gu, "-")
    .replaceAll(/\([^()]*\)/g, (inBrackets) => (/^\([\d\s+-]*\)$/.test(inBrackets) ? inBrackets : "; "));

/** All runs of digits in a text, each as it stands there. */
const writtenIn = (typed: string): WrittenDigits[] =>
  [...plain(typed).matchAll(written)]
    .map(([, digits = "", ext]) => ({ digits: digits.trim(), ext }))
    .filter(({ digits }) => /\d/.test(digits));

const onlyDigits = (text: string): string => text.replaceAll(/\D/g, "");

/** Mainland China: mobiles of eleven digits, landlines behind their area code, and numbers of 400 and 800. */
const mainland = /^(?:0?(1[3-9]\d{9})|0((?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})|([48]00\d{7}))$/;
const ofMainland = (national: string): string | undefined => {
  const [, mobile, landline, service] = mainland.exec(national) ?? [];
  const found = mobile ?? landline ?? service;
  return found === undefined ? undefined : `+86${found}`;
};

/** What follows a country's code where more is known of it than its length; a 0 in front is dialled at home only. */
const abroad: Readonly<Record<string, RegExp>> = {
  // Hong Kong, Macao and Taiwan.
  "852": /^852([2-9]\d{7})$/,
  "853": /^853([268]\d{7})$/,
  "886": /^8860?(9\d{8}|[2-8]\d{7,8})$/,
};

/** A number behind `+` or `00`. What is dialled inside the country, in brackets, was taken out before. */
const international = (digits: string): string | undefined => {
  if (digits.startsWith("86")) return ofMainland(digits.slice(2)) ?? ofMainland(`0${digits.slice(2)}`);
  const country = digits.slice(0, 3);
  const form = abroad[country];
  if (form === undefined) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
  const [, national] = form.exec(digits) ?? [];
  return national === undefined ? undefined : `+${country}${national}`;
};

const numberIn = (text: string): string | undefined => {
  const digits = onlyDigits(text);
  if (/^\(?\+/.test(text) || digits.startsWith("00")) {
    return international(onlyDigits(text.replaceAll(/\(\s*0\s*\)/g, "")).replace(/^00/, ""));
  }
  return ofMainland(digits) ?? (digits.startsWith("86") ? international(digits) : undefined);
};

const phoneIn = ({ digits, ext }: WrittenDigits): Phone | undefined => {
  // An extension in China is often written behind a last dash, as if it were a part of the number.
  const [, main = "", behind = ""] = (ext === undefined ? behindDash.exec(digits) : null) ?? [];
  const landline = numberIn(main);
  if (landline?.startsWith("+86")) return `${landline};ext=${behind}`;
  const number = numberIn(digits);
  return number === undefined || ext === undefined ? number : `${number};ext=${ext}`;
};
const behindDash = /^(.*\d)\s*-\s*(\d{1,6})$/s;

const theOnly = (found: readonly (string | undefined)[]): string | undefined => {
  const different = new Set(found.filter((one) => one !== undefined));
  return different.size === 1 ? [...different][0] : undefined;
};

/**
 * The phone number that was meant by what somebody typed or pasted: a mobile of mainland China, a landline with its area
 * code, or any number with its country's code; with blanks, dashes, brackets and full-width digits, an extension, or in a
 * sentence. `undefined` when there is none, or more than one.
 */
export const readPhone = (typed: string): Phone | undefined => theOnly(writtenIn(typed).map(phoneIn));

/** A number that somebody chose for themselves has so many digits: fewer are guessed, more are forgotten. */
export const ownNumberDigits = { least: 8, most: 12 } as const;

/** The only run of so many digits in a text. */
export const digitsIn = (typed: string, least: number, most: number = least): string | undefined =>
  theOnly(
    writtenIn(typed)
      .flatMap(({ digits, ext = "" }) => [onlyDigits(digits), ext])
      .filter(({ length }) => length >= least && length <= most),
  );

/** A number that somebody chose to be asked for, or the phone number that it also is. */
export const readOwnNumber = (typed: string): string | undefined => {
  const phone = readPhone(typed);
  return phone === undefined ? digitsIn(typed, ownNumberDigits.least, ownNumberDigits.most) : withoutExtension(phone);
};

const run = "01234567890123456789";
/** A day between 1900 and 2099 as people write their birthday in one. */
const birthday = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Whether anybody would try this number first: one digit, digits in a row, or a day. */
export const isEasilyGuessed = (digits: string): boolean =>
  new Set(digits).size === 1 ||
  run.includes(digits) ||
  run.includes([...digits].toReversed().join("")) ||
  birthday.test(digits);
