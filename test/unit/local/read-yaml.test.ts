import { describe, expect, test } from "vitest";
import { readYaml } from "../../../local/read-yaml.ts";

const bytes = (file: string | Uint8Array): Uint8Array => (typeof file === "string" ? Buffer.from(file) : file);
const mistakes = (file: string | Uint8Array): string[] => {
  const read = readYaml(bytes(file));
  return read.ok ? [] : read.mistakes.map(({ where, what }) => `${where}: ${what.en}`);
};

const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
  .concat([..."bcdefghi"].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(", ")}]`))
  .join("\n");

describe("a YAML file", () => {
  test("is read as it says", () => {
    expect(readYaml(bytes("a: 甲\nb: [1, true]\n"))).toMatchObject({ ok: true, value: { a: "甲", b: [1, true] } });
  });

  test("may name a part by an alias", () => {
    expect(readYaml(bytes("a: &a {x: 1}\nb: *a\n"))).toMatchObject({ ok: true, value: { a: { x: 1 }, b: { x: 1 } } });
  });

  test("that would unfold to billions of items is refused", () => {
    expect(mistakes(bomb)).toEqual([
      expect.stringMatching(/^line 2, column 8: has aliases that cannot be unfolded \(Excessive/),
    ]);
  });

  test("that holds itself is refused", () => {
    expect(mistakes("a: &a [*a]\n")).toEqual([
      "line 1, column 8: has aliases that cannot be unfolded (An alias stands within what it names)",
    ]);
  });

  test("that names what is nowhere is refused", () => {
    expect(mistakes("a: *nowhere\n").length).toBeGreaterThan(0);
  });

  test.each(["[", "{a: ", "- "])("that nests %j without end is refused, and nothing overflows", (open) => {
    expect(mistakes(open.repeat(50_000)).length).toBeGreaterThan(0);
    expect(mistakes(`${open.repeat(50_000)}${open === "[" ? "]".repeat(50_000) : ""}`).length).toBeGreaterThan(0);
  });

  test("with a tag that means something to others only is refused", () => {
    expect(mistakes("a: !secret x\n").length).toBe(1);
  });
});
