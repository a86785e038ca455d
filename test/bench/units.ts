const bytes = (text: string): number => Buffer.byteLength(text);
const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Nested lists and maps cost three bytes and one for each element. */
const nested = (sizes: number[]): number => 3 + sizes.length + sum(sizes);

/** Names and values; what is undefined is not stored. */
const attributeSizes = (item: object): number[] =>
  Object.entries(item).flatMap(([name, value]: [string, unknown]) =>
    value === undefined ? [] : [bytes(name) + valueSize(value)],
  );

/** Bytes of a value as DynamoDB counts them. Source: its developer guide, "DynamoDB item sizes and formats". */
const valueSize = (value: unknown): number => {
  if (typeof value === "string") return bytes(value);
  if (typeof value === "number") return Math.ceil(String(value).replace(/[-.]/g, "").length / 2) + 1;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return nested(value.map(valueSize));
  if (typeof value === "object" && value !== null) return nested(attributeSizes(value));
  return 1;
};

/** Bytes of an item: the names and the values of its attributes. */
export const itemSize = (item: object): number => sum(attributeSizes(item));

/** Read units of one read: four kilobytes each, half of that when an older state will do. At least one such step. */
export const readUnits = (size: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(size / 4096)) * (consistent ? 1 : 0.5);

/** Write units of one write: one kilobyte each, twice that within a transaction. */
export const writeUnits = (size: number, inTransaction: boolean): number =>
  Math.max(1, Math.ceil(size / 1024)) * (inTransaction ? 2 : 1);
