import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Bilingual } from "#ground/bilingual.ts";
import { deedNames } from "#words/deeds.ts";
import { statusNames } from "#words/matters.ts";
import { clockNames, levelPhrases, outcomeNames } from "#words/words.ts";
import { actWords } from "../../fixtures/every-door.ts";
import { fileText } from "./markdown.ts";

/** The entries under each heading: Chinese, English, the names in code, what it is. */
const entries = new Map(
  fileText("docs/glossary.md")
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const items = lines
        .filter((line) => line.startsWith("- "))
        .map((line) => line.slice(2).replaceAll("**", "").split(" · "));
      return [heading, items] as const;
    }),
);
const named = (code = ""): string[] => [...code.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);

const source = globSync("{shared,functions}/**/*.{ts,tsx}").map(fileText).join("\n");
const words = new Set(source.match(/\w+/g));

test("every entry of the glossary has its four parts", () => {
  expect(entries.size).toBeGreaterThan(10);
  for (const entry of [...entries.values()].flat()) {
    expect(entry).toHaveLength(4);
    for (const part of entry) expect(part.trim()).not.toBe("");
  }
});

test("every name in code that the glossary gives is in the code", () => {
  const names = [...entries.values()].flat().flatMap(([, , code]) => named(code));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

const only = <W>(words: Readonly<Record<string, W>>, name: (of: W) => Bilingual): Record<string, Bilingual> =>
  Object.fromEntries(Object.entries(words).map(([key, of]) => [key, name(of)]));

const records: [heading: string, record: Record<string, Bilingual>][] = [
  ["Levels", levelPhrases],
  ["Statuses", statusNames],
  ["What staff do", only(actWords, ({ button }) => button)],
  ["What is on record", deedNames],
  ["How a matter ends", outcomeNames],
  ["Clocks", clockNames],
];
describe.each(records)("%s", (heading, record) => {
  test("the glossary has every one of them, with the words that pages use", () => {
    const listed = entries.get(heading)?.map(([zh, en, code]) => [zh, en, ...named(code)].join(" · "));
    const said = Object.entries(record).map(([name, { zh, en }]) => [zh, en, name].join(" · "));
    expect(listed?.toSorted()).toEqual(said.toSorted());
  });
});
