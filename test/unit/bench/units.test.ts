import { describe, expect, test } from "vitest";
import { itemSize, readUnits, writeUnits } from "../../bench/units.ts";

describe("units by AWS's published rules", () => {
  test.each([
    ["a text is its bytes in UTF-8, and its name's", { name: "安和" }, 4 + 6],
    ["a number is half its digits and one", { n: 1234 }, 1 + 3],
    ["a truth value is one byte", { yes: true }, 3 + 1],
    ["a list is three bytes and one more for each element", { l: ["ab", "c"] }, 1 + 3 + 2 + 3],
    ["a map counts the names inside it", { m: { ab: "cd", no: undefined } }, 1 + 3 + 1 + 4],
  ])("%s", (_, item, size) => expect(itemSize(item)).toBe(size));

  test("a read of nothing costs half a unit, or one when it has to be consistent", () => {
    expect([readUnits(0, false), readUnits(0, true)]).toEqual([0.5, 1]);
  });
  test("reads are counted in steps of four kilobytes, writes in steps of one", () => {
    expect([readUnits(4096, true), readUnits(4097, true)]).toEqual([1, 2]);
    expect([writeUnits(1024, false), writeUnits(1025, false)]).toEqual([1, 2]);
  });
  test("a transaction doubles every write", () => expect(writeUnits(1025, true)).toBe(4));
});
