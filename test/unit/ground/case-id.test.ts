import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { executionName, readExecutionName } from "#case/outbox/execution-name.ts";
import { caseOfPartition, casePartition } from "#case/store/keys.ts";
import { caseNumber } from "#directory/case-number.ts";
import { checkDirectory } from "#directory/check/check.ts";
import { CaseId, CaseNumber, DistrictId, newCaseId, newMark, numberOf, readCaseId } from "#ground/ids.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

const demo = demoDistrict();
const named = (id: string) => ({ ...demo, district: { ...demo.district, id } });

/** Ids of districts as people would write them, and as nobody should. */
const ids = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,45}$/),
  fc.stringMatching(/^[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,12}){0,3}$/),
  fc.stringMatching(/^[a-z]{1,8}-(19|20)\d\d(-\d{4})?$/),
  fc.string(),
);
const years = fc.integer({ min: 1000, max: 9999 });
const serials = fc.integer({ min: 1, max: 999_999_999 });
const marks = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((drawn) => newMark(() => drawn));

describe("the number of a case", () => {
  it("fits every district that the import takes, is read back in its parts, and leaves room in an execution's name", () => {
    fc.assert(
      fc.property(ids, years, serials, marks, (district, year, serial, mark) => {
        fc.pre(checkDirectory(named(district)).ok);
        const id = newCaseId(district, year, serial, mark);
        expect(CaseId.safeParse(id).success).toBe(true);
        expect(readCaseId(id)).toEqual({ district, year, serial: String(serial).padStart(4, "0"), mark });
        expect(`${numberOf(id)}-${mark}`).toBe(id);
        expect(CaseNumber.parse(numberOf(id))).toBe(numberOf(id));
        expect(caseNumber(id, named(district))).toBe(`安和信〔${year}〕${String(serial).padStart(4, "0")}号`);
        expect(caseOfPartition(casePartition(id))).toBe(id);
        const execution = executionName(id, 9_999_999);
        expect(execution.length).toBeLessThanOrEqual(80);
        expect(execution).toMatch(/^[A-Za-z0-9._-]+$/);
        expect(readExecutionName(execution)).toEqual({ caseId: id, epoch: 9_999_999 });
      }),
      { numRuns: 300 },
    );
  });

  it.each(["ANHE-2026-0001", "AH-2026-0123", "CHAOYANG-2026-0001", "PUDONG-XINQU-2026-0001", "X1-2026-2026-0001"])(
    "may be %s, which is no id without a mark",
    (number) => {
      expect(CaseNumber.parse(number)).toBe(number);
      expect(CaseId.safeParse(number).success).toBe(false);
      expect(CaseId.parse(`${number}-k7m2p9x4c3vb`)).toBe(`${number}-k7m2p9x4c3vb`);
      // Even one that could be another serial number is read as what it is.
      expect(readCaseId(`${number}-202620260002`).serial).toBe(number.slice(-4));
    },
  );

  it.each([
    "",
    "2026-0001",
    "-2026-0001",
    "anhe-2026-0001",
    "ANHE-26-0001",
    "ANHE-2026-001",
    "ANHE--X-2026-0001",
    "AN.HE-2026-0001",
    `${"A".repeat(41)}-2026-0001`,
  ])("is never %s", (number) => {
    expect(CaseNumber.safeParse(number).success).toBe(false);
    expect(CaseId.safeParse(`${number}-k7m2p9x4c3vb`).success).toBe(false);
  });
});

test.each([
  ["chaoyang", []],
  ["pudong-xinqu", []],
  ["k-2", []],
  ["a".repeat(40), []],
  ["pudong-", ["district.id: cannot serve as an id"]],
  ["pudong--xinqu", ["district.id: cannot serve as an id"]],
  ["Pudong", ["district.id: cannot serve as an id"]],
  ["a".repeat(41), ["district.id: is longer than 40 characters"]],
])("the import takes the district's id %s, or says what is wrong with it", (id, mistakes) => {
  const checked = checkDirectory(named(id));
  expect(checked.ok ? [] : checked.mistakes.map(({ where, what }) => `${where}: ${what.en}`)).toEqual(mistakes);
  expect(DistrictId.safeParse(id).success).toBe(mistakes.length === 0);
});
