import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  absent,
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  type Condition,
  differs,
  equals,
  has,
  type Index,
  type Item,
  lacks,
  there,
} from "#record/database.ts";
import { memoryDatabase } from "#record/memory.ts";

const Row = z.strictObject({
  n: z.number().optional(),
  word: z.string().optional(),
  list: z.array(z.string()).optional(),
});
const key = (sk: string, pk = "A") => ({ pk, sk });
const byWord: Index = { name: "byWord", hash: "word", range: "sk", projects: "keys" };

const put = (sk: string, row: Item, condition?: Condition) =>
  ({ does: "put", table: "t", key: key(sk), form: Row, row, ...(condition && { if: condition }) }) as const;

const collected = async (rows: AsyncGenerator<Item>): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const row of rows) found.push(row);
  return found;
};

describe("a condition", () => {
  const holding: [string, Condition][] = [
    ["there", there],
    ["has", has("n")],
    ["lacks", lacks("word")],
    ["equals", equals("n", 2)],
    ["differs", differs("n", 3)],
    ["differs from what is not there", differs("word", "x")],
    ["below", below("n", 3)],
    ["at most", atMost("n", 2)],
    ["at least", atLeast("n", 2)],
    ["all of", allOf(there, has("n"))],
    ["any of", anyOf(absent, has("n"))],
  ];
  const refused: [string, Condition][] = [
    ["absent", absent],
    ["has", has("word")],
    ["lacks", lacks("n")],
    ["equals", equals("n", 3)],
    ["equals a text", equals("n", "2")],
    ["differs", differs("n", 2)],
    ["below", below("n", 2)],
    ["below what is not there", below("word", "x")],
    ["at most", atMost("n", 1)],
    ["at least", atLeast("n", 3)],
    ["all of", allOf(there, has("word"))],
    ["any of", anyOf(absent, has("word"))],
  ];
  for (const [name, condition] of holding) {
    it(`lets a write pass where it holds: ${name}`, async () => {
      const { database } = memoryDatabase();
      await database.write([put("1", { n: 2 })]);
      await database.write([put("1", { n: 7 }, condition)]);
      expect(await database.get("t", key("1"))).toEqual({ ...key("1"), n: 7 });
    });
  }
  for (const [name, condition] of refused) {
    it(`refuses a write where it does not hold: ${name}`, async () => {
      const { database } = memoryDatabase();
      await database.write([put("1", { n: 2 })]);
      await expect(database.write([put("1", { n: 7 }, condition)])).rejects.toMatchObject({ name: "Refused" });
      expect(await database.get("t", key("1"))).toEqual({ ...key("1"), n: 2 });
    });
  }
});

describe("a transaction in memory", () => {
  it("is judged on what was there before it, and made whole or not at all", async () => {
    const { database } = memoryDatabase();
    await database.write([put("1", { n: 1 }, absent), put("2", { n: 2 }, absent)]);
    await expect(database.write([put("3", { n: 3 }, absent), put("2", { n: 9 }, absent)])).rejects.toThrow("A / 2");
    expect(await collected(database.query({ table: "t", of: "A" }))).toEqual([
      { ...key("1"), n: 1 },
      { ...key("2"), n: 2 },
    ]);
  });

  it("does not take two writes of the same row, nor more than DynamoDB does", async () => {
    const { database } = memoryDatabase();
    await expect(database.write([put("1", { n: 1 }), put("1", { n: 2 })])).rejects.toThrow("same row");
    const many = Array.from({ length: 101 }, (_, n) => put(String(n), { n }));
    await expect(database.write(many)).rejects.toThrow("too many");
    expect(await collected(database.query({ table: "t", of: "A" }))).toEqual([]);
  });

  it("shares nothing with what it was given, and gives nothing that could be changed", async () => {
    const { database } = memoryDatabase();
    const list = ["a"];
    await database.write([put("1", { list, word: undefined })]);
    list.push("b");
    const read = await database.get("t", key("1"));
    expect(read).toStrictEqual({ ...key("1"), list: ["a"] });
    expect(() => Object.assign(read ?? {}, { list: ["c"] })).toThrow(TypeError);
    expect(await database.get("t", key("1"))).toEqual({ ...key("1"), list: ["a"] });
  });
});

describe("an update in memory", () => {
  it("sets, sets what is missing, removes and adds, and makes a row that is not there", async () => {
    const { database } = memoryDatabase();
    const update = (one: object) =>
      database.update({ does: "update", table: "t", key: key("1"), form: Row, update: one });
    expect(await update({ add: { n: 2 } })).toEqual({ ...key("1"), n: 2 });
    expect(await update({ add: { n: 3 }, set: { word: "x" } })).toEqual({ ...key("1"), n: 5, word: "x" });
    expect(await update({ setIfMissing: { word: "y", list: ["z"] } })).toMatchObject({ word: "x", list: ["z"] });
    expect(await update({ remove: ["word", "list"] })).toEqual({ ...key("1"), n: 5 });
  });
});

describe("a query in memory", () => {
  it("gives a partition in the order of its keys, within its bounds, from either end", async () => {
    const { database } = memoryDatabase();
    await database.write(["3", "1", "4", "2"].map((sk) => put(sk, {})));
    const asked = async (query: object) =>
      (await collected(database.query({ table: "t", of: "A", ...query }))).map(({ sk }) => sk);
    expect(await asked({})).toEqual(["1", "2", "3", "4"]);
    expect(await asked({ range: { from: "2", until: "3" } })).toEqual(["2", "3"]);
    expect(await asked({ range: { until: "2" } })).toEqual(["1", "2"]);
    expect(await asked({ range: { above: "2" } })).toEqual(["3", "4"]);
    expect(await asked({ range: { below: "3" }, backwards: true, limit: 1 })).toEqual(["2"]);
    expect(await database.count({ table: "t", of: "A", range: { until: "3" } })).toBe(3);
  });

  it("finds by an index those that have its fields, and follows every change", async () => {
    const { database } = memoryDatabase();
    const found = () => collected(database.query({ table: "t", index: byWord, of: "x" }));
    await database.write([
      put("2", { word: "x", n: 1 }),
      put("1", { word: "x" }),
      put("3", { word: "y" }),
      put("4", {}),
    ]);
    expect(await found()).toEqual([
      { ...key("1"), word: "x" },
      { ...key("2"), word: "x" },
    ]);
    await database.write([
      put("3", { word: "x" }),
      { does: "delete", table: "t", key: key("1") },
      { does: "update", table: "t", key: key("2"), form: Row, update: { remove: ["word"] } },
    ]);
    expect((await found()).map(({ sk }) => sk)).toEqual(["3"]);
  });
});
