import { normalised } from "#ground/foreign-text.ts";
import { withoutUnseen } from "#ground/seen-text.ts";
import { LetterKind, type LetterNumber, letterMarks } from "./facts/letter.ts";

const marks = new Map(LetterKind.options.map((kind) => [String(letterMarks[kind]), kind]));
const form = new RegExp(
  `(\\d{4})\\D{1,3}(\\d{1,10})号?\\D{0,3}?([${[...marks.keys()].join("")}])\\D?(\\d{1,4})(?!\\d)`,
  "u",
);

/**
 * A letter's name, `2026-0123-receipt-1`, by its number as it is printed, typed or copied: 安和信〔2026〕0123号-受1, with other
 * brackets, in full-width characters, spaced, or in a sentence. `undefined` if there is none. The district is the stage's own.
 */
export const letterNameIn = (typed: string): string | undefined => {
  const text = normalised(withoutUnseen(typed), "NFKC")?.replaceAll(/\s+/g, "") ?? "";
  const [, year, serial = "", mark = "", n] = form.exec(text) ?? [];
  const kind = marks.get(mark);
  return kind === undefined ? undefined : `${year}-${serial.padStart(4, "0")}-${kind}-${Number(n)}`;
};

/** The name of a letter that was issued under a number. */
export const nameOfLetter = (number: LetterNumber): string => {
  const name = letterNameIn(number);
  if (name === undefined) throw new Error(`${number} numbers no letter`);
  return name;
};
