import type { CaseStore } from "#case/store/case-store.ts";
import type { Directory } from "#directory/directory.ts";
import { normalised } from "#ground/foreign-text.ts";
import { CaseId, CaseNumber, numberOf } from "#ground/ids.ts";
import { withoutUnseen } from "#ground/seen-text.ts";

/** A case as a person names it: by the number on its letters, or by its whole id as a log line has it. */
type NamedCase = CaseNumber | CaseId;

/** A case's mark is longer than any serial number. */
const isMark = (part: string): boolean => part.length === 12;

/** Ids and numbers among the words of a text, however their letters are written. */
const writtenIn = (text: string): NamedCase[] =>
  text.split(/[^A-Za-z0-9-]+/).flatMap((word) => {
    const parts = word
      .toUpperCase()
      .split("-")
      .filter((part) => part !== "");
    const named = parts.map((part, i) => (i === parts.length - 1 && isMark(part) ? part.toLowerCase() : part));
    return CaseNumber.or(CaseId).safeParse(named.join("-")).data ?? [];
  });

/** `安和信〔2026〕0015号`, in any brackets. */
const printed = /[〔[({【［（｛]\s?(\d{4})\s?[〕\])}】］）｝]\s?(\d{1,10})/g;

/** Numbers as pages, letters and mails print them: behind the district's own prefix. */
const printedIn = (text: string, { id, numberPrefix }: Directory["district"]): NamedCase[] =>
  [...text.matchAll(printed)].flatMap(({ 1: year = "", 2: serial = "", index }) => {
    const before = text.slice(Math.max(0, index - numberPrefix.length - 1), index);
    if (!before.trimEnd().endsWith(numberPrefix)) return [];
    return CaseNumber.safeParse(`${id.toUpperCase()}-${year}-${serial.padStart(4, "0")}`).data ?? [];
  });

/** The only case that is named, however often: by its id where one of the names is that. */
const theOnly = (named: readonly NamedCase[]): NamedCase | undefined => {
  const ids = new Set(named.filter((one) => numberOf(one) !== one));
  const numbers = new Set(named.map(numberOf));
  return numbers.size === 1 && ids.size < 2 ? [...ids, ...numbers][0] : undefined;
};

/**
 * The case that is named in a text: by its number as it is printed or as commands write it, or by its id; with other
 * brackets and dashes, in small letters, in full-width digits, in a sentence.
 * @param directory is asked for only where a printed number stands. @returns `undefined` when there is none, or several
 */
export const readNamedCase = async (
  text: string,
  directory: () => Promise<Pick<Directory, "district">>,
): Promise<NamedCase | undefined> => {
  const plain = (normalised(withoutUnseen(text), "NFKC") ?? "").replaceAll(/\p{Pd}/gu, "-");
  const named = writtenIn(plain);
  if (plain.search(printed) < 0) return theOnly(named);
  const { district } = await directory();
  return theOnly([...named, ...printedIn(plain, district)]);
};

/** The id of the case that was named. @returns `undefined` when no case has the number */
export const caseNamed = async (
  { byNumber }: Pick<CaseStore, "byNumber">,
  named: NamedCase,
): Promise<CaseId | undefined> => (CaseNumber.safeParse(named).success ? byNumber(named) : named);
