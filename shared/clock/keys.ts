import { hash } from "node:crypto";
import { registerOf } from "#ground/ids.ts";
import { type Partitions, partitionOf } from "#ground/partitions.ts";
import type { ClockName } from "./clock.ts";

/** The number of partitions that due clocks and unpublished events are spread over. */
export const shardCount = 16;
export const shards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);

/** Where quarantined clocks wait in the index: no sweep looks there, and one query lists them. */
export const quarantineShard = 99;

/** The shard of a case, 0 to 15: always the same, and even over cases. */
export const shardOf = (caseId: string): number => (hash("sha256", caseId, "buffer")[0] ?? 0) % shardCount;

/** The kinds of partitions of the Deadlines table. */
export const deadlinesPartitions = { clocks: "CASE#*", entryClocks: "ENTRY#*" } as const satisfies Partitions;

/** The keys of the Deadlines table: the clocks of a case, or of a register's entry. */
export const clockPartition = (id: string): string =>
  partitionOf(deadlinesPartitions[registerOf(id) === undefined ? "clocks" : "entryClocks"], id);
export const clockKey = (caseId: string, { kind, n }: ClockName) => ({
  pk: clockPartition(caseId),
  sk: `CLOCK#${kind}#${n}`,
});
