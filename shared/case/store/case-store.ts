import * as z from "zod";
import type { Change } from "#case/state/change.ts";
import { type CaseId, type CaseNumber, type RecordId, registerOf, type UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import type { ReviewStation } from "#ground/levels.ts";
import { type Database, type Item, inTables, Key, type Query, rowOf } from "#record/database.ts";
import { readRow } from "#record/row.ts";
import type { Extent } from "./audit.ts";
import { caseReader, entriesOf } from "./case-reader.ts";
import {
  caseKey,
  caseOfPartition,
  casePartition,
  counterKey,
  entryPartition,
  looksKey,
  numberKey,
  recordOfPartition,
  sealedPartition,
  tokenKey,
} from "./keys.ts";
import { Expected } from "./listed.ts";
import { writesOf } from "./plan.ts";
import { byUnitIndex, CounterRow, changedIndex, NumberRow, standingIndex, TokenRow } from "./rows.ts";

/** What the workflow waits with for a step, and the execution that it belongs to. */
type WaitingToken = { token: string; epoch: number };

/** A case that stands somewhere, and what should be there for it; `undefined` where its row in the index cannot be read. */
export type StandingCase = { caseId: string; expected: Expected | undefined };

const NewestEvent = z.looseObject({ seq: z.int(), hash: z.string() });

/** The Cases table, and the writes to Deadlines that belong to a decision. */
export const caseStore = (db: Database, table: string, deadlines: string) => {
  const entries = entriesOf(db, table);

  return {
    ...caseReader(db, table),

    /** Number and hash of the newest event that is stored, or `undefined`. */
    async newest(id: string): Promise<{ seq: number; hash: string } | undefined> {
      const range = { from: "EVENT#", until: "EVENT#~" };
      for await (const item of db.query({ table, of: casePartition(id), range, backwards: true, limit: 1 })) {
        return readRow(NewestEvent, Key.parse(item), item.event);
      }
      return undefined;
    },

    /** The rows of a record as they are stored, in the order of their keys, and those sealed beside it: what an audit is made from. */
    async rows(id: RecordId, extent: Extent = "all"): Promise<Item[]> {
      const items: Item[] = [];
      const isEntry = registerOf(id) !== undefined;
      if (extent === "record" && !isEntry) {
        const state = await db.get(table, caseKey(id));
        if (state !== undefined) items.push(state);
        for await (const item of entries(id, "EVENT#", looksKey(id).sk)) items.push(item);
        return items;
      }
      const beside = extent === "all" ? [sealedPartition(id)] : [];
      for (const partition of [isEntry ? entryPartition(id) : casePartition(id), ...beside]) {
        for await (const item of db.query({ table, of: partition })) items.push(item);
      }
      return items;
    },

    /** Ids of the records of a shard that have changed, or were looked at, after a moment; each once. */
    async changedAfter(shard: number, moment: Instant | ""): Promise<Set<RecordId>> {
      const ids = new Set<RecordId>();
      const range = { above: moment === "" ? " " : moment };
      for await (const { pk } of db.query({ table, index: changedIndex, of: String(shard), range })) {
        const id = recordOfPartition(String(pk));
        if (id !== undefined) ids.add(id);
      }
      return ids;
    },

    /** Stores decisions that belong together in one transaction over Cases and Deadlines, as the port says. */
    commit: (...changes: [Change, ...Change[]]): Promise<void> =>
      db.write(inTables(writesOf(changes), { cases: table, deadlines })),

    /**
     * The task token that the workflow waits on for a step, with the execution it belongs to.
     * @param at the station of the review chain, where it waits at one of those
     */
    async token(id: string, stepNo: number, at?: ReviewStation): Promise<WaitingToken | undefined> {
      const key = tokenKey(id, stepNo, at);
      const item = await db.get(table, key);
      if (item === undefined) return undefined;
      const { token, epoch } = readRow(TokenRow, key, rowOf(item));
      return { token, epoch };
    },

    /** The next serial number of a year's register, from 1. Numbers may be skipped, never given twice. */
    async nextSerial(year: number): Promise<number> {
      const key = counterKey(year);
      const update = { set: { v: 1 }, add: { serial: 1 } };
      const row = await db.update({ does: "update", table, key, form: CounterRow, update });
      return readRow(CounterRow, key, rowOf(row)).serial;
    },

    /** The id of the case that has a number, or `undefined`. */
    async byNumber(number: CaseNumber): Promise<CaseId | undefined> {
      const key = numberKey(number);
      const item = await db.get(table, key);
      return item === undefined ? undefined : readRow(NumberRow, key, rowOf(item)).caseId;
    },

    /** Ids of the cases that stand with a unit: an open step, an answer in its window, or on the way to another's step. */
    async openIn(unit: UnitId): Promise<string[]> {
      const ids: string[] = [];
      const query: Query = { table, index: byUnitIndex, of: unit };
      for await (const { pk } of db.query(query)) ids.push(...[caseOfPartition(String(pk)) ?? []].flat());
      return ids;
    },

    /** The cases of a shard that stand somewhere. An index may lag behind: only loading a case tells how it is. */
    async *standing(shard: number): AsyncGenerator<StandingCase> {
      const query: Query = { table, index: standingIndex, of: String(shard) };
      for await (const item of db.query(query)) {
        const caseId = caseOfPartition(String(item.pk));
        if (caseId !== undefined) yield { caseId, expected: Expected.safeParse(item).data };
      }
    },
  };
};
export type CaseStore = ReturnType<typeof caseStore>;
