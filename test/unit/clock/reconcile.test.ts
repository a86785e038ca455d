import { describe, expect, it } from "vitest";
import type { Case } from "#case/case.ts";
import type { Change } from "#case/store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { reconcile } from "../../../functions/clock/reconcile.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";
import { filed, type Story } from "../case/story.ts";

/** Reconciles the case of a story, whose clocks are as its events left them, or as they are given. */
const reconciled = async (
  { state, events, world }: Story,
  {
    isRunning = true,
    clocks = clockRowsAfter(events),
    meanwhile = state,
  }: { isRunning?: boolean; clocks?: ClockRow[]; meanwhile?: Case } = {},
) => {
  const committed: Change[] = [];
  const looks = [state];
  const outcome = await reconcile({
    cases: {
      load: () => Promise.resolve(looks.shift() ?? meanwhile),
      commit: (change) => Promise.resolve(void committed.push(change)),
      openIn: (unit) => Promise.resolve("unit" in state && state.unit === unit ? [state.id] : []),
    },
    deadlines: { ofCase: () => Promise.resolve(clocks) },
    world: () => Promise.resolve(world),
    linkHash: () => Promise.resolve("-"),
    units: () => Promise.resolve(world.directory.units.map(({ id }) => id)),
    executions: { isRunning: () => Promise.resolve(isRunning) },
  })({});
  return { ...outcome, facts: committed.flatMap((change) => change.events.map(({ fact }) => fact.type)) };
};

describe("an open case", () => {
  const story = filed("estate").opens();

  it("is left alone while its execution runs and a clock watches it", async () => {
    expect(await reconciled(story)).toEqual({ replaced: [], clockless: [], facts: [] });
  });

  it("gets a new execution when its own is gone", async () => {
    expect(await reconciled(story, { isRunning: false })).toEqual({
      replaced: [story.state.id],
      clockless: [],
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
    expect(await reconciled(story, { clocks: [quarantined] })).toMatchObject({ clockless: [] });
  });
});

it("a case between two steps is left to its transit clock", async () => {
  expect(await reconciled(filed("estate"), { isRunning: false, clocks: [] })).toMatchObject({
    replaced: [],
    clockless: [],
  });
});
