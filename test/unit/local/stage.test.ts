import { describe, expect, test } from "vitest";
import { Obstacle } from "../../../local/obstacle.ts";
import { namedStage } from "../../../local/stage.ts";

const tables = { CASES_TABLE: "c", DEADLINES_TABLE: "d", DIRECTORY_TABLE: "i" };

describe("the stage that a command works on", () => {
  test("is the local district when the environment names none", () => {
    expect(namedStage({ AWS_REGION: "cn-north-1" })).toBeUndefined();
  });

  test("is the one whose tables are named, with its sweep where that is named", () => {
    const named = { cases: "c", deadlines: "d", directory: "i" };
    expect(namedStage(tables)).toEqual({ ...named, sweep: undefined, anchors: undefined });
    expect(namedStage({ ...tables, SWEEP_FUNCTION: "s", ANCHORS: "a" })).toEqual({
      ...named,
      sweep: "s",
      anchors: "a",
    });
  });

  test.each([
    ["one table", { CASES_TABLE: "c" }, "DEADLINES_TABLE and DIRECTORY_TABLE are missing"],
    ["two tables", { CASES_TABLE: "c", DIRECTORY_TABLE: "i" }, "DEADLINES_TABLE is missing"],
    ["its sweep alone", { SWEEP_FUNCTION: "s" }, "CASES_TABLE and DEADLINES_TABLE and DIRECTORY_TABLE are missing"],
    ["its anchors alone", { ANCHORS: "a" }, "CASES_TABLE and DEADLINES_TABLE and DIRECTORY_TABLE are missing"],
    ["a table without a name", { ...tables, DEADLINES_TABLE: "" }, "DEADLINES_TABLE is missing"],
    ["a sweep without a name", { ...tables, SWEEP_FUNCTION: "" }, "SWEEP_FUNCTION is missing"],
  ])("is refused when the environment names %s only", (_, env, sentence) => {
    expect(() => namedStage(env)).toThrow(Obstacle);
    expect(() => namedStage(env)).toThrow(sentence);
  });
});
