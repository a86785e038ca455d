import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodKinds } from "#clock/clock.ts";
import type { ClockRule } from "#clock/policy.ts";
import type { Directory } from "#directory/directory.ts";
import { clockRule, stepRule } from "#directory/rules.ts";
import { Level } from "#ground/levels.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

const demo = demoDistrict();
const { clocks, steps } = demo.policy;

const ordinary = { category: "housing-estates" };
const simple = { category: "street-repairs" };
const urgent = { category: "imminent-danger", urgent: true };
const gone = { category: "gone" };

const otherKinds = periodKinds.filter((kind) => kind !== "step");

/** A clock rule on one line: its length, its article, and whether that is confirmed. */
const inShort = ({ days, dayType, article, confirmed }: ClockRule): string =>
  `${days} ${dayType}, ${article.zh}${confirmed ? "" : ", not confirmed"}`;

describe("a step", () => {
  test.each(Level.options)("of the %s has the policy's rule", (level) => {
    expect(stepRule(demo, ordinary, level)).toEqual(steps[level]);
  });

  test.each([
    ["community", 2],
    ["township", 4],
    ["department", 4],
    ["leader", 3],
  ] as const)("of the %s has a quarter of its days when the case is urgent: %i", (level, days) => {
    expect(stepRule(demo, urgent, level)).toEqual({ ...steps[level], days });
  });

  test("has the category's own rule where it names one, and the policy's elsewhere", () => {
    expect(Level.options.map((level) => inShort(stepRule(demo, simple, level)))).toEqual([
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "10 calendar, 《安和区信访事项办理办法》第十二条, not confirmed",
    ]);
  });

  test("has a quarter of the category's own rule when the case is urgent", () => {
    expect(stepRule(demo, { ...simple, urgent: true }, "township")).toMatchObject({ days: 1, dayType: "working" });
  });

  test("goes by what the case says of its urgency, not by what its category says today", () => {
    expect(stepRule(demo, { category: urgent.category }, "leader")).toEqual(steps.leader);
  });

  test("has the policy's rule when the directory no longer has the category", () => {
    expect(stepRule(demo, gone, "township")).toEqual(steps.township);
  });

  test("that is urgent has the fewest whole days that are a quarter or more, and so at least one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), (days) => {
        const policy = { ...demo.policy, steps: { ...steps, leader: { ...steps.leader, days } } };
        const quarter = stepRule({ ...demo, policy } satisfies Directory, urgent, "leader").days;
        expect(quarter).toBeGreaterThanOrEqual(1);
        expect(4 * quarter).toBeGreaterThanOrEqual(days);
        expect(4 * (quarter - 1)).toBeLessThan(days);
      }),
    );
  });
});

describe("any other clock", () => {
  test.each([
    ["ordinary", ordinary],
    ["urgent", urgent],
    ["of a category that is gone", gone],
  ])("of a matter that is %s has the policy's rule of its name", (_what, matter) => {
    for (const kind of otherKinds) expect(clockRule(demo, matter, kind)).toEqual(clocks[kind]);
  });

  test("of a simple matter has that too, but for the answer the rule for simple handling", () => {
    for (const kind of otherKinds) {
      expect(clockRule(demo, simple, kind)).toEqual(kind === "handling" ? clocks.simpleHandling : clocks[kind]);
    }
  });
});
