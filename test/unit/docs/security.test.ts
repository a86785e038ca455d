import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileText } from "./markdown.ts";

/** The requirements of levels 1 and 2 of ASVS 5.0.0, by section: how they are numbered there. */
const asvs: Record<string, string> = {
  "1.1": "1-2",
  "1.2": "1-9",
  "1.3": "1-11",
  "1.4": "1-3",
  "1.5": "1-2",
  "2.1": "1-3",
  "2.2": "1-3",
  "2.3": "1-4",
  "2.4": "1",
  "3.2": "1-2",
  "3.3": "1-4",
  "3.4": "1-6",
  "3.5": "1-5",
  "3.7": "1-2",
  "4.1": "1-3",
  "4.2": "1",
  "4.3": "1-2",
  "4.4": "1-4",
  "5.1": "1",
  "5.2": "1-3",
  "5.3": "1-2",
  "5.4": "1-3",
  "6.1": "1-3",
  "6.2": "1-12",
  "6.3": "1-4",
  "6.4": "1-4",
  "6.5": "1-5",
  "6.6": "1-3",
  "6.8": "1-4",
  "7.1": "1-3",
  "7.2": "1-4",
  "7.3": "1-2",
  "7.4": "1-5",
  "7.5": "1-2",
  "7.6": "1-2",
  "8.1": "1-2",
  "8.2": "1-3",
  "8.3": "1",
  "8.4": "1",
  "9.1": "1-3",
  "9.2": "1-4",
  "10.1": "1-2",
  "10.2": "1-2",
  "10.3": "1-4",
  "10.4": "1-11",
  "10.5": "1-5",
  "10.6": "1-2",
  "10.7": "1-3",
  "11.1": "1-2",
  "11.2": "1-3",
  "11.3": "1-3",
  "11.4": "1-4",
  "11.5": "1",
  "11.6": "1",
  "12.1": "1-3",
  "12.2": "1-2",
  "12.3": "1-4",
  "13.1": "1",
  "13.2": "1-5",
  "13.3": "1-2",
  "13.4": "1-5",
  "14.1": "1-2",
  "14.2": "1-4",
  "14.3": "1-3",
  "15.1": "1-3",
  "15.2": "1-3",
  "15.3": "1-7",
  "16.1": "1",
  "16.2": "1-5",
  "16.3": "1-4",
  "16.4": "1-3",
  "16.5": "1-3",
  "17.1": "1",
  "17.2": "1-4",
  "17.3": "1-2",
};

/** The numbers of a range in a section: `1-3` of `9.1`. */
const numbers = (section: string, range: string): string[] => {
  const [from = 0, to = from] = range.split("-").map(Number);
  return Array.from({ length: to - from + 1 }, (_, at) => `${section}.${from + at}`);
};

const text = fileText("docs/security.md");
const rows = [...text.matchAll(/^- ((?:\d+\.\d+\.\d+(?:-\d+\.\d+\.\d+)?(?:, )?)+) (.+)$/gm)].map(
  ([, named = "", says = ""]) => ({ named, says }),
);
/** The requirements that a row names, as `1.4.1-1.4.3, 1.5.1`. */
const requirementsOf = (named: string): string[] =>
  named.split(", ").flatMap((range) => {
    const [from = "", to = from] = range.split("-");
    const section = from.split(".").slice(0, 2).join(".");
    return numbers(section, `${from.split(".")[2]}-${to.split(".")[2]}`);
  });

describe("the security document", () => {
  test("has every requirement of both levels once", () => {
    const expected = Object.entries(asvs).flatMap(([section, range]) => numbers(section, range));
    expect(expected).toHaveLength(253);
    expect(rows.flatMap(({ named }) => requirementsOf(named)).toSorted()).toEqual(expected.toSorted());
  });

  test("says of each what meets it, that it speaks of nothing here, or that it is missing", () => {
    const silent = rows.filter(({ says }) => !/\]\([^)]+\)|_Not ours_|\*\*Missing\*\*/.test(says));
    expect(silent).toEqual([]);
  });

  test("leads to files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((link) => !existsSync(join(import.meta.dirname, "../../../docs", link)))).toEqual([]);
  });
});
