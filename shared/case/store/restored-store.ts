import type { Case } from "#case/state/case.ts";
import { CaseMovedOn, RangBefore } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import type { Clock } from "#clock/clock.ts";
import { clockWrite } from "#clock/row.ts";
import { type CaseId, type CaseNumber, numberOf } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { absent, anyOf, below, type Database, equals, Key, Refused } from "#record/database.ts";
import { UnreadableRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import {
  caseKey,
  casePartition,
  counterKey,
  eventKey,
  matterKey,
  numberKey,
  partitionsOfCase,
  partyKey,
} from "./keys.ts";
import { CaseRow, CounterRow, caseRow, NumberRow } from "./rows.ts";
import { shapeOfCase } from "./shape.build.ts";
import { eventForm } from "./versions.ts";

/** Events of one decision have one moment. None are of one, too. */
const areOfOneDecision = (events: readonly CaseEvent[]): boolean => new Set(events.map(({ at }) => at)).size <= 1;

/** How a case came out of a restore. `lost`: its filing was cut, so that it is none; every row of it has been taken away. */
export type Retold = { came: "whole" | "retold"; petition: Case } | { came: "lost" };

/** What puts tables right that were restored to a moment at which transactions were under way (fault 32). */
export const restoredStore = (db: Database, table: string, deadlines: string) => {
  const rowsOf = async (id: CaseId): Promise<Key[]> => {
    const keys: Key[] = [];
    for (const partition of partitionsOfCase(id)) {
      for await (const item of db.query({ table, of: partition })) keys.push(Key.parse(item));
    }
    return keys;
  };

  const eventsOf = async (id: CaseId): Promise<CaseEvent[]> => {
    const events: CaseEvent[] = [];
    for await (const item of db.query({ table, of: casePartition(id), range: { from: "EVENT#", until: "EVENT#~" } })) {
      events.push(readEvent(eventForm, Key.parse(item), item.event));
    }
    return events;
  };

  /** The events up to the first gap. Those behind it are taken away when they are of one decision, which was cut. */
  const withoutCut = async (id: CaseId, events: readonly CaseEvent[]): Promise<CaseEvent[]> => {
    const whole = events.filter(({ seq }, i) => seq === i + 1);
    const behind = events.slice(whole.length);
    if (!areOfOneDecision(behind)) return [...events];
    for (const { seq } of behind) await db.write([{ does: "delete", table, key: eventKey(id, seq) }]);
    return whole;
  };

  return {
    /**
     * Makes a case what its events say, which are the record: a state that is ahead of them or behind them is told anew.
     * Nothing is taken away but what one cut decision has left: the rows of a filing, the events after a missing one.
     * @throws BrokenHistory, UnreadableRow when more is missing than a cut could take.
     */
    async retell(id: CaseId): Promise<Retold> {
      const [row, stored] = await Promise.all([db.get(table, caseKey(id)), eventsOf(id)]);
      const sealed = await Promise.all([partyKey(id), matterKey(id)].map((key) => db.get(table, key)));
      const ofFiling = areOfOneDecision(stored);
      if (ofFiling && (stored[0]?.seq !== 1 || sealed.includes(undefined))) {
        for (const key of await rowsOf(id)) await db.write([{ does: "delete", table, key }]);
        return { came: "lost" };
      }
      if (sealed.includes(undefined)) throw new UnreadableRow(`${id}: the petition or its petitioner is missing`);
      const told = replay(await withoutCut(id, stored));
      if (told === undefined) throw new UnreadableRow(`${id}: a case without events`);
      const isWhole = row !== undefined && row.version === told.version && row.shape === shapeOfCase;
      if (!isWhole) {
        const guard = row === undefined ? absent : equals("version", Number(row.version));
        const state = caseRow(told);
        await db.write([
          { does: "put", table, key: caseKey(id), form: CaseRow, row: state, if: guard, refusedAs: CaseMovedOn },
        ]);
      }
      return { came: isWhole ? "whole" : "retold", petition: told };
    },

    /** Lets a clock ring again at its moment. */
    putClockBack: (caseId: CaseId, clock: Clock, nextAt: Instant, at: Instant): Promise<void> => {
      const refusedAs = { movedOn: CaseMovedOn, rangBefore: RangBefore };
      const { table: _, ...write } = clockWrite({ caseId, change: { change: "start", clock, nextAt }, at, refusedAs });
      return db.write([{ ...write, table: deadlines }]);
    },

    /** Keeps the number of a case. @returns the number when it was not kept */
    async keepNumber(id: CaseId): Promise<CaseNumber[]> {
      const key = numberKey(numberOf(id));
      if ((await db.get(table, key)) !== undefined) return [];
      await db.write([{ does: "put", table, key, form: NumberRow, row: { v: 1, caseId: id }, if: absent }]);
      return [numberOf(id)];
    },

    /** Lets a year's register go on after a serial number, unless it is beyond it already. */
    async continueAfter(year: number, serial: number): Promise<void> {
      const update = { set: { v: 1, serial } };
      const guard = anyOf(absent, below("serial", serial));
      try {
        await db.write([{ does: "update", table, key: counterKey(year), form: CounterRow, update, if: guard }]);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    },
  };
};
export type RestoredStore = ReturnType<typeof restoredStore>;
