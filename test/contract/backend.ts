import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Database, Item, Key } from "#record/database.ts";
import { memoryDatabase } from "#record/memory.ts";
import type { Meter } from "../support/meter.ts";
import type { TableNames } from "../support/tables.ts";

/** One of the tables, by what it holds. */
export type Holds = keyof TableNames;

/** The tables beside their stores: what a test writes there has no form to keep. */
export type Raw = {
  items: (table: Holds) => Promise<Item[]>;
  put: (table: Holds, items: readonly Item[]) => Promise<void>;
  remove: (table: Holds, key: Key) => Promise<void>;
};

/** A machine's connections to its tables; with the client that its requests leave by, where there is one. */
export type Connection = { database: Database; disconnect: () => void; client?: DynamoDBDocumentClient };

/** New tables of one district. */
export type Backend = {
  names: TableNames;
  /** The tables as one machine sees them, over connections of its own. */
  connect: () => Connection;
  raw: Raw;
  close: () => void;
};

/** Where districts have their tables. */
export type Host = { tables: () => Promise<Backend>; stop: () => Promise<void> };

/** Tables in memory: each district's are its own, and all of its machines see the same. A meter notes what is asked of them. */
export const memoryBackend = (meter?: Meter): Backend => {
  const memory = memoryDatabase();
  const names = { cases: "cases", deadlines: "deadlines", directory: "directory", tries: "tries" };
  const database = meter === undefined ? memory.database : meter.metered(memory.database, names);
  const keyOf = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) });
  return {
    names,
    connect: () => ({ database, disconnect: () => undefined }),
    raw: {
      items: (table) => Promise.resolve(memory.items(table)),
      put: (table, items) => {
        for (const item of items) memory.force(table, keyOf(item), item);
        return Promise.resolve();
      },
      remove: (table, key) => Promise.resolve(memory.force(table, key, undefined)),
    },
    close: () => undefined,
  };
};

export const memoryHost = (meter?: Meter): Promise<Host> =>
  Promise.resolve({ tables: () => Promise.resolve(memoryBackend(meter)), stop: () => Promise.resolve() });
