import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { petitionerRefusals } from "#words/petitioner-refusals.ts";
import { everySituation, type Tried } from "../unit/case/every-situation.ts";
import { fileText } from "../unit/docs/markdown.ts";
import { permissionsDocument } from "../unit/docs/permissions-document.ts";
import { whatActsDo } from "../unit/docs/what-acts-do.ts";

const path = "docs/permissions.md";

/** It tries every act in some thousand situations, on machines that do other things beside. */
const patience = { timeout: 600_000 };

let met: readonly Tried[] | undefined;
const situations = (): readonly Tried[] => {
  met ??= everySituation();
  return met;
};

test("docs/permissions.md says of every act who may do it, when, and what it brings about", patience, () => {
  const printed = permissionsDocument(whatActsDo(situations()));
  if (process.env.WRITE !== undefined) writeFileSync(path, printed);
  expect(fileText(path), `${path} is not as the acts are: run npm run docs:permissions and commit it`).toBe(printed);
});

test("whatever refuses an act of petitioners has words of its own on their pages", patience, () => {
  const refused = situations().flatMap(({ command, decision }) =>
    command.type === "petitioner" && "refused" in decision ? [decision.refused] : [],
  );
  expect(new Set(refused).size).toBeGreaterThan(5);
  expect([...new Set(refused)].filter((refusal) => !Object.hasOwn(petitionerRefusals, refusal))).toEqual([]);
});
