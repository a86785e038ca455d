import type { DistrictDate } from "#ground/instant.ts";
import { type Partitions, partitionOf } from "#ground/partitions.ts";

/** The kinds of partitions of the Tries table. */
export const triesPartitions = { tries: "TRIES#*", salts: "SALT#*", kept: "KEPT#*" } as const satisfies Partitions;

/** The keys of the Tries table. Each counter is a partition of its own, so that no guesser makes another's one busy. */
export const tryKey = (counter: string) => ({ pk: partitionOf(triesPartitions.tries, counter), sk: "TRIES" });

/** The salt of a day, under which addresses are hashed. */
export const saltKey = (on: DistrictDate) => ({ pk: partitionOf(triesPartitions.salts, on), sk: "SALT" });

/** A page that is kept for a device, by its name. */
export const keptKey = (name: string) => ({ pk: partitionOf(triesPartitions.kept, name), sk: "KEPT" });
