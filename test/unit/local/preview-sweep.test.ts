import { describe, expect, test } from "vitest";
import type { Case } from "#case/state/case.ts";
import type { Clock } from "#clock/clock.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import type { DueRow } from "#clock/store.ts";
import { previewSweep } from "../../../local/preview-sweep.ts";
import { previewWords, quarantineWords } from "../../../local/sweep-words.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";

const atDepartment = filed("wages").opens();
const reading = { directory, lang: "en", now: "2026-11-30T02:00:00.000Z" } as const;

const dueRow = (caseId: string, clock: Clock, nextAt: string): DueRow => ({
  key: clockKey(caseId, clock),
  row: { v: 1, caseId, clock, nextAt, failures: 0 },
});

/** The rows of a story's running clocks that are due at its moment, the longest due first. */
const dueRows = ({ state, running, now }: Story): DueRow[] =>
  running
    .filter(({ nextAt }) => nextAt <= now)
    .sort((a, b) => a.nextAt.localeCompare(b.nextAt))
    .map(({ clock, nextAt }) => dueRow(state.id, clock, nextAt));

const preview = (state: Case | undefined, { world }: Story, rows: DueRow[]) =>
  previewSweep({
    cases: { load: () => Promise.resolve(state) },
    deadlines: {
      async *due(shard) {
        if (shard === shardOf("AH-2026-0001-k7m2p9x4c3vb")) yield* rows;
      },
    },
    world: () => Promise.resolve(world),
  })();

describe("the preview of a sweep", () => {
  test("says which clock of which case is due since when, and what would come of it", async () => {
    const late = atDepartment.later("2026-03-18T01:00:00.000Z");
    const foreseen = await preview(late.state, late, dueRows(late));
    expect(foreseen).toMatchObject([
      {
        caseId: "AH-2026-0001-k7m2p9x4c3vb",
        clock: { kind: "step", n: 1 },
        events: [{ fact: { type: "stepOverdue", to: "leader" } }],
      },
    ]);
    const words = previewWords(foreseen, reading).join("\n");
    expect(words).toContain(
      "安和信〔2026〕0001号 (AH-2026-0001) · Step deadline (no. 1) · due since Tue 10 March, 08:30",
    );
    expect(words).toContain("1 due: 1 would make events, 0 would only be ended, 0 would fail.");
  });

  test("foresees the second clock of a case on the state that the first would leave", async () => {
    const late = atDepartment.later("2026-05-10T00:00:00.000Z");
    const foreseen = await preview(late.state, late, dueRows(late));
    const types = foreseen.flatMap((one) =>
      one.kind === "rings" ? one.events.map(({ seq, fact }) => [seq, fact.type]) : [],
    );
    expect(types).toEqual([
      [4, "stepOverdue"],
      [5, "statutoryOverdue"],
    ]);
  });

  test("says of a clock that its case no longer runs that it would only be ended", async () => {
    const late = atDepartment.later("2026-03-18T01:00:00.000Z");
    const rang = late.does({ type: "ring", clock: { kind: "step", n: 1 } });
    const foreseen = await preview(rang.state, late, dueRows(late));
    expect(foreseen).toMatchObject([{ kind: "rings", events: [] }]);
    expect(previewWords(foreseen, reading).join("\n")).toContain("it is only ended, without an event");
  });

  test("names a row that cannot be read or has no case, and goes on with the others", async () => {
    const late = atDepartment.later("2026-03-18T01:00:00.000Z");
    const unreadable = { key: { pk: "CASE#x", sk: "CLOCK#step#1" }, unreadable: new Error("v is 2") };
    expect(await preview(late.state, late, [unreadable, ...dueRows(late)])).toMatchObject([
      { kind: "fails", error: { message: "v is 2" } },
      { kind: "rings" },
    ]);
    const orphaned = await preview(undefined, late, dueRows(late));
    expect(previewWords(orphaned, { directory, lang: "zh", now: "2026-11-30T02:00:00.000Z" })).toContain(
      "    → 无法处理，将记一次失败：There is no case AH-2026-0001-k7m2p9x4c3vb",
    );
  });

  test("with nothing due says so", async () => {
    const [counts] = previewWords(await preview(atDepartment.state, atDepartment, []), reading);
    expect(counts).toMatch(/^0 due/);
  });
});

test("the list of quarantined clocks names each with when, how often and why, and how to release it", () => {
  const { state, running } = atDepartment;
  const step = running.find(({ clock }) => clock.kind === "step");
  if (step === undefined) throw new Error("No step clock runs");
  const row = {
    v: 1,
    caseId: state.id,
    clock: step.clock,
    failures: 5,
    quarantined: { at: "2026-03-18T00:05:00.000Z", error: "Error: no such unit" },
  } as const;
  const unreadable = { key: { pk: "CASE#x", sk: "CLOCK#step#1" }, unreadable: new Error("v is 2") };
  const words = quarantineWords([{ key: clockKey(state.id, step.clock), row }, unreadable], reading);
  expect(words).toEqual([
    "安和信〔2026〕0001号 (AH-2026-0001) · Step deadline (no. 1) · quarantined Wed 18 March, 08:05, after 5 failures",
    "    Error: no such unit",
    "    npm run clocks:release -- AH-2026-0001 step 1",
    "CASE#x / CLOCK#step#1",
    "    v is 2",
    "2 in quarantine.",
  ]);
});
