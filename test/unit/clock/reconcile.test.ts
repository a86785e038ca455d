import { describe, expect, it } from "vitest";
import { executionName } from "#case/outbox/execution-name.ts";
import type { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { StandingCase } from "#case/store/case-store.ts";
import { standing } from "#case/store/listed.ts";
import type { ClockRow } from "#clock/clock.ts";
import { clockKey, shardCount, shardOf } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import type { DueRow } from "#clock/store.ts";
import { UnreadableRow } from "#record/row.ts";
import {
  type Reconciled,
  type ReconcileInput,
  type ReconcilePorts,
  reconcile,
} from "../../../functions/clock/reconcile.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed, letter, type Story } from "../case/story.ts";

async function* each<T>(many: readonly T[]): AsyncGenerator<T> {
  yield* many;
}

/** A case's row in the index of those that stand somewhere. */
const standingOf = (c: Case): StandingCase[] => {
  const expected = standing(c);
  return expected === undefined ? [] : [{ caseId: c.id, expected }];
};

/** The rows of clocks that the index of deadlines holds: those that ring one day. */
const inIndex = (rows: readonly ClockRow[]): DueRow[] =>
  rows.flatMap((row) => (row.nextAt === undefined ? [] : [{ key: clockKey(row.caseId, row.clock), row }]));

/** Reconciles the case of a story, whose clocks are as its events left them, or as they are given. */
const reconciled = async (
  { state, events, world }: Story,
  {
    isRunning = true,
    clocks = clockRowsAfter(events),
    meanwhile = state,
    unreadable,
    event = { whole: true },
    failed = [],
    listedAs,
    newest = events.at(-1),
  }: {
    isRunning?: boolean;
    clocks?: ClockRow[];
    meanwhile?: Case;
    unreadable?: UnreadableRow;
    event?: ReconcileInput;
    /** Executions that failed within the last hours. */
    failed?: string[];
    /** How the index has the case; as it is, unless that is said. */
    listedAs?: StandingCase;
    /** The newest event that is stored. */
    newest?: CaseEvent | undefined;
  } = {},
) => {
  const committed: Change[] = [];
  const looks = [state];
  const read: string[] = [];
  const runs = isRunning ? [executionName(state.id, state.epoch)] : [];
  const outcome = await reconcile({
    cases: {
      load: (id) => {
        read.push(id);
        return Promise.resolve(looks.shift() ?? meanwhile);
      },
      commit: (change) => Promise.resolve(void committed.push(change)),
      standing: (shard) => each(shard === shardOf(state.id) ? (listedAs ? [listedAs] : standingOf(state)) : []),
      history: () => Promise.resolve({ events, looks: [] }),
      newest: () => Promise.resolve(newest),
    },
    deadlines: {
      due: (shard) => each(shard === shardOf(state.id) ? inIndex(clocks) : []),
      ofCase: (_, leftOut) => {
        if (unreadable !== undefined) leftOut?.(unreadable);
        return Promise.resolve(clocks);
      },
    },
    world: () => Promise.resolve(world),
    now: () => Promise.resolve(world.now),
    linkHash: () => Promise.resolve("-"),
    executions: {
      isRunning: () => Promise.resolve(isRunning),
      running: () => each(runs),
      failedLately: () => each(failed),
    },
  })(event, () => true);
  const stored = committed.flatMap((change) => change.events);
  return { ...outcome, facts: stored.map(({ fact }) => fact.type), stored, read };
};

/** Whether the hourly call of a story's moment looks at the shard of its case. */
const isInRoundAt = ({ state, now }: Story): boolean =>
  Math.floor(Date.parse(now) / 3_600_000) % shardCount === shardOf(state.id);

const [step, handling] = [
  { kind: "step", n: 1 },
  { kind: "handling", n: 1 },
] as const;
const nothingFound = { replaced: [], clockless: [], broken: [], failed: [], left: 0, facts: [] };

describe("an open case", () => {
  const story = filed("estate").opens();

  it("is left alone while its execution runs and a clock watches it: it is not even read", async () => {
    expect(await reconciled(story)).toEqual({ ...nothingFound, stored: [], read: [] });
  });

  it("is named when its state is not that of its newest event: one of the two was written by hand", async () => {
    const suspect = { listedAs: { caseId: story.state.id, expected: undefined } };
    expect((await reconciled(story, { ...suspect, newest: story.events.at(-2) })).broken).toEqual([story.state.id]);
    expect((await reconciled(story, suspect)).broken).toEqual([]);
  });

  it("is read, and left alone, when a list did not show what is there", async () => {
    const lagging = { caseId: story.state.id, expected: undefined };
    expect(await reconciled(story, { listedAs: lagging })).toEqual({
      ...nothingFound,
      stored: [],
      read: [story.state.id],
    });
  });

  it("gets a new execution when its own is gone", async () => {
    expect(await reconciled(story, { isRunning: false })).toMatchObject({
      ...nothingFound,
      replaced: [story.state.id],
      facts: ["executionReplaced"],
    });
  });

  it("is named when no clock watches it", async () => {
    const clockless = [{ caseId: story.state.id, clocks: [handling, step] }];
    expect(await reconciled(story, { clocks: [] })).toMatchObject({ clockless });
    const ended = clockRowsAfter(story.events).map(({ nextAt: _, ...row }) => row);
    expect(await reconciled(story, { clocks: ended })).toMatchObject({ clockless });
  });

  it("is named when its step has lost its own clock, though that of the law runs", async () => {
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "handling");
    expect(clocks).toHaveLength(1);
    expect(await reconciled(story, { clocks })).toMatchObject({
      clockless: [{ caseId: story.state.id, clocks: [step] }],
    });
  });

  it("has failed when a row of its clocks cannot be read that may be the missing one, and gets its execution", async () => {
    const unreadable = new UnreadableRow("CASE#AH-2026-0001-k7m2p9x4c3vb / CLOCK#step#1: -");
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "handling");
    expect(await reconciled(story, { clocks, unreadable, isRunning: false })).toMatchObject({
      clockless: [],
      failed: [{ of: story.state.id, error: unreadable }],
      replaced: [story.state.id],
    });
  });

  it("has not failed when the row that cannot be read is of none of the clocks that it runs", async () => {
    const unreadable = new UnreadableRow("CASE#AH-2026-0001-k7m2p9x4c3vb / CLOCK#transit#1: -");
    const listedAs = { caseId: story.state.id, expected: undefined };
    expect(await reconciled(story, { unreadable, listedAs })).toMatchObject({
      ...nothingFound,
      read: [story.state.id],
    });
  });

  it("is not named when it was closed between the look at it and the one at its clocks", async () => {
    const proposed = story.owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined });
    const closed = proposed.does({ type: "petitioner", act: { command: "confirmSettlement" } });
    const looks = { clocks: clockRowsAfter(closed.events), meanwhile: closed.state };
    expect(await reconciled(proposed, looks)).toMatchObject({
      clockless: [],
      read: [closed.state.id, closed.state.id],
    });
  });

  it("is not named when its clock waits in quarantine, which has an alarm of its own", async () => {
    const quarantined = { at: story.now, error: "Throttled" };
    const clocks = clockRowsAfter(story.events).map(({ nextAt, ...row }) => {
      if (row.clock.kind === "step") return { ...row, quarantined };
      return nextAt === undefined ? row : { ...row, nextAt };
    });
    expect(await reconciled(story, { clocks })).toMatchObject({ clockless: [], read: [story.state.id] });
  });
});

describe("an execution that fails at once, again and again", () => {
  const story = filed("estate").opens();
  const replaced = story.later("2026-03-02T03:00:00.000Z").does({ type: "replaceExecution", epoch: 1 });
  const failed = { isRunning: false, event: { detail: { name: `${story.state.id}.2` } } };

  it("is replaced at its first failure", async () => {
    const first = { isRunning: false, event: { detail: { name: `${story.state.id}.1` } } };
    expect(await reconciled(story, first)).toMatchObject({ facts: ["executionReplaced"] });
  });

  it("is not replaced at the next one, seconds or minutes later: there would be no end to it", async () => {
    for (const now of ["2026-03-02T03:00:02.000Z", "2026-03-02T03:09:59.000Z"]) {
      expect(await reconciled(replaced.later(now), failed)).toMatchObject({ ...nothingFound, stored: [] });
    }
  });

  it("is replaced by the hourly call, however long ago that was, and by an event when it lies behind", async () => {
    const soon = replaced.later("2026-03-02T03:00:02.000Z");
    const hourly = { isRunning: false, event: {}, failed: [`${story.state.id}.2`] };
    expect(isInRoundAt(soon)).toBe(false);
    expect(await reconciled(soon, hourly)).toMatchObject({ facts: ["executionReplaced"] });
    const later = replaced.later("2026-03-02T03:10:00.000Z");
    expect(await reconciled(later, failed)).toMatchObject({ facts: ["executionReplaced"] });
  });
});

describe("an execution that has ended", () => {
  const story = filed("estate").opens();
  const event = (epoch: number) => ({ event: { detail: { name: `${story.state.id}.${epoch}` } } });

  it("well, while the record has the case stand somewhere, is replaced", async () => {
    expect(await reconciled(story, { ...event(1), isRunning: false })).toMatchObject({ facts: ["executionReplaced"] });
  });

  it("well, with its case, leaves nothing to do after one read", async () => {
    const closed = story
      .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined })
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(await reconciled(closed, { ...event(1), isRunning: false })).toEqual({
      ...nothingFound,
      stored: [],
      read: [story.state.id],
    });
  });

  it("after another had taken over leaves nothing to do after one read, by an event and by the hourly call", async () => {
    const replaced = story.does({ type: "replaceExecution", epoch: 1 });
    const late = replaced.later("2026-03-02T04:00:00.000Z");
    const done = { ...nothingFound, stored: [], read: [story.state.id] };
    expect(await reconciled(late, { ...event(1), isRunning: false })).toEqual(done);
    expect(isInRoundAt(late)).toBe(false);
    expect(await reconciled(late, { event: {}, failed: [`${story.state.id}.1`], isRunning: false })).toEqual(done);
  });

  it("under a name that is none of ours is an error as an event, and passed over in a list", async () => {
    await expect(reconciled(story, { event: { detail: { name: "by hand" } } })).rejects.toThrow("by hand");
    expect(await reconciled(story, { event: {}, failed: ["by hand"] })).toMatchObject(nothingFound);
  });
});

describe("the round", () => {
  const story = filed("estate").opens();
  const hours = (n: number) => story.later(minutesLater(story.now, 60 * n));

  it("comes to every case once within sixteen hours, whatever the hour it begins in", async () => {
    for (const first of [0, 5, 16, 100]) {
      const replaced: string[] = [];
      for (let n = first; n < first + shardCount; n += 1) {
        replaced.push(...(await reconciled(hours(n), { isRunning: false, event: {} })).replaced);
      }
      expect(replaced).toEqual([story.state.id]);
    }
  });

  it("is made at once, and of all cases, when it is asked for as a whole", async () => {
    expect(isInRoundAt(story)).toBe(false);
    expect(await reconciled(story, { isRunning: false, event: { whole: true } })).toMatchObject({
      replaced: [story.state.id],
    });
    expect(await reconciled(story, { isRunning: false, event: {} })).toMatchObject({ replaced: [] });
  });
});

describe("a case between two steps", () => {
  const story = filed("estate");

  it("is left to its transit clock, though its execution is gone", async () => {
    expect(await reconciled(story, { isRunning: false })).toEqual({ ...nothingFound, stored: [], read: [] });
    const listedAs = { caseId: story.state.id, expected: undefined };
    expect(await reconciled(story, { isRunning: false, listedAs })).toMatchObject({
      ...nothingFound,
      stored: [],
      read: [story.state.id],
    });
  });

  it("is named and goes on when nothing watches its way: with a new execution and a new transit clock", async () => {
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "handling");
    const { stored, read, ...outcome } = await reconciled(story, { clocks });
    expect(new Set(read)).toEqual(new Set([story.state.id]));
    expect(outcome).toEqual({
      ...nothingFound,
      replaced: [story.state.id],
      clockless: [{ caseId: story.state.id, clocks: [{ kind: "transit", n: 1 }] }],
      facts: ["executionReplaced"],
    });
    // The lost one has no row that could be stopped.
    expect(stored[0]?.clocks).toMatchObject([
      { change: "stop", clock: { kind: "transit", n: 1 }, why: "lost" },
      { change: "start", clock: { kind: "transit", n: 2 } },
    ]);
    expect(stored[0]?.messages).toEqual([{ kind: "start", epoch: 2, startAt: "community" }]);
  });

  it("is named and left to its transit clock when it has lost another", async () => {
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "transit");
    expect(await reconciled(story, { clocks, isRunning: false })).toMatchObject({
      replaced: [],
      clockless: [{ caseId: story.state.id, clocks: [handling] }],
    });
  });
});

describe("a case is named when it has lost all its clocks, and not when it has them", () => {
  const answered = filed("wages")
    .opens()
    .owner({ command: "reply", ...letter });
  const stories: [string, Story][] = [
    ["on its way to the bureau", filed("land")],
    ["at the bureau", filed("land").opens()],
    ["late at the bureau", filed("land").opens().passes("2026-04-20T02:00:00.000Z")],
    ["long on its way to the community", filed("estate").passes("2026-04-05T02:00:00.000Z")],
    ["at the township", filed("estate").opens().passes("2026-03-12T02:00:00.000Z", { opening: true })],
    [
      "at the department in simple handling",
      filed("lamps").opens().passes("2026-03-10T02:00:00.000Z", { opening: true }),
    ],
    ["at the top, late by law", filed("estate").opens().passes("2026-06-20T02:00:00.000Z", { opening: true })],
    ["answered", answered],
    ["answered and not delivered for weeks", answered.passes("2026-03-30T02:00:00.000Z")],
    ["delivered", answered.does({ type: "petitioner", act: { command: "openAnswer" } })],
  ];

  it.each(stories)("%s", async (_, story) => {
    expect((await reconciled(story, { clocks: [] })).clockless).toHaveLength(1);
    expect(await reconciled(story)).toEqual({ ...nothingFound, stored: [], read: [] });
  });
});

describe("many cases", () => {
  const { state, world } = filed("estate").opens();
  const ids = Array.from({ length: 200 }, (_, n) => `AH-2026-${1001 + n}-k7m2p9x4c3vb`);
  const inShard = (shard: number) => ids.filter((id) => shardOf(id) === shard);

  const unread = () => Promise.reject(new Error("Their events are not read"));
  const load = (id: string) => Promise.resolve({ ...state, id });

  /** Reconciles them all; none of them has a clock. Of each it is noted that it was looked at. */
  const reconcileAll = async (
    ports: Partial<Omit<ReconcilePorts, "cases"> & { cases: Partial<ReconcilePorts["cases"]> }> = {},
    now = world.now,
    suffices = ids.length,
  ) => {
    const seen: string[] = [];
    const { cases, ...others } = ports;
    const outcome = await reconcile({
      cases: {
        load: (id) => {
          if (seen.at(-1) !== id) seen.push(id);
          return load(id);
        },
        commit: () => Promise.resolve(),
        standing: (shard) => each(inShard(shard).flatMap((id) => standingOf({ ...state, id }))),
        history: unread,
        newest: () => Promise.resolve({ seq: state.version, hash: state.head }),
        ...cases,
      },
      deadlines: { due: () => each([]), ofCase: () => Promise.resolve([]) },
      world: () => Promise.resolve(world),
      now: () => Promise.resolve(now),
      linkHash: () => Promise.resolve("-"),
      executions: { ...allRunning, isRunning: () => Promise.resolve(true) },
      ...others,
    })({ whole: true }, () => new Set(seen).size < suffices);
    return { ...outcome, seen: new Set(seen) };
  };

  const allRunning = { running: () => each(ids.map((id) => executionName(id, 1))), failedLately: () => each([]) };
  const idsOf = (clockless: Reconciled["clockless"]) => clockless.map(({ caseId }) => caseId).toSorted();
  async function* failing(error: Error): AsyncGenerator<never> {
    yield* await Promise.reject<never[]>(error);
  }

  it("are all reconciled beside one whose execution cannot be looked up, which is named with its error", async () => {
    const error = new Error("throttled");
    const bad = "AH-2026-1003-k7m2p9x4c3vb";
    const isRunning = (id: string) => (id === bad ? Promise.reject(error) : Promise.resolve(true));
    const { failed, clockless } = await reconcileAll({ executions: { ...allRunning, isRunning } });
    expect(failed).toEqual([{ of: bad, error }]);
    expect(idsOf(clockless)).toEqual(ids);
  });

  it("are all reconciled beside one that cannot be read", async () => {
    const error = new UnreadableRow("CASE#AH-2026-1001-k7m2p9x4c3vb / CASE: -");
    const { failed, clockless } = await reconcileAll({
      cases: { load: (id) => (id === "AH-2026-1001-k7m2p9x4c3vb" ? Promise.reject(error) : load(id)) },
    });
    expect(failed).toEqual([{ of: "AH-2026-1001-k7m2p9x4c3vb", error }]);
    expect(idsOf(clockless)).toEqual(ids.slice(1));
  });

  it("of one shard are reconciled when those of another cannot be listed", async () => {
    const error = new Error("throttled");
    const standingIn = (shard: number) =>
      shard === 3 ? failing(error) : each(inShard(shard).flatMap((id) => standingOf({ ...state, id })));
    const { failed, clockless } = await reconcileAll({ cases: { standing: standingIn } });
    expect(failed).toEqual([{ of: "shard 3", error }]);
    expect(inShard(3).length).toBeGreaterThan(0);
    expect(idsOf(clockless)).toEqual(ids.filter((id) => shardOf(id) !== 3));
  });

  it("are looked at for their clocks when executions cannot be listed, and none is taken to have lost its own", async () => {
    const error = new Error("throttled");
    const rows = inIndex(clockRowsAfter(filed("estate").opens().events));
    const looked: string[] = [];
    const { failed } = await reconcileAll({
      cases: { standing: () => each(standingOf(state)) },
      deadlines: { due: () => each(rows), ofCase: () => Promise.resolve([]) },
      executions: {
        running: () => failing(error),
        failedLately: () => failing(error),
        isRunning: (id) => Promise.resolve(looked.push(id) > 0),
      },
    });
    expect(failed).toEqual([
      { of: "failed executions", error },
      { of: "running executions", error },
    ]);
    expect(looked).toEqual([]);
  });

  it("are not taken to have lost their executions when the time does not suffice to list these", async () => {
    const { failed, left, seen } = await reconcileAll({}, world.now, 0);
    expect(failed).toMatchObject([{ of: "running executions" }]);
    expect({ left, seen: seen.size }).toEqual({ left: 200, seen: 0 });
  });

  it("for which the time does not suffice are counted, and in the next hours others come first", async () => {
    const first = await reconcileAll({}, world.now, 32);
    expect(first.left).toBe(200 - 32);
    expect(first.clockless).toHaveLength(32);

    const seen = new Set(first.seen);
    for (let hours = 1; hours < 12; hours += 1) {
      const now = minutesLater(world.now, 60 * hours);
      for (const id of (await reconcileAll({}, now, 32)).seen) seen.add(id);
    }
    expect(seen.size).toBe(200);
  });
});
