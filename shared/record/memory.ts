import {
  type Condition,
  type Database,
  type Index,
  type Item,
  Key,
  type Query,
  readable,
  refusalOf,
  transactionSize,
  type Update,
  type Write,
} from "./database.ts";

type Table = {
  /** The rows of each partition by their sort keys. */
  rows: Map<string, Map<string, Item>>;
  /** Of each index that was asked for: the rows of each of its partitions. */
  indexes: Map<string, { index: Index; rows: Map<unknown, Set<Item>> }>;
};

/** Texts by their code units, as DynamoDB orders them for all that our keys are made of; numbers by their size. */
const compare = (a: unknown, b: unknown): number => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return Number.NaN;
};

const judged = {
  "=": (order: number) => order === 0,
  "<>": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">=": (order: number) => order >= 0,
};

/** What a request comes to, at one moment after it was made. */
const soon = async <T>(job: () => T): Promise<T> => {
  await Promise.resolve();
  return job();
};

/** Whether a condition holds for a row, or for its absence. A comparison with a field that is not there does not hold, but `<>`. */
export const holds = (condition: Condition, item: Item | undefined): boolean => {
  if ("all" in condition) return condition.all.every((one) => holds(one, item));
  if ("any" in condition) return condition.any.some((one) => holds(one, item));
  if ("row" in condition) return (item !== undefined) === (condition.row === "there");
  const value = item?.[condition.field];
  if (!("value" in condition)) return (value !== undefined) === (condition.is === "there");
  return judged[condition.is](compare(value, condition.value));
};

const updated = (item: Item, { set = {}, setIfMissing = {}, remove = [], add = {} }: Update): Item => {
  const sums = Object.entries(add).map(([field, more]) => [field, Number(item[field] ?? 0) + more] as const);
  const after = { ...setIfMissing, ...item, ...set, ...Object.fromEntries(sums) };
  return Object.fromEntries(Object.entries(after).filter(([field]) => !remove.includes(field)));
};

/** A frozen copy of a value, without fields that are undefined: rows are copied on their way in, and nobody can change one. */
const frozen = (value: unknown): unknown => {
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  return typeof value === "object" && value !== null ? frozenItem(value) : value;
};
const frozenItem = (item: object): Item => {
  const copy: Item = {};
  for (const [field, value] of Object.entries(item)) if (value !== undefined) copy[field] = frozen(value);
  return Object.freeze(copy);
};

const within = (range: Query["range"], value: unknown): boolean => {
  if (range === undefined) return true;
  if ("below" in range) return compare(value, range.below) < 0;
  if ("above" in range) return compare(value, range.above) > 0;
  return compare(value, range.until) <= 0 && (!("from" in range) || compare(value, range.from) >= 0);
};

const isIndexed = ({ hash, range }: Index, item: Item): boolean =>
  item[hash] !== undefined && item[range] !== undefined;

/**
 * Tables in memory, with the semantics of DynamoDB's that the project relies on: conditions, transactions that are made
 * whole or not at all, partitions in the order of their keys, sparse indexes. Each write is made at one moment, so that no
 * transaction meets another, and indexes do not lag.
 */
export const memoryDatabase = () => {
  const tables = new Map<string, Table>();

  const tableOf = (name: string): Table => {
    const table = tables.get(name) ?? { rows: new Map(), indexes: new Map() };
    tables.set(name, table);
    return table;
  };

  const find = (table: string, { pk, sk }: Key): Item | undefined => tableOf(table).rows.get(pk)?.get(sk);

  const unlist = (table: Table, item: Item): void => {
    for (const { index, rows } of table.indexes.values()) rows.get(item[index.hash])?.delete(item);
  };

  const list = ({ index, rows }: { index: Index; rows: Map<unknown, Set<Item>> }, item: Item): void => {
    if (!isIndexed(index, item)) return;
    const partition = rows.get(item[index.hash]) ?? new Set();
    rows.set(item[index.hash], partition.add(item));
  };

  const replace = (tableName: string, { pk, sk }: Key, item: Item | undefined): void => {
    const table = tableOf(tableName);
    const partition = table.rows.get(pk) ?? new Map<string, Item>();
    table.rows.set(pk, partition);
    const before = partition.get(sk);
    if (before !== undefined) unlist(table, before);
    partition.delete(sk);
    if (item === undefined) return;
    const stored = frozenItem({ ...item, pk, sk });
    partition.set(sk, stored);
    for (const listed of table.indexes.values()) list(listed, stored);
  };

  /** An index is made when it is first asked for, from the rows that are there by then. */
  const rowsOf = ({ table: name, index, of }: Query): Item[] => {
    const table = tableOf(name);
    if (index === undefined) return [...(table.rows.get(String(of))?.values() ?? [])];
    const known = table.indexes.get(index.name);
    if (known !== undefined) return [...(known.rows.get(of) ?? [])];
    const made = { index, rows: new Map<unknown, Set<Item>>() };
    for (const partition of table.rows.values()) for (const item of partition.values()) list(made, item);
    table.indexes.set(index.name, made);
    return [...(made.rows.get(of) ?? [])];
  };

  const found = (query: Query): Item[] => {
    const { index, range, backwards, limit } = query;
    const field = index?.range ?? "sk";
    const rows = rowsOf(query)
      .filter((item) => within(range, item[field]))
      .sort((a, b) => compare(a[field], b[field]));
    return (backwards ? rows.reverse() : rows).slice(0, limit);
  };

  const projected = (item: Item, index: Index | undefined): Item => {
    if (index === undefined || index.projects === "all") return item;
    const { hash, range, projects } = index;
    const wanted = ["pk", "sk", hash, range, ...(projects === "keys" ? [] : projects)];
    return Object.fromEntries(wanted.flatMap((name) => (name in item ? [[name, item[name]]] : [])));
  };

  const after = (write: Write): Item | undefined => {
    const before = find(write.table, write.key);
    switch (write.does) {
      case "put":
        return { ...write.row };
      case "update":
        return updated(before ?? {}, write.update);
      case "check":
        return before;
      case "delete":
        return undefined;
    }
  };

  const writeAll = (writes: readonly Write[]): void => {
    if (writes.length > transactionSize) throw new Error(`${writes.length} writes are too many for one transaction`);
    const keys = new Set(writes.map(({ table, key }) => JSON.stringify([table, key.pk, key.sk])));
    // DynamoDB refuses such a transaction as a whole, whatever stands in its tables.
    if (keys.size < writes.length) throw new Error("Two writes of one transaction concern the same row");
    for (const write of writes) {
      if (write.if !== undefined && !holds(write.if, find(write.table, write.key))) throw refusalOf(write);
    }
    for (const write of writes) if (write.does !== "check") replace(write.table, write.key, after(write));
  };

  const database: Database = {
    get: (table, key) => soon(() => find(table, key)),
    async *query(query) {
      yield* await soon(() => found(query).map((item) => projected(item, query.index)));
    },
    async *list(table, index) {
      yield* await soon(() => {
        const rows = [...tableOf(table).rows.values()].flatMap((partition) => [...partition.values()]);
        return rows.filter((item) => isIndexed(index, item)).map((item) => projected(item, index));
      });
    },
    count: (query) => soon(() => found(query).length),
    write: (writes) => soon(() => writeAll(writes)),
    update: (write) =>
      soon(() => {
        writeAll([write]);
        return find(write.table, write.key) ?? {};
      }),
  };

  return {
    /** The tables as stores know them. */
    database: readable(database),
    /** Every row of a table, in no order. */
    items: (table: string): Item[] => [...tableOf(table).rows.values()].flatMap((rows) => [...rows.values()]),
    /** Puts a row there, or takes it away, whatever its form: for tests that damage a table. */
    force: (table: string, key: Key, item: Item | undefined): void => replace(table, Key.parse(key), item),
  };
};
