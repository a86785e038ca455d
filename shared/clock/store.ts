import * as z from "zod";
import { Instant } from "#ground/instant.ts";
import {
  allOf,
  atLeast,
  type Database,
  differs,
  equals,
  has,
  type Item,
  Key,
  type Query,
  Refused,
} from "#record/database.ts";
import { type LeftOut, orLeftOut, readRow } from "#record/row.ts";
import { type ClockName, ClockRow } from "./clock.ts";
import { clockKey, clockPartition, quarantineShard } from "./keys.ts";
import { dueIndex, StoredClock } from "./row.ts";

/** A due row: readable, or named by its key and what is wrong with it. */
export type DueRow = { key: Key; row: ClockRow } | { key: Key; unreadable: Error };

/** A quarantined row does not ring: its place in the index is when it came there. */
const parseRow = (item: Item): { key: Key; row: ClockRow } => {
  const { pk, sk, shard, nextAt, ...row } = item;
  const key = Key.parse({ pk, sk });
  const runs = nextAt !== undefined && shard !== quarantineShard;
  return { key, row: readRow(ClockRow, key, runs ? { ...row, nextAt } : row) };
};

const rethrown: LeftOut = (row) => {
  throw row;
};

/** A row that cannot be read is not dropped: the sweep counts it as a failure of this row and goes on with the others. */
const dueRow = (item: Item): DueRow => {
  try {
    return parseRow(item);
  } catch (error) {
    return { key: Key.parse(item), unreadable: error instanceof Error ? error : new Error(String(error)) };
  }
};

/** Failed attempts after which a clock is taken out of the sweep, with an alarm. */
export const failureLimit = 5;

/** Reads deadlines and keeps account of those that fail. Their changes come with the decisions (the case store). */
export const deadlineStore = (db: Database, table: string) => {
  const inShard = (shard: number, range?: Query["range"]): Query => ({
    table,
    index: dueIndex,
    of: shard,
    ...(range && { range }),
  });

  async function* rows(query: Query): AsyncGenerator<DueRow> {
    for await (const item of db.query(query)) yield dueRow(item);
  }

  /** Makes an update of a row unless its condition is refused. @returns whether it was made. */
  const changed = async (key: Key, update: object, condition: ReturnType<typeof allOf>): Promise<boolean> => {
    try {
      await db.write([{ does: "update", table, key, form: StoredClock, update, if: condition }]);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  };

  return {
    /** The clocks of a shard that are due at `now`, the longest due first, page by page. */
    due: (shard: number, now: Instant): AsyncGenerator<DueRow> => rows(inShard(shard, { until: now })),

    /** The earliest moment after `after` at which a clock of a shard rings. */
    async nextDue(shard: number, after: Instant): Promise<Instant | undefined> {
      for await (const { nextAt } of db.query({ ...inShard(shard, { above: after }), limit: 1 })) {
        return Instant.parse(nextAt);
      }
      return undefined;
    },

    /** The clocks that failed too often and wait to be released, the longest waiting first. */
    async quarantined(): Promise<DueRow[]> {
      const found: DueRow[] = [];
      for await (const row of rows(inShard(quarantineShard))) found.push(row);
      return found;
    },

    /** How many clocks in quarantine have been due since `before`: nobody moves their cases until they are released. */
    overdueInQuarantine: (before: Instant): Promise<number> => db.count(inShard(quarantineShard, { until: before })),

    /**
     * All clocks that a case has had. A row that cannot be read is reported where somebody hears of it and left out, so that
     * it hides none of the others. @throws UnreadableRow where nobody does.
     */
    async ofCase(caseId: string, leftOut: LeftOut = rethrown): Promise<ClockRow[]> {
      const found: ClockRow[] = [];
      for await (const item of db.query({ table, of: clockPartition(caseId) })) {
        found.push(...(await orLeftOut(() => Promise.resolve(item).then((one) => parseRow(one).row), leftOut)));
      }
      return found;
    },

    /** Ends a row that its case no longer runs, in quarantine or not, unless it was moved meanwhile; the reason stays on it. */
    async endOvertaken(caseId: string, clock: ClockName, nextAt: Instant, at: Instant): Promise<void> {
      const ended = { at, why: "overtaken" };
      await changed(
        clockKey(caseId, clock),
        { setIfMissing: { ended }, remove: ["nextAt", "shard", "quarantined"] },
        equals("nextAt", nextAt),
      );
    },

    /**
     * Counts a failed attempt to ring. At the limit the row leaves its shard for the quarantine, marked with when and why,
     * unless it was rung and moved meanwhile.
     * @returns whether the row is quarantined now.
     */
    async countFailure(key: Key, error: string, at: Instant): Promise<boolean> {
      const row = await db.update({ does: "update", table, key, form: StoredClock, update: { add: { failures: 1 } } });
      if (z.number().parse(row.failures) < failureLimit) return false;
      return changed(
        key,
        { set: { quarantined: { at, error }, nextAt: at, shard: quarantineShard } },
        allOf(atLeast("failures", failureLimit), has("nextAt"), differs("shard", quarantineShard)),
      );
    },
  };
};
export type DeadlineStore = ReturnType<typeof deadlineStore>;
