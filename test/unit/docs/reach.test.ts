import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { triesPartitions } from "#access/keys.ts";
import { casesPartitions } from "#case/store/keys.ts";
import { deadlinesPartitions } from "#clock/keys.ts";
import { directoryPartitions } from "#directory/keys.ts";
import type { FunctionName } from "../../../infra/concurrency.ts";
import { type Reach, reaches, type Verb } from "../../../infra/reach.ts";
import { fileText } from "./markdown.ts";

/** The doors of staff, which have one column. */
const alike = [
  "StepTask",
  "ScreeningTask",
  "DeliveryTask",
  "BesideTask",
  "TogetherTask",
  "AfterTask",
  "WatchTask",
  "ReviewTask",
] as const satisfies FunctionName[];
type OtherDoor = Exclude<(typeof alike)[number], "StepTask">;

/** The columns: each function by a word that leaves room for the others. Assets and bounces reach nothing. */
type Column = Exclude<FunctionName, "Assets" | "HearBounces" | OtherDoor>;
const pages = {
  FilePetition: "file",
  RegisterFor: "for",
  PetitionStatus: "look",
  OwnAffairs: "own",
  OwnDecisions: "decide",
  AddMaterial: "add",
  OwnFile: "all",
  JointPetition: "join",
  BringFiles: "bring",
  StepTask: "task",
  RegisterTask: "reg",
  ClockCourse: "time",
  SeeCase: "see",
  Mailbox: "box",
  CheckLetter: "check",
} as const satisfies Partial<Record<Column, string>>;
const others: Readonly<Record<Exclude<Column, keyof typeof pages>, string>> = {
  OpenStep: "open",
  Publish: "post",
  Redrive: "again",
  TakeFiles: "take",
  Signal: "tell",
  SendMail: "mail",
  Sweep: "sweep",
  Reconcile: "round",
  Anchor: "seal",
  Digest: "digest",
};
const kinds = {
  cases: Object.keys(casesPartitions),
  deadlines: Object.keys(deadlinesPartitions),
  directory: Object.keys(directoryPartitions),
  tries: Object.keys(triesPartitions),
} as const;
const indexes = {
  cases: ["unpublished", "byUnit", "standing", "byPerson", "changed", "supervised"],
  deadlines: ["due"],
  directory: [],
  tries: [],
} as const;

/** How a cell says what may be done. */
const letters: Record<Verb, string> = { get: "r", query: "r", check: "", put: "w", update: "w", mark: "m" };
const cellOf = (verbs: readonly Verb[]): string => [...new Set(verbs.map((verb) => letters[verb]))].join("");

/** A table as it is printed: what of the tables the functions of its columns reach, each column as wide as its widest cell. */
const printed = (columns: Readonly<Record<string, string>>): string => {
  const shown = Object.entries<Reach>(reaches).filter(([name]) => Object.hasOwn(columns, name));
  const rowOf = (what: string, cell: (reach: Reach) => string) => [what, ...shown.map(([, reach]) => cell(reach))];
  const rows = (["cases", "deadlines", "directory", "tries"] as const).flatMap((table) => [
    ...kinds[table].map((kind) =>
      rowOf(kind, (reach) => {
        const verbs: Readonly<Record<string, readonly Verb[] | undefined>> = reach[table] ?? {};
        return cellOf(verbs[kind] ?? []);
      }),
    ),
    ...indexes[table].map((index) =>
      rowOf(index, ({ casesBy = [], casesOfAllBy = [], deadlinesBy = [] }) =>
        [...casesBy, ...casesOfAllBy, ...deadlinesBy].some((one) => one === index) ? "r" : "",
      ),
    ),
  ]);
  const head = ["", ...shown.map(([name]) => columns[name] ?? "")];
  const told = rows.filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  const widths = head.map((word, at) => Math.max(3, word.length, ...told.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |\n`;
  return [head, widths.map((width) => "-".repeat(width)), ...told].map(line).join("");
};

test("the doors of staff reach the same", () => {
  for (const door of alike) expect(reaches[door]).toEqual(reaches.StepTask);
});

/** Where the tables stand in the page, and what stands between them. */
const tablesOf = (page: string): readonly string[] =>
  /\n((?:\|.*\n)+)(\n.*\n\n)((?:\|.*\n)+)/.exec(page.split("## Who reaches what\n")[1] ?? "")?.slice(1) ?? [];

test("docs/data.md has who reaches what in two tables, as infra/reach.ts says it", () => {
  const page = fileText("docs/data.md");
  const [first = "", between = "", second = ""] = tablesOf(page);
  const asReached = printed(pages) + between + printed(others);
  if (process.env.WRITE !== undefined) writeFileSync("docs/data.md", page.replace(first + between + second, asReached));
  const [ofPages, , ofOthers] = tablesOf(fileText("docs/data.md"));
  expect(ofPages).toBe(printed(pages));
  expect(ofOthers).toBe(printed(others));
});
