import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { petitionerRefusals } from "#words/petitioner-refusals.ts";
import { everySituation } from "../unit/case/every-situation.ts";
import { fileText } from "../unit/docs/markdown.ts";
import { permissionsDocument } from "../unit/docs/permissions-document.ts";
import { whatActsDo } from "../unit/docs/what-acts-do.ts";

const path = "docs/permissions.md";

/** It tries every act in some thousand situations, on machines that do other things beside. */
const patience = { timeout: 600_000 };

type Met = { acts: ReturnType<typeof whatActsDo>["acts"]; refusedToPetitioners: ReadonlySet<string> };
let met: Met | undefined;
/** What was found in all situations: they are gone through once, and none of them is kept. */
const found = (): Met => {
  if (met !== undefined) return met;
  const { acts, hear } = whatActsDo();
  const refusedToPetitioners = new Set<string>();
  everySituation((tried) => {
    hear(tried);
    const { command, decision } = tried;
    if (command.type === "petitioner" && "refused" in decision) refusedToPetitioners.add(decision.refused);
  });
  met = { acts, refusedToPetitioners };
  return met;
};

test("docs/permissions.md says of every act who may do it, when, and what it brings about", patience, () => {
  const printed = permissionsDocument(found().acts);
  if (process.env.WRITE !== undefined) writeFileSync(path, printed);
  expect(fileText(path), `${path} is not as the acts are: run npm run docs:permissions and commit it`).toBe(printed);
});

test("whatever refuses an act of petitioners has words of its own on their pages", patience, () => {
  const refused = [...found().refusedToPetitioners];
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.filter((refusal) => !Object.hasOwn(petitionerRefusals, refusal))).toEqual([]);
});
