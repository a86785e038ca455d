import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alike } from "#case/account/alike.ts";
import type { Matter } from "#case/state/party.ts";

const matter = (place: string, request: string, story: string): Matter => ({ place, story, requests: [request] });

const fence = matter(
  "柳溪路柳荫里西门至菜市场路口",
  "请在围挡外面留出一条安全的人行通道，晚上装上照明，并公布新的完工日期。",
  "柳溪路拓宽工程从8月开始，把我们小区西门外的人行道全占了。",
);

describe("two petitions may be of one matter", () => {
  test("when place and request are much the same, in other words", () => {
    const other = matter(
      "柳溪路柳荫里西门外",
      "请在围挡旁边让出人行通道，晚上有照明。",
      "西门外的围挡把人行道全占了，只能走机动车道。",
    );
    expect(alike(fence, other)?.same).toContain("place");
  });

  test("whatever letters are used for digits and signs", () => {
    expect(alike(fence, { ...fence, place: fence.place.replaceAll("里", "里，") })?.same).toEqual([
      "place",
      "ask",
      "story",
    ]);
  });

  test.each([
    ["at another place, about something else", matter("东关村委会", "请公开低保名单", "评议没有开会")],
    ["at the same place, about something else", matter(fence.place, "请修路灯", "灯不亮")],
    ["of which nothing is told", matter("", "", "")],
  ])("but not one %s", (_, other) => {
    const found = alike(fence, other);
    expect(found === undefined || found.score < 0.5).toBe(true);
    if (other.place !== fence.place) expect(found).toBeUndefined();
  });

  test("is the same whichever is asked about, at most 1, and 1 for itself", () => {
    const text = fc.string({ minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const [one, other] = [matter(a, b, c), matter(a, c, d)];
        expect(alike(one, other)).toEqual(alike(other, one));
        expect(alike(one, other)?.score ?? 0).toBeLessThanOrEqual(1 + Number.EPSILON);
      }),
    );
    expect(alike(fence, fence)).toMatchObject({ score: 1 });
  });
});
