import type { EntryId } from "#ground/ids.ts";
import { type Database, type Item, Key } from "#record/database.ts";
import { UnreadableRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import { type Entry, type EntryEvent, replay } from "#register/entry.ts";
import { entryKey, entryPartition } from "./keys.ts";
import { entryEventForm } from "./versions.ts";

/** The entries of registers as far as they are read from the Cases table: for whoever decides nothing on them. */
export const entryReader = (db: Database, table: string) => {
  const rows = async (id: EntryId) => {
    const items: Item[] = [];
    for await (const item of db.query({ table, of: entryPartition(id) })) items.push(item);
    return items;
  };

  const eventsOf = async (id: EntryId): Promise<EntryEvent[] | undefined> => {
    const items = await rows(id);
    if (items.length === 0) return undefined;
    return items.flatMap((item) => {
      const key = Key.parse(item);
      return key.sk.startsWith("EVENT#") ? [readEvent(entryEventForm, key, item.event)] : [];
    });
  };

  return {
    /**
     * The entry as its events tell it now, or `undefined`. @throws UnreadableRow; NewerThanThisBuild when something has
     * happened to it that this build does not know.
     */
    async load(id: EntryId): Promise<Entry | undefined> {
      const events = await eventsOf(id);
      if (events === undefined) return undefined;
      const told = replay(events);
      if (told === undefined) throw new UnreadableRow(`${entryKey(id).pk}: a record without events`);
      return told;
    },

    /** Its events, from the first to the newest; none where there is no such entry. */
    history: async (id: EntryId): Promise<EntryEvent[]> => (await eventsOf(id)) ?? [],

    /** The rows of its record as they are stored, in the order of their keys: what an audit is made from. */
    rows,
  };
};
export type EntryReader = ReturnType<typeof entryReader>;
