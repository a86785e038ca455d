import { RangBefore } from "#case/state/change.ts";
import { clockWrite, netChanges } from "#clock/row.ts";
import type { EntryId, RegisterName } from "#ground/ids.ts";
import { type Database, type Item, inTables, Key, rowOf, type Write } from "#record/database.ts";
import { readRow, UnreadableRow } from "#record/row.ts";
import { type Layout, writesOfStep } from "#record/stored.ts";
import { readEvent } from "#record/versions.ts";
import { type EntryChange, EntryMovedOn } from "#register/carry-out.ts";
import { type Entry, type EntryEvent, replay } from "#register/entry.ts";
import { entryCounterKey, entryKey, entryPartition, eventKey } from "./keys.ts";
import { type CaseTable, linkUse, textWrites } from "./plan.ts";
import { CounterRow, EntryEventRow, EntryRow, entryEventRow, entryRow } from "./rows.ts";
import { entryEventForm } from "./versions.ts";

/** How an entry lies in the Cases table. */
const layout: Layout<Entry, EntryEvent, "cases"> = {
  table: "cases",
  state: { key: entryKey, form: EntryRow, row: entryRow },
  event: { key: ({ entry, seq }) => eventKey(entry, seq), form: EntryEventRow, row: entryEventRow },
  movedOn: EntryMovedOn,
};

/** All that has to be written for a decision on an entry: the same kinds of rows as for one on a case, guarded in the same way. */
const writesOf = (change: EntryChange): Write<CaseTable>[] => {
  const { after, events, cameBy, texts = {}, ring } = change;
  const [head, ...entries] = writesOfStep(layout, change);
  return [
    ...(head === undefined ? [] : [head]),
    ...(cameBy === undefined ? [] : [linkUse({ ...cameBy, usedUp: true }, after.version)]),
    ...entries,
    ...textWrites(after.id, texts),
    ...netChanges(events).map(({ change: clock, at }) =>
      clockWrite({
        caseId: after.id,
        change: clock,
        at,
        ring,
        refusedAs: { movedOn: EntryMovedOn, rangBefore: RangBefore },
      }),
    ),
  ];
};

/** The entries of registers in the Cases table, and the writes to Deadlines that belong to a decision on one. */
export const entryStore = (db: Database, table: string, deadlines: string) => {
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

    /** Stores a decision in one transaction over Cases and Deadlines. @throws as the port says */
    commit: (change: EntryChange): Promise<void> => db.write(inTables(writesOf(change), { cases: table, deadlines })),

    /** The next serial number of a register's year, from 1. Numbers may be skipped, never given twice. */
    async nextSerial(register: RegisterName, year: number): Promise<number> {
      const key = entryCounterKey(register, year);
      const update = { set: { v: 1 }, add: { serial: 1 } };
      const row = await db.update({ does: "update", table, key, form: CounterRow, update });
      return readRow(CounterRow, key, rowOf(row)).serial;
    },
  };
};
export type EntryStore = ReturnType<typeof entryStore>;
