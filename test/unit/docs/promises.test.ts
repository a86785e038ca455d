import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** All that the product says to people. */
const said = readdirSync(join(root, "shared"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => read(join("shared", path)))
  .join("\n");

/** Each promise of the list: its words in both languages, and the tests that keep it. */
const promises = [...read("docs/promises.md").matchAll(/^\d+\. (.+)\n((?: +- .+\n)*)/gm)].map(
  ([, words = "", tests = ""]) => {
    const [zh = "", en = ""] = /^“(.+)” \/ “(.+)”$/.exec(words)?.slice(1) ?? [];
    const kept = [...tests.matchAll(/^ +- \[[^\]]+\]\(\.\.\/(test\/[^)]+)\): (.+)$/gm)];
    return { words, zh, en, tests: kept.map(([, path = "", title = ""]) => ({ path, title })) };
  },
);

describe("what the product's texts promise to people", () => {
  it("is listed in both languages, each with what keeps it", () => {
    expect(promises.length).toBeGreaterThan(30);
    expect(promises.filter(({ zh, en }) => zh === "" || en === "").map(({ words }) => words)).toEqual([]);
    expect(promises.filter(({ tests }) => tests.length === 0).map(({ words }) => words)).toEqual([]);
  });

  it("still stands in the product in these words", () => {
    expect(promises.flatMap(({ zh, en }) => [zh, en]).filter((words) => !said.includes(words))).toEqual([]);
  });

  it("is kept by tests that are there", () => {
    const named = promises.flatMap(({ tests }) => tests);
    expect(named.filter(({ path, title }) => !existsSync(join(root, path)) || !read(path).includes(title))).toEqual([]);
  });
});
