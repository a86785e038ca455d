import { describe, expect, test } from "vitest";
import type { World } from "#case/state/world.ts";
import { newEntryId } from "#ground/ids.ts";
import { actsNow, decideAct, decideRing, openingOf } from "#register/decide.ts";
import { type Entry, type NewEntryEvent, record } from "#register/entry.ts";
import { proposals } from "#register/proposals.ts";
import type { AnyRegister } from "#register/register.ts";
import { toy } from "../../fixtures/toy-register.ts";
import { at, directory } from "../case/district.ts";

const id = newEntryId("toy", "ah", 2026, 1, "7k3m9x2c4b8d");
const morning = "2026-03-02T02:00:00.000Z";

/** The entry after decided events, at the moment of the world. */
const goneOn = (before: Entry | undefined, events: readonly NewEntryEvent[], { now }: World): Entry => {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error("Nothing was decided");
  return record(id, before, [first, ...rest], now).after;
};
const opened = (spec: AnyRegister, fields: Record<string, string>, world = at(morning)): Entry =>
  goneOn(undefined, [openingOf(spec, { by: "bureau-handler", fields, links: [] }, world)], world);
const decided = (decision: ReturnType<typeof decideAct>): readonly NewEntryEvent[] => {
  if ("refused" in decision) throw new Error(`Refused: ${decision.refused}`);
  return decision.events;
};
const ring = (spec: AnyRegister, entry: Entry, world: World): readonly NewEntryEvent[] => {
  const [running] = entry.running;
  if (running === undefined) throw new Error("No clock runs");
  return decided(decideRing(spec, entry, running.clock, world));
};
const lent = () => opened(toy, { thing: "tent", unit: "housing" });
/** The moment at which the time of an entry is over. */
const dueOf = (entry: Entry): string => entry.running[0]?.clock.due ?? "";

describe("an entry", () => {
  test("begins with the turn and the clock of its first state, and tells whoever has it", () => {
    const world = at(morning);
    const [event] = [openingOf(toy, { by: "bureau-handler", fields: { unit: "housing" }, links: [] }, world)];
    expect(event).toMatchObject({
      fact: { type: "opened", state: "lent", turn: { no: 1, unit: "housing", staff: "housing-head" } },
      clocks: [{ change: "start", clock: { kind: "proposal", n: 1, lastDay: "2026-04-01" } }],
      messages: [{ to: "housing-head", says: "yours", turn: 1, lastDay: "2026-04-01" }],
    });
  });

  test("is reminded of at each share of its time, by mail to whoever has it", () => {
    const entry = lent();
    const world = at("2026-03-18T02:00:00.000Z");
    const [event] = ring(toy, entry, world);
    expect(event).toMatchObject({
      fact: { type: "reminded", percent: 50 },
      messages: [{ to: "housing-head", says: "reminded", turn: 1 }],
    });
    const told = goneOn(entry, event === undefined ? [] : [event], world);
    expect(told).toMatchObject({ state: "lent", turn: { no: 1 }, running: [{ reminded: 50 }] });
  });

  test("passes at its end to the head right above, with the same time, and tells both in the morning", () => {
    const entry = lent();
    const [event] = ring(toy, entry, at(dueOf(entry)));
    expect(event).toMatchObject({
      fact: { type: "late", turn: { no: 2, unit: "leader", staff: "leader-head" } },
      clocks: [
        { change: "stop", why: "rang" },
        { change: "start", clock: { kind: "proposal", n: 2 } },
      ],
      messages: [
        { to: "leader-head", says: "yours", turn: 2 },
        { to: "housing-head", says: "toldLate" },
      ],
    });
    for (const message of event?.messages ?? []) expect(message.notBefore).toBe("2026-04-02T00:30:00.000Z");
  });

  test("becomes at its end what its state says, and is over then", () => {
    const entry = lent();
    const act = { by: "housing-head", turn: 1, act: "keep", fields: {} };
    const kept = goneOn(entry, decided(decideAct(toy, entry, act, at(morning))), at(morning));
    expect(kept).toMatchObject({ state: "kept", turn: { no: 2, staff: "bureau-head" } });
    const end = at(dueOf(kept));
    const lost = goneOn(kept, ring(toy, kept, end), end);
    expect(lost).toMatchObject({ state: "lost", turn: undefined, running: [] });
    expect(actsNow(toy, lost)).toEqual([]);
  });

  test("stays with the unit that does not answer a proposal: it, the bureau's head and the leader above are told, each time", () => {
    const world = at(morning);
    let entry = opened(proposals, { sort: "work", unit: "housing" });
    entry = goneOn(entry, decided(decideAct(proposals, entry, act(entry, "handIn"), world)), world);
    entry = goneOn(entry, decided(decideAct(proposals, entry, act(entry, "issue"), world)), world);
    for (const n of [1, 2]) {
      const end = at(dueOf(entry));
      const events = ring(proposals, entry, end);
      expect(events[0]?.messages.map(({ to, says }) => `${says} ${to}`)).toEqual([
        "late housing-head",
        "toldLate bureau-head",
        "toldLate leader-head",
      ]);
      entry = goneOn(entry, events, end);
      expect(entry).toMatchObject({ state: "issued", turn: { no: 3 }, running: [{ clock: { n: n + 1 } }] });
    }
  });

  test("passes to whoever stands in for a holder who is away when it rings", () => {
    const entry = lent();
    const world = at("2026-03-18T02:00:00.000Z");
    const away = { from: "2026-03-10", until: "2026-03-30", deputy: "housing-colleague" };
    const staff = directory.staff.map((one) => (one.id === "housing-head" ? { ...one, away: [away] } : one));
    const [event] = ring(toy, entry, { ...world, directory: { ...directory, staff } });
    expect(event).toMatchObject({
      fact: { type: "reminded", turn: { no: 2, staff: "housing-colleague" } },
      messages: [{ to: "housing-colleague", turn: 2 }],
    });
  });

  test("refuses whoever has it no longer, another's turn, and what is not done in its state", () => {
    const entry = lent();
    const asked = { by: "housing-head", turn: 1, act: "giveBack", fields: {} };
    const refusedAs = (more: Partial<typeof asked>) => decideAct(toy, entry, { ...asked, ...more }, at(morning));
    expect(refusedAs({ turn: 2 })).toEqual({ refused: "movedOn" });
    expect(refusedAs({ by: "housing-handler" })).toEqual({ refused: "movedOn" });
    expect(refusedAs({ act: "issue" })).toEqual({ refused: "notNow" });
    expect(decideRing(toy, entry, { kind: "proposal", n: 9 }, at(morning))).toEqual({ events: [] });
  });
});

const act = ({ turn }: Entry, name: string) => ({
  by: turn?.staff ?? "",
  turn: turn?.no ?? 0,
  act: name,
  fields: {},
});
