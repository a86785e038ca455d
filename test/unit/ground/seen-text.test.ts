import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOneLine, isOneLine, isSeen, withoutUnseen } from "#ground/seen-text.ts";
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

describe("a text without what no reader sees", () => {
  test.each([
    ["a joiner between the parts of one picture", "👨‍👩‍👧 ❤️‍🔥 🧑🏽‍🤝‍🧑🏻"],
    ["a selector behind what it draws", "☎️ 1️⃣ 葛\u{e0100} ⛄\ufe0e"],
    ["a joiner between letters that it joins or parts", "نمى\u200cدان क्\u200dष"],
    ["how Mongolian is written", "ᠬᠣᠷᠢᠨ᠎ᠠ ᠨ᠋ᠢ"],
    ["marks on letters", "é Tiếng Việt བསྒྲུབས་ཀྱི"],
    ["rare characters, old and private ones", "𠮷䶮\ue000"],
    ["line breaks and columns", "甲\n乙\t丙"],
  ])("keeps what draws its neighbour another way: %s", (_, text) => {
    expect(withoutUnseen(text)).toBe(text);
  });

  test.each([
    ["a second selector", "甲\ufe0f\ufe0f", "甲\ufe0f"],
    ["a selector on nothing", "\ufe0f甲 \ufe0f", "甲 "],
    ["a joiner that joins nothing", "甲\u200d乙 👨\u200d a\u200cb", "甲乙 👨 ab"],
    ["a sentence in tags", "好\u{e0049}\u{e0047}\u{e004e}\u{e007f}", "好"],
    ["fillers of Hangul", "甲\u3164\u115f乙", "甲乙"],
    ["notes between the lines", "甲\ufff9乙\ufffb", "甲乙"],
    ["half a character", "甲\ud83d", "甲"],
    ["a selector on what is dropped", "\ufff9\u{e0100}甲\uffff\ufe0f", "甲"],
    ["no characters", "甲\uffff\u{1ffff}乙", "甲乙"],
  ])("drops what leaves no trace: %s", (_, text, rest) => {
    expect(withoutUnseen(text)).toBe(rest);
  });

  const pasted = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ..."\u200b\u200c\u200d\ufe0f\u202e\u3164\u180b\u180e\u061c\ufff9\uffff\u{e0041}\u{e0100}\r\n\u2028\t \u3000<&>",
        ),
        fc.constantFrom(..."陈a1👨👩🔥❤ئ\u0301ᠠ𠮷\ud83d"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
    )
    .map((characters) => characters.join(""));

  test("is the same when it is cleaned again, and whatever is seen of it stays, in its order", () => {
    const seen = (text: string) => [...text].filter(isSeen).join("");
    fc.assert(
      fc.property(pasted, (text) => {
        const cleaned = withoutUnseen(text);
        expect(withoutUnseen(cleaned)).toBe(cleaned);
        expect(seen(cleaned)).toBe(seen(text));
        expect(isSeen(cleaned)).toBe(isSeen(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("in one line is one, if anything is seen of it", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(isOneLine(inOneLine(text))).toBe(isSeen(text));
      }),
    );
  });

  test.each(["\u202e", "\u200d", "👨\u200d", "ئ\u200c", "甲\ufe0f", "\r", " \n", "\u180e", "甲"])(
    "takes time in proportion to its length: %j",
    (part) => {
      for (const clean of [withoutUnseen, inOneLine]) expectLinear(clean, (n) => part.repeat(n / part.length));
    },
  );
});
