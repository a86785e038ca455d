import type { Directory } from "#directory/directory.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { type EntryId, type RegisterName, readEntryId } from "#ground/ids.ts";

/** How a register is named where one of its entries is told of, and what is asked of whoever has an entry, by its state. */
export type EntryTitles = { prefix: string; name: Bilingual; asked: Readonly<Record<string, Bilingual | undefined>> };
/** What pages say of the entries of a register. A field of few words has a name for each of them. */
export type EntryWords<State extends string, Act extends string, Field extends string> = {
  /** What it is come to, where it is told of. */
  states: Readonly<Record<State, Bilingual>>;
  fields: Readonly<Record<Field, { label: Bilingual; hint?: Bilingual; words?: Readonly<Record<string, Bilingual>> }>>;
  acts: Readonly<Record<Act, { title: Bilingual; does: Bilingual; hint?: Bilingual }>>;
};
/** The words of a register that is told apart from others at run time. */
export type AnyEntryWords = EntryWords<string, string, string>;

/** The same of each register, by the kind of its entries. */
export type RegisterTitles = Readonly<Record<RegisterName, EntryTitles | undefined>>;

/** `安和信建〔2026〕0007号`: the number of an entry as it is printed. */
export const entryNumber = (id: EntryId, prefix: string, { district }: Pick<Directory, "district">): string => {
  const { year, serial } = readEntryId(id);
  return `${district.numberPrefix}${prefix}〔${year}〕${serial}号`;
};

/** The titles of the register that an entry belongs to. @throws when there are none, which the list of registers rules out */
export const titlesOf = (titles: RegisterTitles, id: EntryId): EntryTitles => {
  const { register } = readEntryId(id);
  const found = titles[register];
  if (found === undefined) throw new Error(`There are no words for the register "${register}"`);
  return found;
};
