import canonicalize from "canonicalize";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "#ground/canonical.ts";

describe("a value in canonical JSON", () => {
  test("is written as the RFC's reference library writes it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary", noUnicodeString: false }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1000 },
    );
  });

  test("has its fields in the order of their code units, numbers among them as texts, and none that is undefined", () => {
    const value = { b: 1, a: undefined, 10: [undefined, -0], 9: 1e21, "\u{1F600}": "é", "\uFB33": null };
    expect(canonical(value)).toBe('{"10":[null,0],"9":1e+21,"b":1,"\u{1F600}":"é","\uFB33":null}');
    expect(canonical(value)).toBe(canonicalize(value));
  });

  test.each([
    ["a number that is none", Number.NaN],
    ["a number without end", Number.POSITIVE_INFINITY],
    ["half a character", "\uD83D"],
    ["a field named by half a character", { "\uDE00": 1 }],
    ["a function", () => 1],
    ["a big integer", 1n],
  ])("is refused for %s", (_, value) => {
    expect(() => canonical({ value })).toThrow(TypeError);
  });
});
