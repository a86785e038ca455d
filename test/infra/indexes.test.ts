import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  askedIndex,
  byPersonIndex,
  byUnitIndex,
  changedIndex,
  standingIndex,
  supervisedIndex,
  unpublishedIndex,
} from "#case/store/rows.ts";
import { dueIndex } from "#clock/row.ts";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";

describe("the indexes that stores ask", () => {
  const Table = z.object({
    GlobalSecondaryIndexes: z
      .array(
        z.object({
          IndexName: z.string(),
          KeySchema: z.array(z.object({ AttributeName: z.string() })),
          Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
        }),
      )
      .optional(),
  });

  it("are those that the state stack makes, with the same fields", () => {
    const made = resourcesOf(synthesise("local").state, "AWS::DynamoDB::Table").flatMap(([, { Properties }]) =>
      (Table.parse(Properties).GlobalSecondaryIndexes ?? []).map(
        ({ IndexName: name, KeySchema: [hash, range], Projection }) => ({
          name,
          hash: hash?.AttributeName,
          range: range?.AttributeName,
          projects: Projection.ProjectionType === "ALL" ? "all" : (Projection.NonKeyAttributes ?? "keys"),
        }),
      ),
    );
    const asked = [
      unpublishedIndex,
      byUnitIndex,
      byPersonIndex,
      changedIndex,
      standingIndex,
      askedIndex,
      supervisedIndex,
      dueIndex,
    ];
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(made.sort(byName)).toEqual(asked.sort(byName));
  });
});
