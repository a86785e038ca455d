import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributesOf, rowIn } from "#record/attributes-dynamodb.ts";

const leaf = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);
const row = fc.dictionary(
  fc.string(),
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value,
  { noNullPrototype: true },
);

describe("a row, as DynamoDB has it", () => {
  test("is written as the SDK's own library writes it, and read as that reads it", () => {
    fc.assert(
      fc.property(row, (given) => {
        const attributes = attributesOf(given);
        expect(attributes).toEqual(marshall(given, { removeUndefinedValues: true }));
        expect(rowIn(attributes)).toEqual(unmarshall(attributes));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a number beyond those that stay themselves", 2 ** 53],
    ["no number", Number.NaN],
    ["an infinite number", Number.POSITIVE_INFINITY],
    ["bytes", new Uint8Array(2)],
    ["a moment as an object", new Date(0)],
    ["a set", new Set(["a"])],
    ["a big integer", 1n],
  ])("takes what JSON tells, and not %s", (_, value) => {
    expect(() => attributesOf({ list: [{ value }] })).toThrow(TypeError);
  });

  test("of a type that we never write is refused by the type's name", () => {
    expect(() => rowIn({ some: { SS: ["a"] } })).toThrow("A row of ours holds no SS");
  });
});
