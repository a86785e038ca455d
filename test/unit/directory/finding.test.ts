import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findUnits } from "#directory/finding.ts";
import { withPinyin } from "../../../local/with-pinyin.ts";
import { cityDirectory } from "../../bench/city-district.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

const demo = withPinyin(demoDistrict());
const levels = ["community"] as const;
const find = (sought: string, most = 20) =>
  findUnits(demo, { sought, levels, most }).best.map(({ unit, by }) =>
    by === undefined ? unit.id : `${unit.id} ${by}`,
  );

describe("a community is found", () => {
  test.each([
    ["by its name", "柳荫社区", "liuyin"],
    ["by a part of its name", "柳荫", "liuyin"],
    ["by its name with another ending", "柳荫小区居委会", "liuyin"],
    ["by an estate", "锦绣花城", "jinxiu 锦绣花城"],
    ["by a part of a school's name", "第三中学", "nanyuan 安和第三中学"],
    ["by a road", "站前路", "zhanqian 站前路"],
    ["by its pinyin", "jinxiu", "jinxiu"],
    ["by its pinyin with blanks and capitals", "Jin Xiu", "jinxiu"],
    ["by the first letters of its pinyin", "lysq", "liuyin"],
    ["by the pinyin of an estate", "nanyuanxincun", "nanyuan 南园新村"],
    ["by pinyin from a later syllable on", "xincun", "nanyuan 南园新村"],
    ["by the first letters of an estate", "hcz", "zhanqian 火车站"],
    ["by its English name", "xinglin village", "xinglin"],
    ["by what an input method types in full width", "ｊｉｎｘｉｕ", "jinxiu"],
    ["by an address that names its estate before its road", "柳溪路12号锦绣家园3栋2单元", "jinxiu 锦绣家园"],
  ])("%s", (_how, sought, found) => {
    expect(find(sought)[0]).toBe(found);
  });

  test("with the others of its township, by the township's name or pinyin", () => {
    expect(find("清河镇")).toEqual(["hewan", "daliu", "shangzhuang"]);
    expect(find("qinghezhen")).toEqual(["hewan", "daliu", "shangzhuang"]);
  });

  test("by several words: all that one place has, or the places that they name", () => {
    expect(find("锦绣 实验学校")[0]).toMatch(/^jinxiu/);
    expect(find("锦绣 火车站")).toEqual(["zhanqian 火车站", "jinxiu"]);
    expect(find("南园 中学")).toEqual(["nanyuan"]);
  });

  test("by no letters from the middle of a syllable, which would find anything", () => {
    expect(find("uacheng")).toEqual([]);
  });

  test("in nothing, by nothing", () => {
    for (const sought of ["", "  ", "·", "亚特兰蒂斯", "qwxz", "村委会委员会"]) expect(find(sought)).toEqual([]);
  });

  test("by the words that are typed, whatever they hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (sought) => {
        const { best, all } = findUnits(demo, { sought, levels, most: 5 });
        expect(best.length).toBe(Math.min(all, 5));
        for (const { unit } of best) expect(unit.level).toBe("community");
      }),
    );
  });
});

test("each community of the demo district is the first that is found by its name, its pinyin, and each of its own words", () => {
  for (const { id, name, search, pinyin, level } of demo.units) {
    if (level !== "community") continue;
    for (const sought of [name.zh, name.en, ...search, ...pinyin]) {
      expect(`${sought}: ${find(sought)[0]?.split(" ")[0]}`).toBe(`${sought}: ${id}`);
    }
  }
});

test("of thousands that fit the best are given, and how many there are", () => {
  const city = cityDirectory({ communities: 3000, townships: 150, staffPerCommunity: 1 });
  const { best, all } = findUnits(city, { sought: "金", levels, most: 20 });
  expect(best).toHaveLength(20);
  expect(all).toBeGreaterThan(100);
  expect(best[0]?.unit.name.zh).toMatch(/^金/);
});
