import { globSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { fileText, sectionsOf } from "./markdown.ts";

const document = fileText("docs/data.md");
const named = new Set(sectionsOf("docs/data.md").flatMap(({ inline }) => inline));

const keyFiles = globSync("shared/**/keys.ts");
const keyCode = keyFiles.map(fileText).join("\n");
const found = (pattern: RegExp, text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
];
/** What builds keys and partitions, by its exported name. */
const builders = found(/^export const (\w+(?:Key|Partition))\b/gm, keyCode).filter(
  (name) => !["caseOfPartition", "entryOfPartition", "recordOfPartition"].includes(name),
);
/** The words that keys begin with: `CASE`, `EVENT` … */
const keyWords = found(/["`]([A-Z]{2,})(?=[#"`])/g, keyCode);

const tables = fileText("infra/constructs/tables.ts");
const indexes = [
  ...tables.matchAll(
    /indexName: "(\w+)",\s*partitionKey: \w+\("(\w+)"\),\s*sortKey: \w+\("(\w+)"\),\s*projectionType: ProjectionType\.(\w+)/g,
  ),
].map(([, name, partition, sort, projection]) => `- \`${name}\` · \`${partition}\`, \`${sort}\` · ${projection} ·`);

test("docs/data.md has an entry for every builder of a key, and names none that is not there", () => {
  expect(builders.length).toBeGreaterThan(15);
  expect([...named].filter((name) => /^\w+(Key|Partition)$/.test(name)).toSorted()).toEqual(builders.toSorted());
});

test("docs/data.md shows every word that a key begins with, and no other", () => {
  expect(keyWords).toContain("CASE");
  expect(found(/[`/ ]([A-Z]{4,})(?=[#`])/g, document).toSorted()).toEqual(keyWords.toSorted());
});

test("docs/data.md has every index with its attributes and what it holds, and no other", () => {
  expect(indexes).toHaveLength(tables.split("addGlobalSecondaryIndex").length - 1);
  const listed = document.match(/^- `\w+` · `\w+`, `\w+` · [A-Z_]+ ·/gm) ?? [];
  expect(listed.toSorted()).toEqual(indexes.toSorted());
});

test("docs/data.md names files that hold keys, functions and commands that are there", () => {
  for (const file of keyFiles) expect(document).toContain(`(../${file})`);
  const functions = globSync("functions/**/*.lambda.ts").map((file) => basename(file, ".lambda.ts"));
  const known = [...functions, ...Object.keys(manifest.scripts)];
  const doers = found(/`([a-z]+(?:[-:][a-z]+)*)(?: -- [^`]*)?`/g, document).filter((name) => /[-:]/.test(name));
  expect(doers.length).toBeGreaterThan(5);
  for (const name of doers) expect(known).toContain(name);
  for (const name of functions.filter((one) => one !== "assets")) expect(named, name).toContain(name);
});
