/**
 * The kinds of partitions that a table has, by what they hold: the whole key of one that stands alone, or a pattern in
 * which `*` stands for the name of one among many. A policy can tell kinds apart, and nothing within one.
 */
export type Partitions = Readonly<Record<string, string>>;

/** The key of a partition of a kind. */
export const partitionOf = (pattern: string, name: string | number): string => pattern.replace("*", () => String(name));

/** The name in the key of a partition of a kind, or `undefined` for a partition of another. */
export const nameOfPartition = (pattern: string, pk: string): string | undefined => {
  const [before = "", after = ""] = pattern.split("*");
  const isOne = pattern.includes("*") && pk.startsWith(before) && pk.endsWith(after);
  return isOne ? pk.slice(before.length, pk.length - after.length) : undefined;
};
