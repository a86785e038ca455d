import { type Database, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { letterKey } from "./keys.ts";
import { LetterRow } from "./rows.ts";

/** What is known of letters by their numbers: nothing of whom they went to, and nothing of what they say. */
export const letterStore = (db: Database, table: string) => ({
  /** What is known of a letter by its name, or `undefined` where none has it. */
  async byName(name: string): Promise<LetterRow | undefined> {
    const key = letterKey(name);
    const item = await db.get(table, key);
    return item === undefined ? undefined : readRow(LetterRow, key, rowOf(item));
  },
});
export type LetterStore = ReturnType<typeof letterStore>;
