import * as z from "zod";
import type { Instant } from "#ground/instant.ts";
import { equals, has, type Index, type RefusedAs, there, type Write } from "#record/database.ts";
import { type ClockChange, type ClockName, ClockRow, sameClock } from "./clock.ts";
import { clockKey, shardOf } from "./keys.ts";

/** A row of the Deadlines table: `shard` and `nextAt` keep it in the index. */
export const StoredClock = ClockRow.extend({ shard: z.int().nonnegative().optional() });

/** Running clocks by when they ring, and those in quarantine by when they came there. */
export const dueIndex: Index = { name: "due", hash: "shard", range: "nextAt", projects: "all" };

/** What a clock's change is made by: when, and by which ring if it was by one. */
export type ClockWriting = {
  caseId: string;
  change: ClockChange;
  at: Instant;
  ring?: { clock: ClockName; nextAt: Instant } | undefined;
  /** What it means that the clock is not as the decision took it to be, and that it has rung already. */
  refusedAs: { movedOn: RefusedAs; rangBefore: RefusedAs };
};

/** The write that a decision's change of a clock comes to. */
export const clockWrite = ({ caseId, change, at, ring, refusedAs }: ClockWriting): Write<"deadlines"> => {
  const target = { table: "deadlines", key: clockKey(caseId, change.clock), form: StoredClock } as const;
  const shard = shardOf(caseId);
  if (change.change === "start" || change.change === "resume") {
    const { clock, nextAt } = change;
    const row = { v: 1, caseId, clock, nextAt, failures: 0, shard };
    return { ...target, does: "put", row, refusedAs: refusedAs.movedOn };
  }
  if (change.change === "move") {
    const update = { set: { clock: change.clock, nextAt: change.nextAt } };
    return { ...target, does: "update", update, if: has("nextAt"), refusedAs: refusedAs.movedOn };
  }
  const rang = ring !== undefined && sameClock(ring.clock, change.clock) ? ring : undefined;
  const guard = {
    if: rang === undefined ? there : equals("nextAt", rang.nextAt),
    refusedAs: rang === undefined ? refusedAs.movedOn : refusedAs.rangBefore,
  };
  const update =
    change.change === "next"
      ? { set: { nextAt: change.nextAt, shard, failures: 0 }, remove: ["quarantined"] }
      : { setIfMissing: { ended: { at, why: change.why } }, remove: ["nextAt", "shard", "quarantined"] };
  return { ...target, does: "update", update, ...guard };
};

/** The changes of some events without those of clocks that they start and stop: such a clock never ran, and has no row. */
export const netChanges = (
  events: readonly { clocks: readonly ClockChange[]; at: Instant }[],
): { change: ClockChange; at: Instant }[] => {
  const key = ({ kind, n }: ClockName) => `${kind}#${n}`;
  const changes = events.flatMap(({ clocks, at }) => clocks.map((change) => ({ change, at })));
  const stopped = new Set(changes.flatMap(({ change }) => (change.change === "stop" ? [key(change.clock)] : [])));
  const started = new Set(changes.flatMap(({ change }) => (change.change === "start" ? [key(change.clock)] : [])));
  // Of a clock that was lost there is no row to write to; that of one that had run out says so already.
  return changes.filter(
    ({ change }) =>
      !(stopped.has(key(change.clock)) && started.has(key(change.clock))) &&
      !(change.change === "stop" && change.why === "lost") &&
      !(change.change === "resume" && change.nextAt === undefined),
  );
};
