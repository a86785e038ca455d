import { expect, test } from "vitest";
import { checkDirectory } from "#directory/check/check.ts";
import { withPinyin } from "../../../local/with-pinyin.ts";
import { demoDistrict, yamlFile } from "../../fixtures/demo-district.ts";

const unit = (name: string, search: string[]) => {
  const demo = withPinyin(demoDistrict());
  const [first] = demo.units;
  if (first === undefined) throw new Error("The demo district has no unit");
  return withPinyin({ ...demo, units: [{ ...first, name: { zh: name, en: name }, search }] }).units[0];
};

test("a unit's name and its words get their pinyin, each at its place, without tones, ü as v", () => {
  expect(unit("绿园社区", ["重庆路", "B区3号", "大厦"])?.pinyin).toEqual([
    "lv yuan she qu",
    "chong qing lu",
    "b qu 3 hao",
    "da sha",
  ]);
});

test("pinyin is derived, whatever was there before", () => {
  const demo = withPinyin(demoDistrict());
  expect(withPinyin(demo)).toEqual(demo);
});

test("a file that gives it by hand is told where such words go", () => {
  const text = JSON.stringify(yamlFile("local/demo/district.yaml"));
  const raw: unknown = JSON.parse(text.replace('"id":"liuyin"', '"id":"liuyin","pinyin":["liu yin"]'));
  const checked = checkDirectory(raw);
  expect(checked.ok ? [] : checked.mistakes.map(({ where, what }) => `${where}: ${what.en}`)).toEqual([
    "units[5] (liuyin): pinyin is added by itself",
  ]);
});

test.each([
  ["a word that is not in quotes", "[110]", "should be text"],
  ["a word of which nothing is seen", '["\\u200b"]', "holds nothing that can be seen"],
  ["words that are no list", '"柳荫里"', "should be a list"],
])("search words are checked: %s is refused with its place", (_what, search, words) => {
  const text = JSON.stringify(yamlFile("local/demo/district.yaml"));
  const raw: unknown = JSON.parse(text.replace(/("id":"liuyin".*?"search":)\[.*?\]/, `$1${search}`));
  const checked = checkDirectory(raw);
  const [mistake] = checked.ok ? [] : checked.mistakes;
  expect(mistake?.where).toMatch(/^units\[5\] \(liuyin\) search/);
  expect(mistake?.what.en).toContain(words);
});
