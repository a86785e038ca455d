import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heapsMarks, normalised } from "#ground/foreign-text.ts";
import { expectLinear } from "../../support/linear.ts";

const forms = ["NFC", "NFKC"] as const;
const everyCharacter = Array.from({ length: 0x11_00_00 }, (_, i) => i)
  .filter((i) => i < 0xd8_00 || i > 0xdf_ff)
  .map((i) => String.fromCodePoint(i));

describe("a text that somebody sent", () => {
  test("is normalised as Unicode says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 25 }), fc.constantFrom(...forms), (text, form) => {
        expect(normalised(text, form)).toBe(text.normalize(form));
      }),
    );
  });

  test("in the scripts that stack most is no heap", () => {
    const scripts = ["བསྒྲུབས་ཀྱི", "เก้าอี้น้ำ", "שָׁלוֹם", "ٱلْعَرَبِيَّةُ", "Tiếng Việt", "ｶﾞｷﾞ", "क्षत्रिय", `a${"\u0301".repeat(30)}`];
    for (const text of scripts) expect(normalised(text, "NFC")).toBe(text.normalize("NFC"));
  });

  test.each([
    ["marks that stand in the wrong order", (n: number) => `a${"\u0315".repeat(n / 2)}${"\u0316".repeat(n / 2)}`],
    ["marks that change places one by one", (n: number) => "\u0315\u0316".repeat(n / 2)],
    ["half-width sound marks, which only NFKC puts in order", (n: number) => "\u0315\uFF9E".repeat(n / 2)],
    ["heaps just short enough", (n: number) => `a${"\u0315\u0316".repeat(15)}`.repeat(n / 124)],
    ["syllables of many letters", (n: number) => "\u1100\u1161\u11A8\u11A8".repeat(n / 4)],
    ["a ligature that becomes eighteen letters", (n: number) => "\uFDFA".repeat(n / 18)],
  ])("takes time in proportion to its length: %s", (_what, text) => {
    for (const form of forms) expectLinear((typed) => normalised(typed, form), text);
  });

  test("is not normalised when it heaps marks, whatever they are", () => {
    for (const mark of ["\u0315", "\u0316", "\u3099", "\uFF9E", "\uFF9F", "\u{1E8D0}"]) {
      expect(heapsMarks(mark.repeat(30))).toBe(false);
      expect(heapsMarks(mark.repeat(31))).toBe(true);
      expect(normalised(mark.repeat(31), "NFKC")).toBeUndefined();
    }
  });

  // Only what moves in front of another mark, or lets one move in front of it, can take long.
  test("holds no other character that normalising would move", () => {
    const moves = (character: string) =>
      ["NFC", "NFKC"].some((form) => !`\u0345${character}`.normalize(form).startsWith("\u0345"));
    expect(everyCharacter.filter((character) => moves(character) && !heapsMarks(character.repeat(31)))).toEqual([]);
  });
});
