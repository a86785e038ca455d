import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Refusal, refusals } from "#case/state/refusal.ts";
import { refusalWords } from "#words/refusals.ts";
import { staffDoors } from "../../fixtures/every-door.ts";

const folder = join(import.meta.dirname, "../../../shared/case");

/** The files of a case, below its folder, that one of them runs: what is imported as a type only is not run. */
const runBy = (file: string, met = new Set<string>()): Set<string> => {
  if (met.has(file)) return met;
  met.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, name = ""] of text.matchAll(/^import (?!type)[^;]*? from "((?:#case|\.)\/[\w/-]+\.ts)";$/gms)) {
    runBy(name.startsWith("#case/") ? name.slice("#case/".length) : join(file, "..", name), met);
  }
  return met;
};

/** What may refuse an act of a list, whatever is typed and whenever: every refusal that its code names. */
const refusedBy = (list: string): Refusal[] => {
  const texts = [...runBy(list)]
    .filter((file) => file.startsWith("acts/") && file !== ofCommandsByName)
    // What bars somebody from a task is no refusal, and has the same name.
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll(/barred === "\w+"/g, ""));
  return refusals.filter((refusal) => texts.some((text) => text.includes(`"${refusal}"`)));
};

/** What only petitioners are refused: their acts are in the same files. */
const toPetitioners: readonly Refusal[] = [
  "promisedDayIsOver",
  "promisedDayIsAhead",
  "nothingAgreed",
  "tooLateToTakeBack",
  "tooLateToReopen",
];
/** Whether somebody at the bureau may give a command by name, which no page gives. */
const ofCommandsByName = "acts/bureau-officer.ts";

test.each([
  ["step", "acts/at-step.ts"],
  ["screening", "acts/at-screening.ts"],
  ["delivery", "acts/at-delivery.ts"],
  ["beside", "acts/beside-step.ts"],
  ["together", "acts/together.ts"],
  ["after", "acts/after.ts"],
  ["watch", "acts/watch.ts"],
  ["review", "acts/review.ts"],
] as const)("whatever can refuse an act at the door %s has words of its own there", (name, list) => {
  const refused = refusedBy(list).filter((refusal) => !toPetitioners.includes(refusal));
  expect(refused.length).toBeGreaterThan(2);
  const { told } = staffDoors[name];
  expect(refused.filter((refusal) => told.refused(refusal) !== refusalWords[refusal])).toEqual([]);
});
