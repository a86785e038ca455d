import { describe, expect, test } from "vitest";
import { synthesise } from "../fixtures/synthesis.ts";

describe.each([
  ["no region in particular", undefined],
  ["Beijing", "cn-north-1"],
  ["Ningxia", "cn-northwest-1"],
])("for %s", (_, region) => {
  const templates = JSON.stringify(synthesise("production", { region, context: { edge: "none" } }));
  const found = (pattern: RegExp): string[] => [...templates.matchAll(pattern)].map(([text]) => text);

  test("the templates name no resource of the global partition", () => {
    expect(found(/arn:aws:[^"]*/g)).toEqual([]);
  });

  test("the templates name no region of their own accord", () => {
    expect(found(/[a-z]{2}-(north|south|east|west|central)[a-z]*-\d/g).filter((name) => name !== region)).toEqual([]);
  });
});
