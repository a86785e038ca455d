import type { Database, Item } from "#record/database.ts";

/** The machine was cut off: a timeout, a crash, a lost connection. */
export class Killed extends Error {
  override name = "Killed";
}

/**
 * A machine that dies at the n-th point of its life. There is a point before and one after everything that it waits for:
 * dead before, what it asked for has not happened; dead after, it has, and nobody has heard of it. From then on it does
 * nothing any more, whatever of it still runs.
 */
export const mortal = (n: number) => {
  let passed = 0;
  const point = (): void => {
    passed += 1;
    if (passed >= n) throw new Killed(`at point ${n}`);
  };
  const around = async <T>(job: () => Promise<T>): Promise<T> => {
    point();
    const result = await job();
    point();
    return result;
  };

  /** Puts the points around each call of a port. */
  const guard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => around(async (): Promise<unknown> => Reflect.apply(found, target, args));
      },
    });

  /** Puts a point before each row, and before the first request for them. */
  async function* pointed(rows: AsyncGenerator<Item>): AsyncGenerator<Item> {
    point();
    for await (const item of rows) {
      point();
      yield item;
    }
  }

  const guardTables = (database: Database): Database => ({
    get: (table, key) => around(() => database.get(table, key)),
    query: (query) => pointed(database.query(query)),
    list: (table, index) => pointed(database.list(table, index)),
    count: (query) => around(() => database.count(query)),
    write: (writes) => around(() => database.write(writes)),
    update: (write) => around(() => database.update(write)),
  });

  return {
    guard,
    guardTables,
    /** Whether it has come to its last point. */
    hasDied: () => passed >= n,
  };
};
