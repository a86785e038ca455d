import type { EntryId } from "#ground/ids.ts";
import { readEntryId } from "#ground/ids.ts";
import { proposalWords } from "./proposals.ts";
import type { AnyEntryWords } from "./titles.ts";

/** What pages say of each register, by the kind of its entries. */
export const registerWords: Readonly<Record<string, AnyEntryWords | undefined>> = { proposal: proposalWords };

/** The words of the register that an entry belongs to. @throws when there are none, which the list of registers rules out */
export const wordsOf = (words: typeof registerWords, id: EntryId): AnyEntryWords => {
  const { register } = readEntryId(id);
  const found = words[register];
  if (found === undefined) throw new Error(`There are no words for pages of the register "${register}"`);
  return found;
};
