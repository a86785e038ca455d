import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { DueClock } from "#case/ring-clock.ts";
import { clockKey } from "#clock/keys.ts";
import type { DueRow } from "#clock/store.ts";
import { sweep } from "../../../functions/clock/sweep.ts";

const now = "2026-03-18T00:00:00.000Z";

const dueRow = (caseId: string, n: number): DueRow => {
  const clock = { kind: "transit", n, family: "watch", start: now, due: now } as const;
  return { key: clockKey(caseId, clock), row: { v: 1, caseId, clock, nextAt: now, failures: 0 } };
};

/** Sweeps rows that are all in one shard, and notes which of them ring at the same time. */
const sweepOneShard = async (rows: DueRow[], ring: (clock: DueClock) => Promise<void> = () => Promise.resolve()) => {
  const ringing = new Set<string>();
  const together: string[][] = [];
  const swept = await sweep({
    deadlines: {
      async *due(shard) {
        if (shard === 0) yield* rows;
      },
      countFailure: () => Promise.resolve(false),
      overdueInQuarantine: () => Promise.resolve(0),
    },
    ring: async (due) => {
      const name = `${due.caseId} ${due.clock.n}`;
      ringing.add(name);
      together.push([...ringing]);
      await sleep(1);
      ringing.delete(name);
      await ring(due);
      return { caseId: due.caseId, clock: due.clock, came: ["stepOverdue"] };
    },
    now: () => Promise.resolve(now),
    failed: () => undefined,
  })();
  return { swept, together };
};

describe("a sweep of one shard", () => {
  test("rings every clock once, four at a time and never more", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => dueRow(`AH-2026-${1000 + i}`, 1));
    const { swept, together } = await sweepOneShard(rows);
    expect(swept.rung.map(({ caseId }) => caseId).sort()).toEqual(rows.map(({ key }) => key.pk.slice("CASE#".length)));
    expect(Math.max(...together.map(({ length }) => length))).toBe(4);
  });

  test("rings the clocks of one case one after the other, in their order", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => dueRow("AH-2026-1000", i + 1));
    const { swept, together } = await sweepOneShard(rows);
    expect(swept.rung.map(({ clock }) => clock.n)).toEqual([1, 2, 3, 4, 5]);
    expect(together.every(({ length }) => length === 1)).toBe(true);
  });

  test("goes on with a case's other clocks when one of them fails", async () => {
    const rows = [1, 2, 3].map((n) => dueRow("AH-2026-1000", n));
    const { swept } = await sweepOneShard(rows, ({ clock }) =>
      clock.n === 2 ? Promise.reject(new Error("no such unit")) : Promise.resolve(),
    );
    expect(swept).toMatchObject({ failed: 1, rung: [{ clock: { n: 1 } }, { clock: { n: 3 } }] });
  });
});
