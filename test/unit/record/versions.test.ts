import { describe, expect, it } from "vitest";
import * as z from "zod";
import { CaseEvent } from "#case/state/event.ts";
import { replay } from "#case/state/record.ts";
import { shapeOf } from "#case/store/shape-of.ts";
import { eventForm } from "#case/store/versions.ts";
import type { Item } from "#record/database.ts";
import { leniently, NewerThanThisBuild, readRow, UnreadableRow } from "#record/row.ts";
import { readEvent, type Upcasters } from "#record/versions.ts";
import { filed } from "../case/story.ts";

const story = filed("wages").opens().owner({ command: "acknowledge" }).passes("2026-03-20T00:00:00.000Z").opens();
const key = { pk: "CASE#AH-2026-0001-k7m2p9x4c3vb", sk: "EVENT#000003" };

/**
 * An invented past: once the owner of a step was its `holder`, and had no reason; before that, events had no list of
 * messages.
 */
const upcasters: Upcasters = {
  events: [(older) => ({ ...older, messages: [] })],
  facts: {
    stepOpened: [
      ({ who, ...fact }) => ({ ...fact, holder: who }),
      ({ holder, ...fact }) => ({ ...fact, owner: holder, because: "onDuty" }),
    ],
  },
};

/** Today's form in that invented world: it is the second of events, and the third of an opened step. */
const form = { ...eventForm, form: CaseEvent.extend({ v: z.literal(2) }), upcasters };

const older = ({ messages: _, ...event }: CaseEvent, fact: Item): Item => ({ ...event, v: 1, fact });
const opened = story.events.find((event) => event.fact.type === "stepOpened");
if (opened?.fact.type !== "stepOpened") throw new Error("No step was opened");
const { owner, because: _, ...rest } = opened.fact;
const today = { ...opened, v: 2, messages: [], fact: { ...opened.fact, because: "onDuty" } };

describe("an event of an older form", () => {
  it("is read as today's, one form after the other", () => {
    expect(readEvent(form, key, older(opened, { ...rest, who: owner }))).toEqual(today);
    expect(readEvent(form, key, older(opened, { ...rest, v: 2, holder: owner }))).toEqual(today);
    expect(readEvent(form, key, { ...today, fact: { ...today.fact, v: 3 } })).toEqual(today);
  });

  it("is raised by the forms of its own type alone, and keeps its hash", () => {
    const [registered] = story.events;
    if (registered === undefined) throw new Error("Nothing was registered");
    const read = readEvent(form, key, older(registered, registered.fact));
    expect(read).toEqual({ ...registered, v: 2, messages: [] });
    expect(read.hash).toBe(registered.hash);
  });

  it("replays to the state that the case has today", () => {
    const stored = story.events.map((event): Item => {
      if (event.fact.type !== "stepOpened") return { ...event };
      const { owner: who, ...fact } = event.fact;
      return { ...event, fact: { ...fact, who } };
    });
    const renamed: Upcasters = { events: [], facts: { stepOpened: [({ who, ...fact }) => ({ ...fact, owner: who })] } };
    expect(() => stored.map((event) => readEvent(eventForm, key, event))).toThrow(UnreadableRow);
    expect(replay(stored.map((event) => readEvent({ ...eventForm, upcasters: renamed }, key, event)))).toEqual(
      story.state,
    );
  });

  it("that does not fit once it is raised is unreadable, by its key", () => {
    expect(() => readEvent(form, key, older(opened, { ...rest, who: 7 }))).toThrow(/fact\.owner/);
  });
});

describe("an event of a newer build", () => {
  const [registered] = story.events;
  const fact = registered?.fact;

  for (const [what, stored] of [
    ["an unknown type", { ...registered, fact: { ...fact, type: "mediated" } }],
    ["a newer form of a fact", { ...registered, fact: { ...fact, v: 2 } }],
    ["a newer form of events", { ...registered, v: 2 }],
  ] as const) {
    it(`with ${what} is named as such, by its key`, () => {
      expect(() => readEvent(eventForm, key, stored)).toThrow(NewerThanThisBuild);
      expect(() => readEvent(eventForm, key, stored)).toThrow(`${key.pk} / ${key.sk}`);
    });
  }

  it("is not what a damaged one is taken for", () => {
    for (const damaged of [undefined, "nonsense", { ...registered, fact: "nonsense" }, { ...registered, seq: 0 }]) {
      const read = () => readEvent(eventForm, key, damaged);
      expect(read).toThrow(UnreadableRow);
      expect(read).not.toThrow(NewerThanThisBuild);
    }
  });

  it("is told from a damaged one for every type of fact", () => {
    expect(eventForm.types.size).toBeGreaterThan(20);
    for (const { fact: known } of story.events) expect(eventForm.types).toContain(known.type);
  });
});

describe("a row", () => {
  const Row = z.strictObject({
    v: z.literal(1),
    list: z.array(z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("a"), n: z.int() })])),
  });

  it("is read without the fields that its form does not know, however deep they stand", () => {
    const stored = {
      v: 1,
      more: true,
      list: [
        { kind: "a", n: 1 },
        { kind: "a", n: 2, more: { and: "more" } },
      ],
    };
    expect(readRow(Row, key, stored)).toEqual({
      v: 1,
      list: [
        { kind: "a", n: 1 },
        { kind: "a", n: 2 },
      ],
    });
  });

  it("is unreadable for what is wrong with it, whatever unknown fields it has", () => {
    expect(leniently(Row, { v: 1, more: true, list: [{ kind: "a", n: "1" }] }).success).toBe(false);
    expect(() => readRow(Row, key, { v: 1, more: true, list: [{ kind: "a", n: "1" }] })).toThrow("list[0].n");
  });

  it("says that it is newer when its version is", () => {
    expect(() => readRow(Row, key, { v: 2, list: [] })).toThrow(NewerThanThisBuild);
    for (const v of [0, "2", undefined])
      expect(() => readRow(Row, key, { v, list: [] })).not.toThrow(NewerThanThisBuild);
  });
});

describe("the shape of a state", () => {
  const State = z.strictObject({ status: z.literal("open"), level: z.string() });
  const facts = { types: new Set(["opened", "closed"]), upcasters: { events: [], facts: {} } };
  const shape = shapeOf(State, facts);

  it("is the same for the same forms, in whatever order the facts are listed", () => {
    expect(shapeOf(z.strictObject({ ...State.shape }), { ...facts, types: new Set(["closed", "opened"]) })).toBe(shape);
  });

  it("is another one once a field, a fact or a form of a fact is new", () => {
    const others = [
      shapeOf(State.extend({ urgent: z.boolean().optional() }), facts),
      shapeOf(State, { ...facts, types: new Set([...facts.types, "mediated"]) }),
      shapeOf(State, { ...facts, upcasters: { events: [], facts: { opened: [(fact) => fact] } } }),
      shapeOf(State, { ...facts, upcasters: { events: [(event) => event], facts: {} } }),
    ];
    expect(new Set([shape, ...others]).size).toBe(5);
  });
});
