import { RangBefore } from "#case/state/change.ts";
import { clockWrite, netChanges } from "#clock/row.ts";
import type { RegisterName } from "#ground/ids.ts";
import { type Database, inTables, rowOf, type Write } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { type Layout, writesOfStep } from "#record/stored.ts";
import { type EntryChange, EntryMovedOn } from "#register/carry-out.ts";
import type { Entry, EntryEvent } from "#register/entry.ts";
import { entryReader } from "./entry-reader.ts";
import { entryCounterKey, entryKey, eventKey } from "./keys.ts";
import { type CaseTable, linkUse, textWrites } from "./plan.ts";
import { CounterRow, EntryEventRow, EntryRow, entryEventRow, entryRow } from "./rows.ts";

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
  return {
    ...entryReader(db, table),

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
