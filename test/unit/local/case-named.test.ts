import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseNumber } from "#directory/case-number.ts";
import { newCaseId, newMark, numberOf } from "#ground/ids.ts";
import { readNamedCase } from "../../../local/case-named.ts";
import { directory } from "../case/district.ts";

const { id } = directory.district;
const read = (text: string) => readNamedCase(text, () => Promise.resolve(directory));
const caseIds = fc
  .tuple(
    fc.integer({ min: 2024, max: 2099 }),
    fc.integer({ min: 1, max: 99_999_999 }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }),
  )
  .map(([year, serial, bytes]) =>
    newCaseId(
      id,
      year,
      serial,
      newMark(() => bytes),
    ),
  );

const wide = (text: string) =>
  text.replaceAll(/[\w-]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfe_e0));

describe("a case is named on the command line", () => {
  test("by whatever we print of it, as it is printed, copied, in small letters or in a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(caseIds, async (caseId) => {
        const number = numberOf(caseId);
        const printed = caseNumber(caseId, directory);
        for (const text of [
          number,
          number.toLowerCase(),
          wide(number),
          number.replaceAll("-", "–"),
          `\u202a${number}\u202c`,
          printed,
          printed.replace("〔", "（").replace("〕", "）"),
          printed.replace("〔", "[").replace("〕", "]").replace("号", ""),
          `【回音】待办：${printed}，最迟3月6日（周五，含当日）处理`,
          `${printed} (${number}) · 本环节期限`,
          `您的诉求${number}已登记。`,
        ])
          expect(await read(text), text).toBe(number);
        for (const text of [
          caseId,
          caseId.toUpperCase(),
          `CASE#${caseId}`,
          `"caseId":"${caseId}"`,
          `${printed} ${caseId}`,
        ])
          expect(await read(text), text).toBe(caseId);
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["a number of another district", "宁海信〔2026〕0015号"],
    ["no number at all", "〔2026〕号"],
    ["two cases", `${id.toUpperCase()}-2026-0001 ${id.toUpperCase()}-2026-0002`],
    [
      "two cases of one number",
      `${id.toUpperCase()}-2026-0001-7k3m9x2c4b8d ${id.toUpperCase()}-2026-0001-8k3m9x2c4b8d`,
    ],
    ["an option's value", "--lang"],
    ["a day", "2026-11-26"],
  ])("and not by %s", async (_, text) => {
    expect(await read(text)).toBeUndefined();
  });

  test("without the directory, where no printed number asks for it: it may be what is out of order", async () => {
    const broken = () => Promise.reject(new Error("The directory cannot be read"));
    expect(await readNamedCase(`${id.toUpperCase()}-2026-0001`, broken)).toBe(`${id.toUpperCase()}-2026-0001`);
    await expect(
      readNamedCase(caseNumber(`${id.toUpperCase()}-2026-0001-7k3m9x2c4b8d`, directory), broken),
    ).rejects.toThrow();
  });
});
