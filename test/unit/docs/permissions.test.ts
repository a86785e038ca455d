import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { everySituation } from "../case/every-situation.ts";
import { fileText } from "./markdown.ts";
import { permissionsDocument } from "./permissions-document.ts";
import { whatActsDo } from "./what-acts-do.ts";

const path = "docs/permissions.md";

/** It tries every act in some thousand situations, on machines that do other things beside. */
const patience = { timeout: 120_000 };

test("docs/permissions.md says of every act who may do it, when, and what it brings about", patience, () => {
  const printed = permissionsDocument(whatActsDo(everySituation()));
  if (process.env.WRITE !== undefined) writeFileSync(path, printed);
  expect(fileText(path), `${path} is not as the acts are: run npm run docs:permissions and commit it`).toBe(printed);
});
