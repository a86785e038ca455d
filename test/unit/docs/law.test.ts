import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileText } from "./markdown.ts";

const root = new URL("../../../", import.meta.url);
const rows = fileText("docs/law.md")
  .split(/^(?=\d+\. )/m)
  .slice(1);

/** A row's number, how far it is kept, and what is said of that. */
const stateOf = (row: string) => {
  const [, n, state, rest = ""] = /^(\d+)\. \*\*.+\*\* · (kept|partly|open)(?:: (.+))?$/m.exec(row) ?? [];
  return { n: Number(n), state, rest };
};

const testsOf = (row: string) =>
  [...row.matchAll(/^ +- \[[^\]]+\]\(\.\.\/(test\/[^)]+)\): (.+)$/gm)].map(([, path = "", title = ""]) => ({
    path,
    title,
  }));

describe("the table of what the law asks", () => {
  it("has the eighteen rows, each with how far it is kept", () => {
    expect(rows.map((row) => stateOf(row).n)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
    for (const row of rows) expect(["kept", "partly", "open"], row).toContain(stateOf(row).state);
  });

  it("names tests that are there for whatever is kept, in whole or in part", () => {
    for (const row of rows) {
      expect(testsOf(row).length > 0, row).toBe(stateOf(row).state !== "open");
      for (const { path, title } of testsOf(row)) {
        expect(existsSync(new URL(path, root)) && fileText(path).includes(title), `${path}: ${title}`).toBe(true);
      }
    }
  });

  it("says what is missing of whatever is not kept whole", () => {
    for (const row of rows) if (stateOf(row).state !== "kept") expect(stateOf(row).rest, row).not.toBe("");
  });
});
