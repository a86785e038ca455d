import { describe, expect, it } from "vitest";
import type { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { listed } from "#case/store/listed.ts";
import type { ClockRow } from "#clock/clock.ts";
import { minutesLater } from "#clock/period.ts";
import { UnreadableRow } from "#record/row.ts";
import {
  type Reconciled,
  type ReconcileInput,
  type ReconcilePorts,
  reconcile,
} from "../../../functions/clock/reconcile.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed, letter, type Story } from "../case/story.ts";

/** Reconciles the case of a story, whose clocks are as its events left them, or as they are given. */
const reconciled = async (
  { state, events, world }: Story,
  {
    isRunning = true,
    clocks = clockRowsAfter(events),
    meanwhile = state,
    unreadable,
    event = {},
  }: {
    isRunning?: boolean;
    clocks?: ClockRow[];
    meanwhile?: Case;
    unreadable?: UnreadableRow;
    event?: ReconcileInput;
  } = {},
) => {
  const committed: Change[] = [];
  const looks = [state];
  const outcome = await reconcile({
    cases: {
      load: () => Promise.resolve(looks.shift() ?? meanwhile),
      commit: (change) => Promise.resolve(void committed.push(change)),
      openIn: (unit) => Promise.resolve(listed(state).unit === unit ? [state.id] : []),
      history: () => Promise.resolve({ events, looks: [] }),
    },
    deadlines: {
      ofCase: (_, leftOut) => {
        if (unreadable !== undefined) leftOut?.(unreadable);
        return Promise.resolve(clocks);
      },
    },
    world: () => Promise.resolve(world),
    linkHash: () => Promise.resolve("-"),
    units: () => Promise.resolve(world.directory.units.map(({ id }) => id)),
    executions: { isRunning: () => Promise.resolve(isRunning) },
  })(event, () => true);
  const stored = committed.flatMap((change) => change.events);
  return { ...outcome, facts: stored.map(({ fact }) => fact.type), stored };
};

const [step, handling] = [
  { kind: "step", n: 1 },
  { kind: "handling", n: 1 },
] as const;
const nothingFound = { replaced: [], clockless: [], failed: [], left: 0, facts: [] };

describe("an open case", () => {
  const story = filed("estate").opens();

  it("is left alone while its execution runs and a clock watches it", async () => {
    expect(await reconciled(story)).toEqual({ ...nothingFound, stored: [] });
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
    const unreadable = new UnreadableRow("CASE#AH-2026-0001 / CLOCK#step#1: -");
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "handling");
    expect(await reconciled(story, { clocks, unreadable, isRunning: false })).toMatchObject({
      clockless: [],
      failed: [{ of: story.state.id, error: unreadable }],
      replaced: [story.state.id],
    });
  });

  it("has not failed when the row that cannot be read is of none of the clocks that it runs", async () => {
    const unreadable = new UnreadableRow("CASE#AH-2026-0001 / CLOCK#transit#1: -");
    expect(await reconciled(story, { unreadable })).toEqual({ ...nothingFound, stored: [] });
  });

  it("is not named when it was closed between the look at it and the one at its clocks", async () => {
    const proposed = story.owner({ command: "proposeSettlement", terms: "-" });
    const closed = proposed.does({ type: "petitioner", act: { command: "confirmSettlement" } });
    const looks = { clocks: clockRowsAfter(closed.events), meanwhile: closed.state };
    expect(await reconciled(proposed, looks)).toMatchObject({ clockless: [] });
  });

  it("is not named when its clock waits in quarantine, which has an alarm of its own", async () => {
    const quarantined = { at: story.now, error: "Throttled" };
    const clocks = clockRowsAfter(story.events).map(({ nextAt, ...row }) => {
      if (row.clock.kind === "step") return { ...row, quarantined };
      return nextAt === undefined ? row : { ...row, nextAt };
    });
    expect(await reconciled(story, { clocks })).toMatchObject({ clockless: [] });
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
      expect(await reconciled(replaced.later(now), failed)).toEqual({ ...nothingFound, stored: [] });
    }
  });

  it("is replaced by the hourly call, however long ago that was, and by an event when it lies behind", async () => {
    const soon = replaced.later("2026-03-02T03:00:02.000Z");
    expect(await reconciled(soon, { isRunning: false })).toMatchObject({ facts: ["executionReplaced"] });
    const later = replaced.later("2026-03-02T03:10:00.000Z");
    expect(await reconciled(later, failed)).toMatchObject({ facts: ["executionReplaced"] });
  });
});

describe("a case between two steps", () => {
  const story = filed("estate");

  it("is left to its transit clock, though its execution is gone", async () => {
    expect(listed(story.state).unit).toBe("peach");
    expect(await reconciled(story, { isRunning: false })).toEqual({ ...nothingFound, stored: [] });
  });

  it("is named and goes on when nothing watches its way: with a new execution and a new transit clock", async () => {
    const clocks = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "handling");
    const { stored, ...outcome } = await reconciled(story, { clocks });
    expect(outcome).toEqual({
      ...nothingFound,
      replaced: [story.state.id],
      clockless: [{ caseId: story.state.id, clocks: [{ kind: "transit", n: 1 }] }],
      facts: ["executionReplaced"],
    });
    // The lost one has no row that could be stopped.
    expect(stored[0]?.clocks).toMatchObject([{ change: "start", clock: { kind: "transit", n: 2 } }]);
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
    expect(await reconciled(story)).toEqual({ ...nothingFound, stored: [] });
  });
});

describe("many cases", () => {
  const { state, world } = filed("estate").opens();
  const ids = Array.from({ length: 200 }, (_, n) => `AH-2026-${1001 + n}`);

  const unread = () => Promise.reject(new Error("Their events are not read"));

  /** Reconciles them all; none of them has a clock. Of each it is noted that it was looked at. */
  const reconcileAll = async (ports: Partial<ReconcilePorts> = {}, now = world.now, suffices = ids.length) => {
    const seen: string[] = [];
    const outcome = await reconcile({
      cases: {
        load: (id) => {
          if (seen.at(-1) !== id) seen.push(id);
          return Promise.resolve({ ...state, id });
        },
        commit: () => Promise.resolve(),
        openIn: (unit) => Promise.resolve(unit === "peach" ? ids : []),
        history: unread,
      },
      deadlines: { ofCase: () => Promise.resolve([]) },
      world: () => Promise.resolve({ ...world, now }),
      linkHash: () => Promise.resolve("-"),
      units: () => Promise.resolve(["bureau", "peach"]),
      executions: { isRunning: () => Promise.resolve(true) },
      ...ports,
    })({}, () => new Set(seen).size < suffices);
    return { ...outcome, seen: new Set(seen) };
  };

  const idsOf = (clockless: Reconciled["clockless"]) => clockless.map(({ caseId }) => caseId).toSorted();
  const failingOn = (bad: string, error: Error) => (id: string) =>
    id === bad ? Promise.reject(error) : Promise.resolve(true);

  it("are all reconciled beside one whose execution cannot be looked up, which is named with its error", async () => {
    const error = new Error("throttled");
    const { failed, clockless } = await reconcileAll({ executions: { isRunning: failingOn("AH-2026-1003", error) } });
    expect(failed).toEqual([{ of: "AH-2026-1003", error }]);
    expect(idsOf(clockless)).toEqual(ids);
  });

  it("are all reconciled beside one that cannot be read", async () => {
    const error = new UnreadableRow("CASE#AH-2026-1001 / CASE: -");
    const load = (id: string) => (id === "AH-2026-1001" ? Promise.reject(error) : Promise.resolve({ ...state, id }));
    const openIn = (unit: string) => Promise.resolve(unit === "peach" ? ids : []);
    const { failed, clockless } = await reconcileAll({
      cases: { load, openIn, commit: () => Promise.resolve(), history: unread },
    });
    expect(failed).toEqual([{ of: "AH-2026-1001", error }]);
    expect(idsOf(clockless)).toEqual(ids.slice(1));
  });

  it("of one unit are reconciled when those of another cannot be listed", async () => {
    const error = new Error("throttled");
    const openIn = (unit: string) => (unit === "bureau" ? Promise.reject(error) : Promise.resolve(ids));
    const load = (id: string) => Promise.resolve({ ...state, id });
    const { failed, clockless } = await reconcileAll({
      cases: { load, openIn, commit: () => Promise.resolve(), history: unread },
    });
    expect(failed).toEqual([{ of: "bureau", error }]);
    expect(clockless).toHaveLength(200);
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
