import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const sources = ["functions", "infra", "local", "shared", "test", "workflows"].flatMap((room) =>
  readdirSync(new URL(room, root), { encoding: "utf8", recursive: true })
    .map((file) => `${room}/${file}`)
    .filter((file) => file.endsWith(".ts")),
);

/** Why Node cannot run a source, or nothing. */
const refusal = (text: string): string[] => {
  try {
    stripTypeScriptTypes(text);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

test("Node runs every source as it is: it takes less than the compiler does", () => {
  expect(sources.length).toBeGreaterThan(400);
  const refused = sources.flatMap((file) =>
    refusal(readFileSync(new URL(file, root), "utf8")).map((why) => `${file}: ${why}`),
  );
  expect(refused).toEqual([]);
  expect(refusal("for (const of of [1]) {}")).toHaveLength(1);
});
