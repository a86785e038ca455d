import { type Partitions, partitionOf } from "#ground/partitions.ts";

/** The kinds of partitions of the Directory table. */
export const directoryPartitions = {
  current: "DIRECTORY",
  /** A version's head, and its content. */
  versions: "DIRECTORY#*",
  calendar: "CALENDAR",
  demo: "DEMO",
  passes: "PASS#*",
} as const satisfies Partitions;

/** The keys of the Directory table. `current` says which version is in force, a version's head what its content is. */
export const currentKey = { pk: directoryPartitions.current, sk: "CURRENT" } as const;
export const demoClockKey = { pk: directoryPartitions.demo, sk: "CLOCK" } as const;

/** A pass to register for others, by the hash of its token. */
export const passKey = (hash: string) => ({ pk: partitionOf(directoryPartitions.passes, hash), sk: "PASS" });

/** The `version`-th list of the district's announcements of rest days and working days. */
export const calendarKey = (version: number) => ({
  pk: directoryPartitions.calendar,
  sk: String(version).padStart(5, "0"),
});

/** Written last: a version without it is half imported. */
export const versionKey = (version: string) => ({
  pk: partitionOf(directoryPartitions.versions, version),
  sk: "VERSION",
});

/** One content of a version, whole. Two files that call themselves by one version never share a partition. */
export const contentPartition = (version: string, contentHash: string): string =>
  partitionOf(directoryPartitions.versions, `${version}#${contentHash}`);

/** The parts of a content, in their order. */
export const partKey = (partition: string, position: number) => ({
  pk: partition,
  sk: `PART#${String(position).padStart(5, "0")}`,
});
