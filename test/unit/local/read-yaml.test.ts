import { describe, expect, test } from "vitest";
import { readYaml } from "../../../local/read-yaml.ts";

const mistakes = (file: string | Uint8Array): string[] => {
  const read = readYaml(file);
  return read.ok ? [] : read.mistakes.map(({ where, what }) => `${where}: ${what.en}`);
};

const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
  .concat([..."bcdefghi"].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(", ")}]`))
  .join("\n");

describe("a YAML file", () => {
  test("is read as it says", () => {
    expect(readYaml(Buffer.from("a: 甲\nb: [1, true]\n"))).toEqual({ ok: true, value: { a: "甲", b: [1, true] } });
  });

  test("may name a part by an alias", () => {
    expect(readYaml("a: &a {x: 1}\nb: *a\n")).toEqual({ ok: true, value: { a: { x: 1 }, b: { x: 1 } } });
  });

  test("that would unfold to billions of items is refused", () => {
    expect(mistakes(bomb)).toEqual([expect.stringMatching(/^file: has aliases that cannot be unfolded \(Excessive/)]);
  });

  test("that holds itself is refused", () => {
    expect(mistakes("a: &a [*a]\n")).toEqual([
      "file: has aliases that cannot be unfolded (An alias stands within what it names)",
    ]);
  });

  test("that names what is nowhere is refused", () => {
    expect(mistakes("a: *nowhere\n").length).toBeGreaterThan(0);
  });

  test.each(["[", "{a: ", "- "])("that nests %j without end is refused, and nothing overflows", (open) => {
    expect(mistakes(open.repeat(50_000)).length).toBeGreaterThan(0);
    expect(mistakes(`${open.repeat(50_000)}${open === "[" ? "]".repeat(50_000) : ""}`).length).toBeGreaterThan(0);
  });

  test("in another encoding is refused, and not read as something else", () => {
    const gbk = Uint8Array.from([0x6e, 0x3a, 0x20, 0xb0, 0xb2, 0xba, 0xcd, 0x0a]);
    expect(mistakes(gbk)).toEqual(["file: is not text in UTF-8"]);
  });

  test("with a tag that means something to others only is refused", () => {
    expect(mistakes("a: !secret x\n").length).toBe(1);
  });
});
