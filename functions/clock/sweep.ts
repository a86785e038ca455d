import * as z from "zod";
import type { DueClock, Rung } from "#case/acts/ring-clock.ts";
import { shardCount, shards } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import type { DeadlineStore, DueRow } from "#clock/store.ts";
import type { Instant } from "#ground/instant.ts";
import { isPassingTrouble } from "./passing-trouble.ts";

export type SweepPorts = {
  deadlines: Pick<DeadlineStore, "due" | "countFailure" | "overdueInQuarantine">;
  ring: (clock: DueClock) => Promise<Rung>;
  /** Reads what every ring needs, once a sweep. When that fails, it is no fault of the rows. */
  prepare: () => Promise<unknown>;
  now: () => Promise<Instant>;
  failed: (row: DueRow["key"], error: Error) => void;
  /** How many milliseconds are left before the call is cut off. */
  millisecondsLeft: () => number;
  /** Hears what the sweep came to, also when it fails then. */
  counted: (swept: Swept) => void;
};

/**
 * What a sweep did: rings by what came of them, and rows that failed. `overdueUnmoved`: clocks that have been due for
 * more than ten minutes and that nothing came of, those in quarantine included, and cases that stayed so long between two
 * steps that they got a new execution. `outOfTime`: it stopped before its call was cut off, and the next one goes on.
 */
export type Swept = {
  rung: Rung[];
  failed: number;
  quarantined: number;
  overdueUnmoved: number;
  outOfTime: boolean;
};

/**
 * Which part of the shards a sweep takes, counted from 0: several share them, each with a processor of its own, since one
 * alone would need minutes for a midnight's clocks. The first looks at the quarantine, too. All shards if nothing is said.
 */
export const SweepPart = z
  .strictObject({ part: z.int().nonnegative().default(0), of: z.int().positive().default(1) })
  .refine(({ part, of }) => part < of && of <= shardCount);
export type SweepPart = z.infer<typeof SweepPart>;

/** Clocks of one shard that ring at the same time; with sixteen shards, 64 in all. */
const lanes = 4;

/** Milliseconds that rings under way may take, and the counting after them: more than an SDK call with its retries. */
const windingUp = 8000;

/** Minutes after which a due clock that nothing came of raises the alarm. */
const patience = 10;

/**
 * Lets a few lanes take the rows of a shard in turn, for as long as there is time. Clocks of one case ring one after the
 * other, in their order.
 */
const sweepShard = async (
  due: AsyncGenerator<DueRow>,
  hasTime: () => boolean,
  ringOne: (due: DueRow) => Promise<void>,
): Promise<void> => {
  const lastOf = new Map<string, Promise<void>>();
  const lane = async (): Promise<void> => {
    for await (const row of { [Symbol.asyncIterator]: () => ({ next: () => due.next() }) }) {
      if (!hasTime()) return;
      const { pk } = row.key;
      const before = lastOf.get(pk) ?? Promise.resolve();
      const ringing = before.then(() => ringOne(row));
      lastOf.set(pk, ringing);
      await ringing;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
};

const isStuck = ({ clock, came }: Rung): boolean => clock.kind === "transit" && came.includes("executionReplaced");

/**
 * Rings every clock of some shards that is due now, and reads nothing else. A row that fails is counted and the sweep goes on;
 * it stays at the head for the next minute, and leaves with an alarm when it has failed too often (fault 21). Trouble
 * that passes, such as throttling, counts against no row: an outage of any length heals itself.
 * A shard that cannot be swept keeps none of the others (fault 18); then the sweep fails, for the alarm. It stops by itself
 * before its call would be cut off, so that what it did is always counted; what is left waits at the head for the next.
 */
export const sweep = ({ deadlines, ring, prepare, now, failed, millisecondsLeft, counted }: SweepPorts) => {
  const ringRow = async (due: DueRow, at: Instant): Promise<Rung | { quarantined: boolean; unmoved: boolean }> => {
    try {
      if ("unreadable" in due) throw due.unreadable;
      const { caseId, clock, nextAt } = due.row;
      if (nextAt === undefined) throw new Error(`${due.key.pk} / ${due.key.sk} is in the index without nextAt`);
      return await ring({ caseId, clock, nextAt });
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      failed(due.key, cause);
      const quarantined =
        !isPassingTrouble(cause) && (await deadlines.countFailure(due.key, `${cause.name}: ${cause.message}`, at));
      const since = "row" in due ? due.row.nextAt : undefined;
      return { quarantined, unmoved: since !== undefined && minutesLater(since, patience) < at };
    }
  };

  return async ({ part, of }: SweepPart = { part: 0, of: 1 }): Promise<Swept> => {
    const at = await now();
    const swept: Swept = { rung: [], failed: 0, quarantined: 0, overdueUnmoved: 0, outOfTime: false };
    const hasTime = (): boolean => {
      swept.outOfTime ||= millisecondsLeft() < windingUp;
      return !swept.outOfTime;
    };
    const count = async (due: DueRow): Promise<void> => {
      await prepare();
      const result = await ringRow(due, at);
      if ("came" in result) {
        swept.rung.push(result);
        swept.overdueUnmoved += isStuck(result) ? 1 : 0;
      } else {
        swept.failed += 1;
        swept.quarantined += result.quarantined ? 1 : 0;
        swept.overdueUnmoved += result.unmoved ? 1 : 0;
      }
    };
    const own = shards.filter((shard) => shard % of === part);
    const ends = await Promise.allSettled(own.map((shard) => sweepShard(deadlines.due(shard, at), hasTime, count)));
    try {
      if (part === 0) swept.overdueUnmoved += await deadlines.overdueInQuarantine(minutesLater(at, -patience));
    } finally {
      counted(swept);
    }
    const broken = ends.filter((end) => end.status === "rejected");
    if (broken.length > 0) {
      throw new Error(`${broken.length} of ${own.length} shards were not swept to their end`, {
        cause: broken[0]?.reason,
      });
    }
    return swept;
  };
};
