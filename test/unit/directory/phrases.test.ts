import { expect, test } from "vitest";
import { staffForms } from "#case/acts/every-act.ts";
import { Directory } from "#directory/directory.ts";
import { Phrase, phrasesFor } from "#directory/phrase.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";
import { directory } from "../case/district.ts";

const written = { command: "reply", facts: "属实", rule: "第五条", decision: "修好", outcome: "explained" };

test("a letter is offered the phrases of its category first, then those of the district, each for its own part", () => {
  const district = { ...directory.district, phrases: [Phrase.parse({ field: "facts", text: " 查明：＿＿。 " })] };
  const offered = (category: string, field: "facts" | "rule") =>
    phrasesFor({ ...directory, district }, category, field);
  expect(offered("wages", "facts")).toEqual(["经核查，＿＿公司拖欠工资＿＿元属实。", "查明：＿＿。"]);
  expect(offered("estate", "facts")).toEqual(["查明：＿＿。"]);
  expect(offered("wages", "rule")).toEqual([]);
  expect(offered("no such category", "facts")).toEqual(["查明：＿＿。"]);
});

test.each([
  { field: "outcome", text: "-" },
  { field: "facts", text: "  " },
  { field: "facts", text: "长".repeat(1001) },
  { field: "facts" },
])("%j is no phrase", (phrase) => {
  expect(Phrase.safeParse(phrase).success).toBe(false);
});

test("a directory from before there were phrases is one without", () => {
  const { phrases: _, ...district } = directory.district;
  const categories = directory.categories.map(({ phrases: __, ...category }) => category);
  const read = Directory.parse({ ...directory, district, categories });
  expect([read.district, ...read.categories].flatMap(({ phrases }) => phrases)).toEqual([]);
});

test.each(["facts", "rule", "decision", "decision2", "decision5"])(
  "a letter in whose %s a blank is left is not issued, and says so of that field",
  (field) => {
    for (const blank of ["拖欠＿＿元", "拖欠__元", "拖欠＿_元"]) {
      expect(
        staffForms.read({ ...written, outcome2: "explained", outcome5: "explained", [field]: blank }),
      ).toMatchObject({
        problems: { [field]: "blanksLeft" },
      });
    }
    expect(staffForms.read({ ...written, facts: "文件 a_b 属实" })).toMatchObject({ act: { command: "reply" } });
  },
);

test("every phrase of the demo district leaves something to fill in, so that none is issued as it stands", () => {
  const { district, categories } = demoDistrict();
  const phrases = [district, ...categories].flatMap((one) => one.phrases);
  expect(phrases.length).toBeGreaterThan(3);
  for (const { text } of phrases) expect(text).toContain("＿＿");
});
