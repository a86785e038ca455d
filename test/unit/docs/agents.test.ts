import { expect, test } from "vitest";
import { agentScopeOf, petitionerForms } from "#case/acts/every-petitioner-act.ts";
import { AgentScope } from "#case/state/facts/agent.ts";
import { fileText } from "./markdown.ts";

test("docs/agents.md shows every act of petitioners with the scope that its row names, and no other", () => {
  const rows = fileText("docs/agents.md")
    .split("\n")
    .flatMap((line) => {
      const [, name, cells = ""] = /^\| `(\w+)` +\|(.*)\|$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, ...cells.split("|").map((cell) => cell.trim())]];
    });
  const told = petitionerForms.names.map((name) => [
    name,
    ...AgentScope.options.map((scope) => (agentScopeOf(name) === scope ? "x" : "")),
  ]);
  expect(rows).toEqual(told);
});
