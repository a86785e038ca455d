import { describe, expect, test } from "vitest";
import { ReviewStation } from "#ground/levels.ts";
import { chainOf, walking } from "./walk.ts";

const chain = chainOf("review");
const { definition, stations } = chain;
const walk = walking(chain);
const [review, after] = ["Body above reviews the answer", "Petitioner may turn to the body above the review"];

test("an answer that is upheld leads to the time for a re-review, and that to the end", async () => {
  const turns = [{ outcome: "reviewed" }, { outcome: "closed" }];
  const { passed, end } = await walk("review", ...turns);
  expect(passed.filter((name) => stations.some((each) => each.name === name))).toEqual([review, after]);
  expect(end).toBe("Case is closed after its review");
  // Two transitions a stay, and two for its entry and its end.
  expect(passed).toHaveLength(2 * turns.length + 2);
});

test.each([
  ["review", "revoked", "Answer is revoked and its level has the matter again"],
  ["review", "closed", "Case is closed after its review"],
  ["review", "promised", "Case stays open for what its letter has promised and another chain carries it"],
  ["review", "ended", "Case has ended by another word than that of its station"],
  ["reReviewWindow", "promised", "Case stays open for what its letter has promised and another chain carries it"],
  ["reReviewWindow", "ended", "Case has ended by another word than that of its station"],
])("at %s, %s ends the chain by name", async (station, outcome, end) => {
  expect((await walk(station, { outcome })).end).toBe(end);
});

describe("an execution resumes where the record stands", () => {
  test.each(ReviewStation.options)("at %s", async (station) => {
    const { calls, end } = await walk(station, { outcome: "nothing known" });
    expect(calls).toEqual([{ caseId: "AH-2026-0001-k7m2p9x4c3vb", epoch: 3, station, token: "a token" }]);
    expect(end).toBe("UnknownOutcome");
  });

  test("and nowhere else: a level is of another chain", async () => {
    expect(await walk("township")).toMatchObject({ calls: [], end: "UnknownStation" });
  });
});

test("a refusal of open-step ends it by name, for reconcile to replace it", async () => {
  const refused = Object.assign(new Error("The case is elsewhere"), { name: "StationRefused" });
  expect((await walk("review", refused)).end).toBe("StationRefused");
});

test("each wait is for a task token, and ends by itself only after months", () => {
  expect(stations).toHaveLength(ReviewStation.options.length);
  for (const { state } of stations) {
    expect(state.Resource).toBe("arn:aws:states:::lambda:invoke.waitForTaskToken");
    expect(state.TimeoutSeconds).toBeGreaterThan(300 * 24 * 60 * 60);
  }
});

test("every state's name is a sentence", () => {
  for (const name of Object.keys(definition.States)) expect(name).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/i);
});
