import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { DueClock } from "#case/acts/ring-clock.ts";
import { clockKey, shards } from "#clock/keys.ts";
import type { DueRow } from "#clock/store.ts";
import { SweepPart, type SweepPorts, type Swept, sweep } from "../../../functions/clock/sweep.ts";

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
    prepare: () => Promise.resolve(),
    now: () => Promise.resolve(now),
    failed: () => undefined,
    millisecondsLeft: () => Number.POSITIVE_INFINITY,
    counted: () => undefined,
  })();
  return { swept, together };
};

/** Sweeps one due row after another's shard, with a fault, and gives what was counted against rows and for the alarms. */
const sweepWith = async (fault: Partial<SweepPorts>, rows: DueRow[] = [dueRow("AH-2026-1000-k7m2p9x4c3vb", 1)]) => {
  const against: string[] = [];
  const counted: Swept[] = [];
  const run = sweep({
    deadlines: {
      async *due(shard) {
        if (shard === 0) yield* rows;
      },
      countFailure: (key) => Promise.resolve(against.push(key.pk) > 0),
      overdueInQuarantine: () => Promise.resolve(3),
    },
    ring: ({ caseId, clock }) => Promise.resolve({ caseId, clock, came: ["stepOverdue"] }),
    prepare: () => Promise.resolve(),
    now: () => Promise.resolve(now),
    failed: () => undefined,
    millisecondsLeft: () => Number.POSITIVE_INFINITY,
    counted: (swept) => void counted.push(swept),
    ...fault,
  });
  const [end] = await Promise.allSettled([run()]);
  return { against, counted, end };
};
const rejecting = (error: Error) => () => Promise.reject(error);
/** As the SDK throws it: with its account of the call. */
const ofService = (name: string, more: object = {}) =>
  Object.assign(new Error(name), { name, $metadata: { attempts: 3 }, ...more });

describe("trouble that passes", () => {
  test.each([
    ["throttling", ofService("ThrottlingException")],
    [
      "a transaction that was throttled",
      ofService("TransactionCanceledException", { CancellationReasons: [{ Code: "ThrottlingError" }] }),
    ],
    ["an error of the service", ofService("InternalServerError")],
    ["a key that cannot be used", ofService("KMSAccessDeniedException")],
    ["a lost connection", ofService("TimeoutError")],
  ])("counts against no row: %s", async (_, error) => {
    const { against, counted, end } = await sweepWith({ ring: rejecting(error) });
    expect(against).toEqual([]);
    expect(counted).toMatchObject([{ failed: 1, quarantined: 0 }]);
    expect(end).toMatchObject({ status: "fulfilled" });
  });

  test.each([
    ["a case that cannot be judged", new Error("no such unit")],
    ["an item that the database does not take", ofService("ValidationException")],
    [
      "one in a transaction",
      ofService("TransactionCanceledException", {
        CancellationReasons: [{ Code: "None" }, { Code: "ValidationError" }],
      }),
    ],
  ])("is not what is wrong with the row itself: %s", async (_, error) => {
    expect((await sweepWith({ ring: rejecting(error) })).against).toEqual(["CASE#AH-2026-1000-k7m2p9x4c3vb"]);
  });

  test("is a directory that cannot be read: the sweep fails, for the alarm, and no clock is the worse for it", async () => {
    const { against, end } = await sweepWith({ prepare: rejecting(new Error("no directory")) });
    expect(against).toEqual([]);
    expect(end).toMatchObject({
      status: "rejected",
      reason: { message: "1 of 16 shards were not swept to their end" },
    });
  });

  test("is not prepared for while nothing is due", async () => {
    const { end } = await sweepWith({ prepare: rejecting(new Error("asked")) }, []);
    expect(end).toMatchObject({ status: "fulfilled" });
  });
});

describe("what the alarms listen to", () => {
  test("is counted although a shard cannot be read, and then the sweep fails", async () => {
    const deadlines: SweepPorts["deadlines"] = {
      async *due(shard) {
        if (shard === 1) await Promise.reject(new Error("Throttled"));
        if (shard === 0) yield dueRow("AH-2026-1000-k7m2p9x4c3vb", 1);
      },
      countFailure: () => Promise.resolve(true),
      overdueInQuarantine: () => Promise.resolve(3),
    };
    const { counted, end } = await sweepWith({ deadlines, ring: rejecting(new Error("no such unit")) });
    expect(counted).toMatchObject([{ quarantined: 1, overdueUnmoved: 3 }]);
    expect(end).toMatchObject({ status: "rejected" });
  });

  test("includes a case that stayed so long between two steps that it got a new execution", async () => {
    const ring: SweepPorts["ring"] = ({ caseId, clock }) =>
      Promise.resolve({ caseId, clock, came: ["executionReplaced"] });
    expect((await sweepWith({ ring })).counted).toMatchObject([{ overdueUnmoved: 4 }]);
  });
});

describe("a sweep that runs out of time", () => {
  const rows = Array.from({ length: 30 }, (_, i) => dueRow(`AH-2026-${1000 + i}-k7m2p9x4c3vb`, 1));

  test("stops before it is cut off, counts what it did, and says that there is more", async () => {
    let left = 9000;
    const ring: SweepPorts["ring"] = ({ caseId, clock }) => {
      left -= 100;
      return Promise.resolve({ caseId, clock, came: ["stepOverdue"] });
    };
    const { counted, end } = await sweepWith({ ring, millisecondsLeft: () => left }, rows);
    const [swept] = counted;
    expect(swept).toMatchObject({ outOfTime: true, failed: 0 });
    expect(swept?.rung.length).toBeGreaterThan(9);
    expect(swept?.rung.length).toBeLessThan(15);
    expect(end).toMatchObject({ status: "fulfilled" });
  });

  test("rings nothing when it has none from the start", async () => {
    const { counted } = await sweepWith({ millisecondsLeft: () => 0 }, rows);
    expect(counted).toMatchObject([{ outOfTime: true, rung: [] }]);
  });

  test("is none that came to the end", async () => {
    const { counted } = await sweepWith({ millisecondsLeft: () => 8000 }, rows);
    expect(counted[0]?.rung).toHaveLength(30);
    expect(counted[0]?.outOfTime).toBe(false);
  });
});

describe("the parts of a sweep", () => {
  const asked = async (part?: SweepPart) => {
    const shardsAsked: number[] = [];
    const deadlines: SweepPorts["deadlines"] = {
      async *due(shard) {
        shardsAsked.push(shard);
        yield* [];
      },
      countFailure: () => Promise.resolve(false),
      overdueInQuarantine: () => Promise.resolve(3),
    };
    const { overdueUnmoved } = await sweep({
      deadlines,
      ring: () => Promise.reject(new Error("nothing is due")),
      prepare: () => Promise.resolve(),
      now: () => Promise.resolve(now),
      failed: () => undefined,
      millisecondsLeft: () => Number.POSITIVE_INFINITY,
      counted: () => undefined,
    })(part);
    return { shardsAsked, overdueUnmoved };
  };

  test.each([1, 3, 4, 16])("%i of them ask each shard once together, and the quarantine once", async (of) => {
    const parts = await Promise.all(Array.from({ length: of }, (_, part) => asked({ part, of })));
    expect(parts.flatMap(({ shardsAsked }) => shardsAsked).sort((a, b) => a - b)).toEqual([...shards]);
    expect(parts.map(({ overdueUnmoved }) => overdueUnmoved)).toEqual(
      Array.from({ length: of }, (_, part) => (part === 0 ? 3 : 0)),
    );
  });

  test.each([
    [{ part: 4, of: 4 }],
    [{ part: 0, of: 17 }],
    [{ part: -1, of: 4 }],
    [{ part: 0.5, of: 4 }],
    [{ part: 1 }],
  ])("%j is none: what would be left out, or swept twice, is refused", (part) => {
    expect(SweepPart.safeParse(part).success).toBe(false);
  });

  test("are all shards where an operator names none", async () => {
    expect(await asked()).toEqual({ shardsAsked: [...shards], overdueUnmoved: 3 });
  });
});

describe("a sweep of one shard", () => {
  test("rings every clock once, four at a time and never more", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => dueRow(`AH-2026-${1000 + i}-k7m2p9x4c3vb`, 1));
    const { swept, together } = await sweepOneShard(rows);
    expect(swept.rung.map(({ caseId }) => caseId).sort()).toEqual(rows.map(({ key }) => key.pk.slice("CASE#".length)));
    expect(Math.max(...together.map(({ length }) => length))).toBe(4);
  });

  test("rings the clocks of one case one after the other, in their order", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => dueRow("AH-2026-1000-k7m2p9x4c3vb", i + 1));
    const { swept, together } = await sweepOneShard(rows);
    expect(swept.rung.map(({ clock }) => clock.n)).toEqual([1, 2, 3, 4, 5]);
    expect(together.every(({ length }) => length === 1)).toBe(true);
  });

  test("goes on with a case's other clocks when one of them fails", async () => {
    const rows = [1, 2, 3].map((n) => dueRow("AH-2026-1000-k7m2p9x4c3vb", n));
    const { swept } = await sweepOneShard(rows, ({ clock }) =>
      clock.n === 2 ? Promise.reject(new Error("no such unit")) : Promise.resolve(),
    );
    expect(swept).toMatchObject({ failed: 1, rung: [{ clock: { n: 1 } }, { clock: { n: 3 } }] });
  });
});
