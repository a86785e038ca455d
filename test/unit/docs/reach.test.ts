import { expect, test } from "vitest";
import { triesPartitions } from "#access/keys.ts";
import { casesPartitions } from "#case/store/keys.ts";
import { deadlinesPartitions } from "#clock/keys.ts";
import { directoryPartitions } from "#directory/keys.ts";
import type { FunctionName } from "../../../infra/concurrency.ts";
import { type Reach, reaches, type Verb } from "../../../infra/reach.ts";
import { fileText } from "./markdown.ts";

/** The doors of staff, which have one column. */
const alike = ["StepTask", "ScreeningTask", "DeliveryTask", "BesideTask"] as const satisfies FunctionName[];
type OtherDoor = Exclude<(typeof alike)[number], "StepTask">;

/** The columns: each function by a word that leaves room for the others. Assets and bounces reach nothing. */
const columns: Record<Exclude<FunctionName, "Assets" | "HearBounces" | OtherDoor>, string> = {
  FilePetition: "file",
  PetitionStatus: "look",
  StepTask: "task",
  Mailbox: "box",
  CheckLetter: "check",
  OpenStep: "open",
  Publish: "post",
  Redrive: "again",
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

const rowOf = (what: string, cell: (reach: Reach) => string): string[] => [
  what,
  ...Object.entries<Reach>(reaches).flatMap(([name, reach]) => (Object.hasOwn(columns, name) ? [cell(reach)] : [])),
];
const rows = (["cases", "deadlines", "directory", "tries"] as const).flatMap((table) => [
  ...kinds[table].map((kind) =>
    rowOf(kind, (reach) => {
      const verbs: Readonly<Record<string, readonly Verb[] | undefined>> = reach[table] ?? {};
      return cellOf(verbs[kind] ?? []);
    }),
  ),
  ...indexes[table].map((index) =>
    rowOf(index, ({ casesBy = [], casesOfAllBy = [], deadlinesBy = [] }) => {
      return [...casesBy, ...casesOfAllBy, ...deadlinesBy].some((one) => one === index) ? "r" : "";
    }),
  ),
]);

test("the doors of staff reach the same", () => {
  for (const door of alike) expect(reaches[door]).toEqual(reaches.StepTask);
});

test("docs/data.md has who reaches what in one table, as infra/reach.ts says it", () => {
  const [, section = ""] = fileText("docs/data.md").split("## Who reaches what\n");
  const [table = ""] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  const [head, , ...told] = table
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(head).toEqual([
    "",
    ...Object.keys(reaches).flatMap((name) => Object.entries(columns).find(([one]) => one === name)?.[1] ?? []),
  ]);
  expect(told).toEqual(rows);
});
