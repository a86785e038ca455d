import { expect, test } from "vitest";
import type { Case } from "#case/state/case.ts";
import type { Announcement } from "#clock/announcement.ts";
import type { ClockRow } from "#clock/clock.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import { UnreadableRow } from "#record/row.ts";
import { recountRunning } from "../../../local/recount-running.ts";
import { filed } from "../case/story.ts";

/** The step of a case that reached the department on 2 March ends on the 17th. */
const powerCut: Announcement = {
  announced: "2026-03-02",
  reason: { zh: "全区停电检修", en: "No power in the district" },
  rest: ["2026-03-17", "2026-03-18"],
  work: [],
};
const { state, running, world } = filed("wages").opens().announced(powerCut);
const sound = state.id;
const damaged = "AH-2026-0002-k7m2p9x4c3vb";

const rowsOf = (caseId: string): ClockRow[] =>
  running.map(({ clock, nextAt }) => ({ v: 1, caseId, clock, nextAt, failures: 0 }));

type Reads = { load: (caseId: string) => Promise<Case | undefined> };

/** Counts the clocks of two cases in one shard anew, the damaged one's first. */
const recounted = ({ load }: Reads) =>
  recountRunning({
    cases: { load, commit: () => Promise.resolve() },
    deadlines: {
      async *due(shard) {
        const rows = shard === shardOf(sound) ? [...rowsOf(damaged), ...rowsOf(sound)] : [];
        yield* rows.map((row) => ({ key: clockKey(row.caseId, row.clock), row }));
      },
    },
    world: () => Promise.resolve(world),
  })(powerCut.reason);

const unreadable = new UnreadableRow(`CASE#${damaged} / CASE: status is not one of the choices`);
const reads: Reads = {
  load: (caseId) => Promise.resolve({ ...state, id: caseId }),
};
/** Reads every case but the damaged one. */
const butFor =
  <T>(read: (caseId: string) => Promise<T>, damage: () => Promise<T>) =>
  (caseId: string): Promise<T> =>
    caseId === damaged ? damage() : read(caseId);

test.each<[string, Reads, string]>([
  ["that cannot be read", { ...reads, load: butFor(reads.load, () => Promise.reject(unreadable)) }, unreadable.message],
  [
    "that is not there",
    { ...reads, load: butFor(reads.load, () => Promise.resolve(undefined)) },
    `There is no case ${damaged}`,
  ],
])("a case %s is named and keeps no other of its shard from being counted anew", async (_damage, damagedReads, why) => {
  const { events, notCounted } = await recounted(damagedReads);
  expect(notCounted).toEqual([`${damaged}: ${why}`]);
  expect(events.map(({ caseId, fact }) => [caseId, fact])).toEqual([
    [
      sound,
      {
        type: "clockMoved",
        clock: { kind: "step", n: 1 },
        from: "2026-03-17",
        to: "2026-03-19",
        reason: powerCut.reason,
        calendarVersion: "state-council-2026+2026-03-02.1",
      },
    ],
  ]);
});

test("a sound district has nothing that was not counted", async () => {
  const { events, notCounted } = await recounted(reads);
  expect(events.map(({ caseId }) => caseId)).toEqual([damaged, sound]);
  expect(notCounted).toEqual([]);
});
