import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneLine, isSeen } from "#ground/seen-text.ts";
import { expectLinear } from "../../support/linear.ts";

describe("of a text nothing is seen", () => {
  test.each([
    ["nothing", ""],
    ["blanks of every kind", " \t\n\u00a0\u2003\u3000\u1680"],
    ["zero-width characters", "\u200b\u200c\u200d\u2060\ufeff"],
    ["fillers of Hangul", "\u3164\u115f\u1160\uffa0"],
    ["a pattern of Braille without dots", "\u2800"],
    ["variation selectors", "\ufe0f\u{e0100}\u180b"],
    ["soft hyphens and joiners", "\u00ad\u034f"],
    ["tags", "\u{e0041}\u{e007f}"],
    ["vowels of Khmer that are not written", "\u17b4\u17b5"],
    ["a note without a head", "\u{1d159}"],
    ["turns of direction", "\u202e\u2066\u2069"],
    ["marks on nothing", "\u0301\u20dd"],
    ["half a character", "\ud83d"],
    ["controls", "\u0000\u001b\u0085"],
  ])("%s", (_, text) => {
    expect(isSeen(text)).toBe(false);
    expect(isOneLine(text)).toBe(false);
  });

  test("however such characters are mixed, and something is once a letter stands among them", () => {
    const blank = fc.constantFrom(..."\u200b\u3164\u2800\ufe0f \n\u0301\u{e0041}");
    fc.assert(
      fc.property(fc.array(blank), fc.array(blank), (before, after) => {
        expect(isSeen([...before, ...after].join(""))).toBe(false);
        expect(isSeen([...before, "陈", ...after].join(""))).toBe(true);
      }),
    );
  });
});

test.each(["\u3164", " \u0301", "甲", "甲\n"])("a long run of %j is judged in time in proportion to it", (part) => {
  expectLinear(isOneLine, (n) => `甲${part.repeat(n / part.length)}`);
  expectLinear(isSeen, (n) => `${part.repeat(n / part.length)}甲`);
});

test.each(["陈某", "a", "。", "1️⃣", "👨‍👩‍👧", "𠮷", "\ue000", "ཀྵ"])("something is seen of %s", (text) => {
  expect([isSeen(text), isOneLine(text)]).toEqual([true, true]);
});

test.each(["甲\n乙", "甲\t乙", "甲\u2028乙", "甲\u2029乙", "甲\r乙", "甲\u0085乙", "甲\u001b[31m乙", "甲\u202e乙"])(
  "%j is more than a line",
  (text) => {
    expect([isSeen(text), isOneLine(text)]).toEqual([true, false]);
  },
);
