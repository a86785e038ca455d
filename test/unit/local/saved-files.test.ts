import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDirectory } from "#directory/check/check.ts";
import { checkAnnouncement } from "#directory/check/check-announcement.ts";
import { readDirectoryFile } from "../../../local/directory-file.ts";
import { encodingLines } from "../../../local/encoding-lines.ts";
import { readYaml } from "../../../local/read-yaml.ts";
import { withPinyin } from "../../../local/with-pinyin.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";
import { savedAsGbk, savedAsUnicode, savedWithMark } from "../../support/saved-as.ts";

const folder = await mkdtemp(join(tmpdir(), "saved-files-"));
const demo = await readFile("local/demo/district.yaml", "utf8");

/** What an import says of a file with these bytes. */
const imported = async (bytes: Uint8Array | string) => {
  const file = join(folder, "district.yaml");
  await writeFile(file, bytes);
  return readDirectoryFile(file);
};
const mistakesIn = async (bytes: Uint8Array | string): Promise<string[]> => {
  const read = await imported(bytes);
  return read.ok ? [] : read.mistakes.map(({ where, what, remedy }) => `${where}: ${what.en}. ${remedy.en}`);
};
const changed = (from: string, to: string): string => {
  if (!demo.includes(from)) throw new Error(`The demo district has no ${from}`);
  return demo.replace(from, to);
};

describe("a directory", () => {
  test.each([
    ["UTF-8", "UTF-8", Buffer.from(demo)],
    ["UTF-8 with a mark", "UTF-8", savedWithMark(demo)],
    ["UTF-8 with the line ends of Windows", "UTF-8", Buffer.from(demo.replaceAll("\n", "\r\n"))],
    ["GBK", "GB 18030", savedAsGbk(demo)],
    ["Notepad’s Unicode", "UTF-16", savedAsUnicode(demo)],
    ["Unicode, big end first", "UTF-16", savedAsUnicode(demo, "big")],
  ])("saved in %s is read as it was written", async (_, encoding, bytes) => {
    expect(await imported(bytes)).toEqual({ ok: true, directory: withPinyin(demoDistrict()), encoding });
  });

  test("with a rare character that GBK lacks and GB 18030 has in four bytes is read too", async () => {
    const [before = "", after = ""] = changed("沈国华", "沈|华").split("|");
    const bytes = Buffer.concat([savedAsGbk(before), Uint8Array.of(0x82, 0x35, 0x95, 0x33), savedAsGbk(after)]);
    const read = await imported(bytes);
    expect(read.ok && read.directory.staff.map(({ name }) => name)).toContain(
      "沈㐂华".replace("㐂", new TextDecoder("gb18030").decode(Uint8Array.of(0x82, 0x35, 0x95, 0x33))),
    );
  });

  const line = demo.split("\n").findIndex((text) => text.includes("区信访局")) + 1;

  test("of which a byte is spoilt is refused by its line, and not read as another encoding", async () => {
    const bytes = Buffer.from(demo);
    const at = bytes.indexOf("区信访局");
    bytes[at + 1] = 0x20;
    expect(await mistakesIn(bytes)).toEqual([
      expect.stringMatching(
        new RegExp(`^line ${line}, column \\d+: holds what is no text in UTF-8, or a character that was lost\\. Save`),
      ),
    ]);
  });

  test("that is GBK but for a byte is refused by its line", async () => {
    const bytes = savedAsGbk(demo);
    const at = Buffer.from(bytes).indexOf(savedAsGbk("区信访局"));
    bytes[at] = 0xff;
    expect(await mistakesIn(bytes)).toEqual([
      expect.stringMatching(new RegExp(`^line ${line}, column \\d+: holds what is no text in GB 18030`)),
    ]);
  });

  test.each(["\uFFFD", "\0"])("whose names were lost before (%j) is refused, and not put in force", async (gone) => {
    expect(await mistakesIn(demo.replaceAll("区信访局", gone.repeat(4)))).toEqual([
      expect.stringMatching(new RegExp(`^line ${line}, column \\d+: holds what is no text`)),
    ]);
  });

  test.each([
    ['phone: "8601 0101"', "phone: 86010101", "units[0] (xinfang-ju) phone"],
    ['phone: "8601 0101"', "phone: true", "units[0] (xinfang-ju) phone"],
    ["version: anhe-2026-3", "version: 2026.10", "version"],
  ])("with %s written as %s is told to put it in quotes, by line and column", async (quoted, bare, where) => {
    const file = changed(quoted, bare);
    const before = file.slice(0, file.indexOf(bare)).split("\n");
    const column = (before.at(-1) ?? "").length + bare.indexOf(":") + 3;
    expect(await mistakesIn(file)).toEqual([
      `line ${before.length}, column ${column}: ${where}: should be text; without quotes it is a number, a date, or true or false. Put it in quotes, like "8601 0101".`,
    ]);
  });

  test.each([
    ["days: 15", 'days: "15"', "policy.clocks.accept.days: should be a number, or true or false; it is text"],
    ["name: { zh: 安和区,", "name: { zh: ,", "district.name.zh: is left empty"],
    ["name: { zh: 安和区,", 'name: { zh: "\u3000\u200b",', "district.name.zh: holds nothing that can be seen"],
    [
      'phone: "0300-8601 0101"',
      'phone: "8601 0101"',
      "district.office.phone: is no number that a mobile phone reaches",
    ],
    ['phone: "0300-8601 0101"', "phone: 030086010101", "district.office.phone: should be text; without quotes"],
    ["    hours: { zh:", "    opened: { zh:", "district.office.hours: is missing"],
    ["head: shen-guohua", "head: shen-guohau", 'units[0] (xinfang-ju): the head "shen-guohau" does not exist'],
    ["head: shen-guohua", "head: shen-guohua\n    boss: x", "units[0] (xinfang-ju): has an unknown field: boss"],
    ["version: anhe-2026-3", "version： anhe-2026-4", "is not valid YAML"],
    ["  id: anhe", "\tid: anhe", "is not valid YAML"],
  ])("with %s written as %s is refused by line and column", async (right, wrong, says) => {
    const file = changed(right, wrong);
    const [first = ""] = await mistakesIn(file);
    expect(first).toMatch(/^line \d+, column \d+: /);
    expect(first).toContain(says);
  });

  test("however a file is spoilt, is read or refused with line, column and remedy, and nothing is thrown", () => {
    const text = demo.slice(0, 1500);
    const piece = fc.oneof(
      fc.constantFrom(
        "[",
        "{",
        "]",
        "\t",
        '"',
        "'",
        "&a ",
        "*a",
        "!!set ",
        "!!binary x",
        "? ",
        "<<: ",
        "---\n",
        "%YAML 1.1\n---\n",
      ),
      fc.constantFrom(
        "：",
        "\uFEFF",
        "\u2028",
        "\r",
        "__proto__: 1\n",
        "1: 2\n",
        "~",
        "2026-01-01",
        "0x1F",
        ".nan",
        "|\n",
        "- ",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const spoilt = fc.tuple(fc.nat(text.length), fc.nat(12), piece, fc.constantFrom("utf8", "gbk"));
    fc.assert(
      fc.property(spoilt, ([at, cut, put, as]) => {
        const written = `${text.slice(0, at)}${put}${text.slice(at + cut)}`;
        const isInGbk = as === "gbk" && !/[^\0-\u007f\u4e00-\u9fa5\u3000-\u3002\uff00-\uff5e]/.test(written);
        const read = readYaml(isInGbk ? savedAsGbk(written) : Buffer.from(written));
        const checked = read.ok ? checkDirectory(read.value) : read;
        const found = read.ok
          ? read.located([...(checked.ok ? [] : checked.mistakes), ...mistakesOf(read.value)])
          : read.mistakes;
        expect(found.length).toBeGreaterThan(0);
        for (const { where, what, remedy } of found) {
          expect(/^line [1-9]\d*, column [1-9]\d*/.test(where) ? "located" : where).toBe("located");
          expect(Math.min(...[what.zh, what.en, remedy.zh, remedy.en].map(({ length }) => length))).toBeGreaterThan(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const mistakesOf = (value: unknown) => {
  const checked = checkAnnouncement(value, "2026-11-22");
  return checked.ok ? [] : checked.mistakes;
};

test("what was not saved in UTF-8 is told, with some of its words", () => {
  expect(encodingLines("d.yaml", "GB 18030", ["安和区", "区信访局"])).toEqual([
    "d.yaml was read as GB 18030: 安和区, 区信访局. See that these are the right characters.",
  ]);
  expect(encodingLines("d.yaml", "UTF-8", ["安和区"])).toEqual([]);
});

test("an announcement is refused by line and column as a directory is", () => {
  const read = readYaml(
    savedAsGbk("announced: 20261122\nreason:\n  zh: 台风“海葵”停工\n  en: Typhoon\nrest:\n  - 2026-11-20\n"),
  );
  const located = read.ok ? read.located(mistakesOf(read.value)) : [];
  expect(located.map(({ where, remedy }) => `${where}: ${remedy.en}`)).toEqual([
    'line 1, column 12: announced: Put it in quotes, like "8601 0101".',
  ]);
});
