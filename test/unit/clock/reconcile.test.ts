import { describe, expect, it } from "vitest";
import type { Case } from "#case/case.ts";
import { executionName } from "#case/execution-name.ts";
import { listed } from "#case/listed.ts";
import type { Change } from "#case/store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { type ReconcileInput, reconcile } from "../../../functions/clock/reconcile.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed, type Story } from "../case/story.ts";

/** Reconciles the case of a story, whose clocks are as its events left them, or as they are given. */
const reconciled = async (
  { state, events, world }: Story,
  {
    isRunning = true,
    clocks = clockRowsAfter(events),
    meanwhile = state,
    input = {},
  }: { isRunning?: boolean; clocks?: ClockRow[]; meanwhile?: Case; input?: ReconcileInput } = {},
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
    deadlines: { ofCase: () => Promise.resolve(clocks) },
    world: () => Promise.resolve(world),
    linkHash: () => Promise.resolve("-"),
    executions: { isRunning: () => Promise.resolve(isRunning) },
  })(input);
  return { ...outcome, facts: committed.flatMap((change) => change.events.map(({ fact }) => fact.type)) };
};

describe("an open case", () => {
  const story = filed("estate").opens();

  it("is left alone while its execution runs and a clock watches it", async () => {
    expect(await reconciled(story)).toEqual({ replaced: [], clockless: [], failed: [], facts: [] });
  });

  it("gets a new execution when its own is gone", async () => {
    expect(await reconciled(story, { isRunning: false })).toEqual({
      replaced: [story.state.id],
      clockless: [],
      failed: [],
      facts: ["executionReplaced"],
    });
  });

  it("is named when no clock watches it", async () => {
    expect(await reconciled(story, { clocks: [] })).toMatchObject({ clockless: [story.state.id] });
    const ended = clockRowsAfter(story.events).map(({ nextAt: _, ...row }) => row);
    expect(await reconciled(story, { clocks: ended })).toMatchObject({ clockless: [story.state.id] });
  });

  it("is not named when it was closed between the look at it and the one at its clocks", async () => {
    const proposed = story.owner({ command: "proposeSettlement", terms: "-" });
    const closed = proposed.does({ type: "confirmSettlement" });
    const looks = { clocks: clockRowsAfter(closed.events), meanwhile: closed.state };
    expect(await reconciled(proposed, looks)).toMatchObject({ clockless: [] });
  });

  it("is not named when its clock waits in quarantine, which has an alarm of its own", async () => {
    const [row] = clockRowsAfter(story.events).filter(({ clock }) => clock.kind === "step");
    if (row === undefined) throw new Error("no step clock");
    const { nextAt: _, ...rest } = row;
    const quarantined = { ...rest, quarantined: { at: story.now, error: "Throttled" } };
    const others = clockRowsAfter(story.events).filter(({ clock }) => clock.kind !== "step");
    expect(await reconciled(story, { clocks: [...others, quarantined] })).toMatchObject({ clockless: [] });
  });

  it("is named when its step has no clock, though the law's still runs", async () => {
    const lawful = clockRowsAfter(story.events).filter(({ clock }) => clock.kind !== "step");
    expect(await reconciled(story, { clocks: lawful })).toMatchObject({ clockless: [story.state.id] });
  });

  it("does not get one new execution after another when each fails at once", async () => {
    const failed = { detail: { name: executionName(story.state.id, story.state.epoch) } };
    const first = await reconciled(story, { isRunning: false, input: failed });
    expect(first.replaced).toEqual([story.state.id]);
    const replaced = story.does({ type: "replaceExecution", epoch: story.state.epoch });
    const again = { detail: { name: executionName(replaced.state.id, replaced.state.epoch) } };
    expect(await reconciled(replaced, { isRunning: false, input: again })).toMatchObject({ replaced: [] });
    const later = replaced.later("2026-03-02T02:10:00.000Z");
    expect(await reconciled(later, { isRunning: false, input: again })).toMatchObject({ replaced: [story.state.id] });
    expect(await reconciled(replaced, { isRunning: false })).toMatchObject({ replaced: [story.state.id] });
  });
});

describe("a case between two steps", () => {
  const story = filed("estate");

  it("is left to its transit clock", async () => {
    expect(await reconciled(story, { isRunning: false })).toMatchObject({ replaced: [], clockless: [], facts: [] });
  });

  it("is named when that clock is missing: nothing would move it", async () => {
    const periods = clockRowsAfter(story.events).filter(({ clock }) => clock.kind !== "transit");
    expect(await reconciled(story, { clocks: periods })).toMatchObject({ clockless: [story.state.id] });
  });
});

it("a case that cannot be looked at is named, and keeps none of the others from being reconciled", async () => {
  const { state, world, events } = filed("estate").opens();
  const committed: Change[] = [];
  const outcome = await reconcile({
    cases: {
      load: (id) => (id === state.id ? Promise.resolve(state) : Promise.reject(new Error("unreadable"))),
      commit: (change) => Promise.resolve(void committed.push(change)),
      openIn: (unit) => Promise.resolve(unit === "peach" ? ["AH-2026-0000", state.id, "AH-2026-0002"] : []),
      history: () => Promise.resolve({ events, looks: [] }),
    },
    deadlines: { ofCase: () => Promise.resolve(clockRowsAfter(events)) },
    world: () => Promise.resolve(world),
    linkHash: () => Promise.resolve("-"),
    executions: { isRunning: () => Promise.resolve(false) },
  })({});
  expect(outcome).toMatchObject({ replaced: [state.id], clockless: [] });
  expect(outcome.failed.map(({ caseId, error }) => `${caseId} ${error.message}`).toSorted()).toEqual([
    "AH-2026-0000 unreadable",
    "AH-2026-0002 unreadable",
  ]);
});
