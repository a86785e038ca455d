import { describe, expect, test } from "vitest";
import { periodKinds } from "#clock/clock.ts";
import type { Rule } from "#clock/policy.ts";
import { clockRule, stepRule } from "#directory/rules.ts";
import { Level } from "#ground/levels.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

const demo = demoDistrict();
const { clocks, steps } = demo.policy;

const ordinary = { category: "housing-estates", track: "petition" } as const;
const simple = { category: "street-repairs", track: "simple" } as const;
const urgent = { category: "imminent-danger", urgent: true, track: "petition" } as const;
const gone = { category: "gone", track: "petition" } as const;

/** All whose rule has their name: what a unit answers to supervision goes by the rule of that. */
const otherKinds = periodKinds.filter((kind) => kind !== "step" && kind !== "acknowledgement" && kind !== "feedback");

/** A clock rule on one line: its length, its article, and whether that is confirmed. */
const inShort = ({ article, confirmed, ...length }: Rule): string =>
  `${"hours" in length ? `${length.hours} hours` : `${length.days} ${length.dayType}`}, ${article.zh}${confirmed ? "" : ", not confirmed"}`;

describe("a step", () => {
  test.each(Level.options)("of the %s has the policy's rule", (level) => {
    expect(stepRule(demo, ordinary, level)).toEqual(steps[level]);
  });

  test.each(Level.options)("of the %s goes by the policy's hours when the case is urgent", (level) => {
    expect(stepRule(demo, urgent, level)).toEqual(demo.policy.urgent.steps[level]);
    expect(stepRule(demo, urgent, level)).toMatchObject({ hours: 24, confirmed: false });
  });

  test("has the category's own rule where it names one, and the policy's elsewhere", () => {
    expect(Level.options.map((level) => inShort(stepRule(demo, simple, level)))).toEqual([
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "3 working, 《安和区信访事项办理办法》第十三条, not confirmed",
      "10 calendar, 《安和区信访事项办理办法》第十二条, not confirmed",
    ]);
  });

  test("goes by those hours too where the category has rules of its own", () => {
    expect(stepRule(demo, { ...simple, urgent: true }, "township")).toEqual(demo.policy.urgent.steps.township);
  });

  test("goes by what the case says of its urgency, not by what its category says today", () => {
    expect(stepRule(demo, { category: urgent.category, track: "petition" }, "leader")).toEqual(steps.leader);
  });

  test("has the policy's rule when the directory no longer has the category", () => {
    expect(stepRule(demo, gone, "township")).toEqual(steps.township);
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

  test("of a unit that is supervised has that of supervision", () => {
    expect(clockRule(demo, ordinary, "feedback")).toEqual(clocks.supervision);
  });

  test("of a simple matter has that too, but for its acceptance and answer the rules for simple handling", () => {
    const own = { ...clocks, accept: clocks.simpleAccept, handling: clocks.simpleHandling };
    for (const kind of otherKinds) expect(clockRule(demo, simple, kind)).toEqual(own[kind]);
  });
});
