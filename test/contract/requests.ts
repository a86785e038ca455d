import type { Database, Write } from "#record/database.ts";

/** A request of a machine to its tables: what it does, and the table or index that it goes to. */
export type Sent = { does: "get" | "query" | "write"; to: string };

/** A database that tells of each request before it is made; what the listener throws comes back in place of an answer. */
export type Overheard = Database & { listeners: ((sent: Sent, writes: readonly Write[]) => unknown)[] };

export const overheard = (database: Database): Overheard => {
  const listeners: Overheard["listeners"] = [];
  const tell = async (does: Sent["does"], to: string, writes: readonly Write[] = []): Promise<void> => {
    for (const listener of listeners) await listener({ does, to }, writes);
  };
  return {
    listeners,
    get: async (table, key) => {
      await tell("get", table);
      return database.get(table, key);
    },
    async *query(query) {
      await tell("query", query.index?.name ?? query.table);
      yield* database.query(query);
    },
    async *list(table, index) {
      await tell("query", index.name);
      yield* database.list(table, index);
    },
    count: async (query) => {
      await tell("query", query.index?.name ?? query.table);
      return database.count(query);
    },
    write: async (writes) => {
      await tell("write", writes[0]?.table ?? "", writes);
      return database.write(writes);
    },
    update: async (write) => {
      await tell("write", write.table);
      return database.update(write);
    },
  };
};

/** Calls `before` with each request that a machine is about to make, and with what it writes. */
export const beforeRequests = (db: Overheard, before: Overheard["listeners"][number]): void => {
  db.listeners.push(before);
};

/** Notes each request that a machine makes from now on. */
export const watch = (db: Overheard): Sent[] => {
  const sent: Sent[] = [];
  beforeRequests(db, (request) => sent.push(request));
  return sent;
};
