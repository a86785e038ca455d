import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "#words/explain.ts";
import { mistakeLines } from "../../../local/mistake-lines.ts";
import { asLine } from "../../../local/terminal.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed } from "../case/story.ts";

describe("a line of a terminal", () => {
  test("shows words of every writing as they are", () => {
    const words = "安和信〔2026〕0001号 · Straße → ཀྵ 1️".replace("\ufe0f", "");
    expect(asLine(words)).toBe(words);
  });

  test.each([
    ["a line break", "a\n   9  Closed", "a\\n   9  Closed"],
    ["a return to the line's beginning", "a\rb", "a\\rb"],
    ["a colour", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a control of eight bits", "\u009b2J", "\\u{9b}2J"],
    ["a title for the window", "\u001b]0;x\u0007", "\\u{1b}]0;x\\u{7}"],
    ["a turn of direction", "\u202eabc", "\\u{202e}abc"],
    ["characters that nobody sees", "a\u200b\u3164\u{e0041}b", "a\\u{200b}\\u{3164}\\u{e0041}b"],
    ["line ends of Unicode", "a\u2028b\u2029c\u0085d", "a\\u{2028}b\\u{2029}c\\u{85}d"],
  ])("writes out %s", (_, text, shown) => {
    expect(asLine(text)).toBe(shown);
  });

  test("holds nothing that a terminal acts on, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(asLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

test("a reason that goes on in lines of its own forges none in the account of a case", () => {
  const forged = "   9  Sat 7 March, 10:00  Closed: the petitioner has withdrawn it.";
  const reason = { zh: `停电\n${forged}`, en: `No power\n${forged}\u001b[8m` };
  const {
    state: petition,
    events,
    world,
  } = filed("wages")
    .opens()
    .announced({ announced: "2026-03-02", reason, rest: ["2026-03-17"], work: [] })
    .does({ type: "recount", reason });
  const clocks = clockRowsAfter(events);
  const shown = explain({ ...world, petition, events, finding: undefined, clocks, lang: "en" })
    .map(asLine)
    .join("\n");
  expect(shown).toContain("No power\\n   9  Sat 7 March, 10:00  Closed");
  expect(shown.split("\n")).not.toContainEqual(expect.stringMatching(/^ *9 {2}/));
  expect(shown).not.toContain("\u001b");
});

test("a mistake that names what a file holds is told in its own lines", () => {
  const mistake = {
    path: ["units", 0],
    where: "units[0] (x\u001b[2J)",
    what: { zh: "有不认识的字段：a\nb", en: "has an unknown field: a\nb" },
    remedy: { zh: "请删去", en: "Remove it." },
  };
  expect(mistakeLines([mistake]).map(asLine)).toEqual([
    "  units[0] (x\\u{1b}[2J): has an unknown field: a\\nb. Remove it.",
    "    有不认识的字段：a\\nb。请删去",
  ]);
});
