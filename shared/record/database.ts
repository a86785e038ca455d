import * as z from "zod";
import { WouldNotReadBack } from "./row.ts";

/** What names a row of a table. */
export const Key = z.object({ pk: z.string().min(1), sk: z.string().min(1) });
export type Key = z.infer<typeof Key>;

/** A row as it is stored, with its key among its fields. */
export type Item = Record<string, unknown>;

/** What was stored under a key: the item without it. */
export const rowOf = ({ pk: _, sk: __, ...row }: Item): Item => row;

/** What a row must be like for a write to be made. It is judged by the database, at the moment of the write. */
export type Condition =
  | { row: "absent" | "there" }
  | { field: string; is: "absent" | "there" }
  | { field: string; is: "=" | "<>" | "<" | "<=" | ">="; value: string | number }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

/** The row does not exist yet. */
export const absent: Condition = { row: "absent" };
/** The row exists. */
export const there: Condition = { row: "there" };
export const has = (field: string): Condition => ({ field, is: "there" });
export const lacks = (field: string): Condition => ({ field, is: "absent" });
export const equals = (field: string, value: string | number): Condition => ({ field, is: "=", value });
export const differs = (field: string, value: string | number): Condition => ({ field, is: "<>", value });
export const below = (field: string, value: string | number): Condition => ({ field, is: "<", value });
export const atMost = (field: string, value: string | number): Condition => ({ field, is: "<=", value });
export const atLeast = (field: string, value: string | number): Condition => ({ field, is: ">=", value });
export const allOf = (...all: Condition[]): Condition => ({ all });
export const anyOf = (...any: Condition[]): Condition => ({ any });

/** A named error that says what a refused condition means. */
export type RefusedAs = new (message: string) => Error;

/** The form that a table's rows have beside their key: all their fields, those that indexes hold them by included. */
export type RowForm = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** What an update does to a row. A row that is not there is made, unless a condition forbids it. */
export type Update = {
  set?: Readonly<Record<string, unknown>>;
  /** Set where the field is not there yet; where it is, it stays. */
  setIfMissing?: Readonly<Record<string, unknown>>;
  remove?: readonly string[];
  /** Added to a number; a field that is not there counts as 0. */
  add?: Readonly<Record<string, number>>;
};

/** A row that one write concerns, the form that such rows are read by, and the condition of the write. */
type Target<Table extends string = string> = { table: Table; key: Key; if?: Condition; refusedAs?: RefusedAs };

/** One write of a plan. `check` writes nothing: its condition has to hold for the others. */
export type Write<Table extends string = string> =
  | (Target<Table> & { does: "put"; form: RowForm; row: Readonly<Record<string, unknown>> })
  | (Target<Table> & { does: "update"; form: RowForm; update: Update })
  | (Target<Table> & { does: "check"; if: Condition })
  | (Target<Table> & { does: "delete" });
export type UpdateWrite = Extract<Write, { does: "update" }>;

/** A plan over tables by what they hold, as writes to the tables that have these names on a stage. */
export const inTables = <Table extends string>(
  writes: readonly Write<Table>[],
  names: Readonly<Record<Table, string>>,
): Write[] => writes.map((write) => ({ ...write, table: names[write.table] }));

/** A condition of a write was refused and no error was named for it. */
export class Refused extends Error {
  override name = "Refused";
}

/** Somebody else's transaction over the same rows was faster, or is under way: nothing was written; decide again. */
export class MovedOn extends Error {
  override name = "MovedOn";
}

/** What a refused write is answered with. */
export const refusalOf = ({ table, key, refusedAs: RefusedAs = Refused }: Write): Error =>
  new RefusedAs(`${table} ${key.pk} / ${key.sk}: refused`);

/** An index of a table: rows that have both fields, by the one and in the order of the other. */
export type Index = { name: string; hash: string; range: string; projects: "keys" | "all" | readonly string[] };

/** Rows of one partition of a table, or of an index, in the order of their range. Bounds are inclusive but for `below`. */
export type Query = {
  table: string;
  index?: Index;
  /** The partition: the value of `pk`, or of the index's hash field. */
  of: string | number;
  range?: { from: string; until: string } | { until: string } | { below: string } | { above: string };
  /** From the end of the range; otherwise from its beginning. */
  backwards?: true;
  /** As many rows at most; otherwise all, page by page. */
  limit?: number;
};

/**
 * The tables as the stores know them. Rows are read by key or by partition; a partition of a table is read as it is now,
 * an index may lag behind its table (fault 17).
 */
export type Database = {
  /** One row as it is now, or `undefined`. */
  get: (table: string, key: Key) => Promise<Item | undefined>;
  query: (query: Query) => AsyncGenerator<Item>;
  /** All rows of a sparse index, of every partition, in no order: for an index that holds little beside what is asked. */
  list: (table: string, index: Index) => AsyncGenerator<Item>;
  /** How many rows a query has, without reading them. */
  count: (query: Query) => Promise<number>;
  /**
   * Makes all writes or none. @throws what the first refused write names, MovedOn when another transaction is under way,
   * WouldNotReadBack before anything is sent.
   */
  write: (writes: readonly Write[]) => Promise<void>;
  /** Makes one update and gives the row as it is afterwards. @throws as `write` does. */
  update: (write: UpdateWrite) => Promise<Item>;
};

/** DynamoDB's limit for one transaction. */
export const transactionSize = 100;

const misfit = ({ table, key }: Target, error: z.ZodError, at: readonly PropertyKey[] = []): WouldNotReadBack => {
  const fields = error.issues.map(
    ({ path, message }) => `${[...at, ...path].map(String).join(".") || "row"}: ${message}`,
  );
  return new WouldNotReadBack(`${table} ${key.pk} / ${key.sk}: ${fields.join("; ")}`, { cause: error });
};

/** Each form in its strict version, made once: a schema is compiled when it is first used. */
const strictForms = new WeakMap<RowForm, z.ZodType>();
const strictly = (form: RowForm): z.ZodType => {
  const strict = strictForms.get(form) ?? form.strict();
  strictForms.set(form, strict);
  return strict;
};

const proveField = (target: Target, form: RowForm, field: string, value: unknown): void => {
  const inForm = form.shape[field];
  if (inForm === undefined)
    throw new WouldNotReadBack(`${target.table} ${target.key.pk} / ${target.key.sk}: ${field}: no such field`);
  const { error } = z.safeParse(inForm, value);
  if (error) throw misfit(target, error, [field]);
};

/**
 * Proves that a row will be readable once the write is made, by the form that reads it.
 * @throws WouldNotReadBack naming the row and its field.
 */
const prove = (write: Write): void => {
  const { error } = Key.safeParse(write.key);
  if (error) throw misfit(write, error, ["key"]);
  if (write.does === "put") {
    const { error: wrong } = strictly(write.form).safeParse(write.row);
    if (wrong) throw misfit(write, wrong);
  }
  if (write.does === "update") {
    const { set = {}, setIfMissing = {}, remove = [], add = {} } = write.update;
    for (const [field, value] of Object.entries({ ...set, ...setIfMissing, ...add })) {
      proveField(write, write.form, field, value);
    }
    // What may be removed is what the form does without.
    for (const field of remove) proveField(write, write.form, field, undefined);
  }
};

/**
 * Stands before every database: nothing is written that its own form would not read back. No store gets at a table but
 * through here, so none can forget it.
 */
export const readable = (database: Database): Database => ({
  ...database,
  write: async (writes) => {
    writes.forEach(prove);
    if (writes.length > 0) await database.write(writes);
  },
  update: (write) =>
    Promise.resolve().then(() => {
      prove(write);
      return database.update(write);
    }),
});
