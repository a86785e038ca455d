import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isCounted, leastToldApart, rateableInMonthUntil, ratesOf, ratingSum } from "#case/account/rating-sums.ts";
import { Satisfaction } from "#case/state/facts/rating.ts";
import { asked } from "#case/store/listed.ts";
import { ratingLines } from "../../../local/rating-lines.ts";
import { filed, letter, type Story } from "./story.ts";

const said = fc.array(fc.option(fc.constantFrom(...Satisfaction.options), { nil: undefined }), { maxLength: 40 });
const one = (story: Story) => asked(story.state);
const petitioner = { type: "petitioner" } as const;
const rate = (unitRating: Satisfaction) =>
  ({ ...petitioner, act: { command: "rate", bureauRating: "satisfied", unitRating } }) as const;
const answered = () =>
  filed("estate")
    .opens()
    .owner({ command: "reportUpward", reason: "超出权限" })
    .opens()
    .owner({ command: "reply", ...letter })
    .does({ ...petitioner, act: { command: "openAnswer" } });
const closed = (before = answered()) => before.passes("2026-04-10T04:00:00.000Z");

describe("a sum of ratings", () => {
  it("says how many were asked and rated, and how they rated only of five and more", () => {
    fc.assert(
      fc.property(said, (all) => {
        const sum = ratingSum(all);
        const rated = all.filter((step) => step !== undefined);
        expect(sum).toMatchObject({ asked: all.length, rated: rated.length });
        expect(sum.steps === undefined).toBe(rated.length < leastToldApart);
        expect(ratesOf(sum) === undefined).toBe(rated.length < leastToldApart);
        if (sum.steps) expect(Object.values(sum.steps).reduce((a, b) => a + b)).toBe(rated.length);
      }),
    );
  });

  it("never falls by a further petition whose petitioner is satisfied, or does not rate", () => {
    fc.assert(
      fc.property(said, fc.constantFrom<Satisfaction | undefined>("satisfied", "mostly", undefined), (all, more) => {
        const [before, after] = [ratesOf(ratingSum(all)), ratesOf(ratingSum([...all, more]))];
        if (before !== undefined) expect(after?.satisfaction).toBeGreaterThanOrEqual(before.satisfaction);
      }),
    );
  });

  it("is told in both languages always with number and response rate, of few as counts alone", () => {
    const many = ratingSum(["satisfied", "satisfied", "mostly", "notSatisfied", "notSatisfied", undefined, undefined]);
    const few = ratingSum(["notSatisfied", "notSatisfied", undefined]);
    const lines = (lang: "zh" | "en") =>
      ratingLines(
        "2026-10",
        { name: "B", sum: many },
        [
          { name: "U", sum: few },
          { name: "V", sum: ratingSum([]) },
        ],
        lang,
      );
    expect(lines("zh")).toEqual([
      expect.stringContaining("2026-10"),
      "  B：满意率 60%（满意和基本满意，占已评 5 件），参评率 71%（已评 5 件，应评 7 件）；满意 2 件，基本满意 1 件，不满意 2 件",
      "  U：应评 3 件，已评 2 件；已评不到 5 件的，只列件数",
    ]);
    const [, b, u, ...rest] = lines("en");
    expect(b).toContain("60% of 5 rated; rated: 71% (5 of 7 asked)");
    expect(u).not.toMatch(/%|satisfied/);
    expect(rest).toEqual([]);
    const none = { name: "B", sum: ratingSum([]) };
    expect(ratingLines("2026-10", none, [], "zh")).toContain("  没有办结的事项。");
  });
});

describe("a case is counted", () => {
  it("once it has ended, by the unit and the month with which it did, with both ratings and no words", () => {
    expect(one(answered())).toBeUndefined();
    expect(one(closed())).toEqual({ asked: "river#2026-04" });
    const rated = closed().does(rate("mostly"));
    expect(one(rated)).toEqual({ asked: "river#2026-04", rated: { bureau: "satisfied", unit: "mostly" } });
    expect(one(closed(answered().does(rate("notSatisfied"))))).toMatchObject({ rated: { unit: "notSatisfied" } });
  });

  it("with no rating of another unit, from before it was taken up anew", () => {
    const rated = closed().does(rate("mostly"));
    if (rated.state.status !== "closed" || rated.state.rating === undefined) throw new Error("it is not rated");
    const elsewhere = { ...rated.state, rating: { ...rated.state.rating, unit: "peach" } };
    expect(asked(elsewhere)).toEqual({ asked: "river#2026-04" });
  });

  test("nowhere, where it was withdrawn or goes on", () => {
    const withdrawn = filed("estate")
      .opens()
      .does({ ...petitioner, act: { command: "withdraw", understood: "yes" } });
    expect(one(withdrawn)).toBeUndefined();
    expect(one(withdrawn.passes("2026-03-20T04:00:00.000Z"))).toBeUndefined();
  });
});

test("sums of a month are told once none of its ratings can change", () => {
  const { world } = closed();
  const until = rateableInMonthUntil("2026-03", world);
  expect(until >= "2026-04-30").toBe(true);
  expect(isCounted("2026-03", { ...world, now: `${until}T15:59:00.000Z` })).toBe(false);
  expect(isCounted("2026-03", { ...world, now: `${until}T16:00:00.000Z` })).toBe(true);
  expect(isCounted("2026-02", { ...world, now: "2026-03-15T00:00:00.000Z" })).toBe(false);
});
