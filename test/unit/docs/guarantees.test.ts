import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The numbers of a list, as `7. **…`, of a document's part up to the next heading. */
const numbersIn = (text: string): number[] => [...text.matchAll(/^(\d+)\. \*\*/gm)].map(([, n]) => Number(n));

const guarantees = read("docs/guarantees.md");
const [, invariants = ""] = guarantees.split(/^## .*$/m);
const faults = read("docs/faults.md");

/** Each test that a document names: the file that its link leads to, and what is said of it there. */
const testsIn = (text: string) =>
  [...text.matchAll(/^ +- \[[^\]]+\]\(\.\.\/(test\/[^)]+)\): (.+)$/gm)].map(([, path = "", title = ""]) => ({
    path,
    title,
  }));

/** All code but this file, whose patterns look like citations. */
const sources = ["functions", "infra", "local", "shared", "test", "workflows"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(tsx?|py)$/.test(path) && !path.endsWith("docs/guarantees.test.ts"))
    .map((path) => join(room, path)),
);
const citing = (what: RegExp): { path: string; cited: string }[] =>
  sources.flatMap((path) => [...read(path).matchAll(what)].map(([, cited = ""]) => ({ path, cited })));

describe("what comments cite", () => {
  it("is found in the code at all", () => {
    expect(citing(/guarantee (\d+)/g).length).toBeGreaterThan(5);
    expect(citing(/fault (\d+)/g).length).toBeGreaterThan(5);
  });

  it("are guarantees and faults that the documents list", () => {
    const [kept, survived] = [numbersIn(invariants), numbersIn(faults)];
    expect(citing(/guarantee (\d+)/g).filter(({ cited }) => !kept.includes(Number(cited)))).toEqual([]);
    expect(citing(/fault (\d+)/g).filter(({ cited }) => !survived.includes(Number(cited)))).toEqual([]);
    const headings = [...guarantees.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(citing(/guarantees\.md, "([^"\]]+)"/g).filter(({ cited }) => !headings.includes(cited))).toEqual([]);
  });
});

describe.each([
  ["guarantees", invariants, 10],
  ["faults", faults, 36],
])("the list of %s", (_, list, count) => {
  it("is numbered without a gap", () => {
    expect(numbersIn(list)).toEqual(Array.from({ length: count }, (__, at) => at + 1));
  });

  it("names a test for each", () => {
    const entries = list.split(/^(?=\d+\. )/m).slice(1);
    expect(entries).toHaveLength(count);
    expect(entries.filter((entry) => testsIn(entry).length === 0)).toEqual([]);
  });
});

it("every test that the documents name is there", () => {
  const named = [...testsIn(guarantees), ...testsIn(faults)];
  expect(named.length).toBeGreaterThan(40);
  const missing = named.filter(({ path, title }) => !existsSync(join(root, path)) || !read(path).includes(title));
  expect(missing).toEqual([]);
});
