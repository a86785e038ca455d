import { describe, expect, it } from "vitest";
import { attacherIn, attachmentNamed, whyNotAttach } from "#case/state/attaching.ts";
import { mostAttached, mostRefusedAttachments } from "#case/state/facts/attachments.ts";
import { directory } from "./district.ts";
import {
  asksAssistance as ask,
  contributes as contribute,
  declinesAssistance as decline,
  filed,
  type Story,
} from "./story.ts";

const asking = () => filed("wages").opens().owner(ask);

const named = (n: number): string => String(n).padStart(22, "A");
const turn = { stepNo: 1, assignment: 2 };
const photo = (n: number, more: Partial<typeof turn> = {}) =>
  ({
    type: "fileCame",
    file: { name: named(n), kind: "jpeg", bytes: 1000 + n, sha256: "S".repeat(43) },
    ...{ agent: undefined, turn: { ...turn, ...more } },
  }) as const;
const wrong = (n: number) =>
  ({ type: "fileCame", file: { name: named(n), why: "kind" }, ...{ agent: undefined, turn } }) as const;
const last = (story: Story) => story.events.at(-1);
const many = (story: Story, count: number, from = 1): Story =>
  Array.from({ length: count }, (_, at) => at + from).reduce((so, n) => so.does(photo(n)), story);

describe("what an assisting unit attaches", () => {
  it("is on record as its, apart from the petitioner's files; nobody is mailed before the answer, and no clock moves", () => {
    const before = asking();
    const after = before.does(photo(1));
    expect(last(after)).toMatchObject({
      by: { kind: "staff", id: "river-handler" },
      fact: {
        ...{ type: "attached", stepNo: 1, asked: 1, unit: "river", n: 1, name: named(1), kind: "jpeg" },
        ...{ bytes: 1001, sha256: "S".repeat(43), on: "2026-03-02" },
      },
      ...{ clocks: [], messages: [] },
    });
    expect(last(after)?.fact).not.toHaveProperty("after");
    expect(after.state.files).toBeUndefined();
    expect(attachmentNamed(after.state, named(1))).toMatchObject({ n: 1, unit: "river" });
    expect(after.running).toEqual(before.running);
    expect(attacherIn(after.state, { ...turn, staff: "river-handler" }, directory)).toBeDefined();
  });

  it("may come after the answer, of which whoever has asked is mailed once a day", () => {
    const given = asking().assistant(contribute);
    const first = given.does(photo(1));
    expect(last(first)).toMatchObject({
      fact: { type: "attached", after: true },
      messages: [{ kind: "taskMail", to: "housing-handler", ask: "assisted", stepNo: 1, assignment: 1 }],
    });
    const second = first.does(photo(2));
    expect(last(second)?.messages).toEqual([]);
    expect(last(second.later("2026-03-03T03:00:00.000Z").does(photo(3)))?.messages).toMatchObject([
      { ask: "assisted" },
    ]);
  });

  it("mails whoever has asked with the first one after the answer, though others came on that day before it", () => {
    const story = asking().does(photo(1)).assistant(contribute).does(photo(2));
    expect(last(story)?.messages).toMatchObject([{ ask: "assisted" }]);
  });

  it("and is not taken is on record with why, is told to nobody else, and hinders no answer", () => {
    const story = asking().does(wrong(1));
    expect(last(story)).toMatchObject({
      by: { kind: "staff", id: "river-handler" },
      fact: { type: "notAttached", stepNo: 1, asked: 1, unit: "river", name: named(1), why: "kind" },
      messages: [],
    });
    expect(attachmentNamed(story.state, named(1))).toMatchObject({ why: "kind" });
    expect(last(story.assistant(contribute))?.fact.type).toBe("assistanceGiven");
  });

  it("twice is there once, whatever it came to", () => {
    const story = asking().does(photo(1)).does(wrong(2));
    expect(story.does(photo(1)).events).toHaveLength(story.events.length);
    expect(story.does(photo(2)).events).toHaveLength(story.events.length);
  });

  it("is five at most with an answer, and as much with another", () => {
    const full = many(asking(), mostAttached);
    expect(whyNotAttach(full.state, { stepNo: 1, n: 1 })).toBe("enough");
    expect(last(full.does(photo(9)))?.fact).toMatchObject({ type: "notAttached", why: "tooMany" });
    const other = full.owner({ ...ask, assistUnit: "peach" });
    expect(whyNotAttach(other.state, { stepNo: 1, n: 2 })).toBeUndefined();
    expect(last(other.does(photo(10, { assignment: 3 })))?.fact).toMatchObject({ unit: "peach", asked: 2, n: 1 });
  });

  it("cannot fill a history with what is not taken", () => {
    let story = asking();
    for (let n = 1; n <= mostRefusedAttachments; n += 1) story = story.does(wrong(n));
    expect(whyNotAttach(story.state, { stepNo: 1, n: 1 })).toBe("refusedEnough");
    expect(story.refuses(wrong(31))).toBe("filesRefusedEnough");
    expect(story.refuses(photo(32))).toBe("filesRefusedEnough");
  });

  it("is nobody's in a turn that nobody has, once it is declined or late, and once the step is over", () => {
    expect(asking().refuses(photo(1, { assignment: 7 }))).toBe("movedOn");
    expect(asking().refuses(photo(1, { assignment: 1 }))).toBe("movedOn");
    expect(asking().refuses(photo(1, { stepNo: 2 }))).toBe("movedOn");
    expect(asking().assistant(decline).refuses(photo(1))).toBe("movedOn");
    const late = asking()
      .later("2026-03-09T01:00:00.000Z")
      .does({ type: "ring", clock: { kind: "assistance", n: 101 } });
    expect(late.events.map(({ fact }) => fact.type)).toContain("assistanceLate");
    expect(late.refuses(photo(1))).toBe("movedOn");
    const up = asking().does(photo(1)).owner({ command: "reportUpward", reason: "-" });
    expect(up.refuses(photo(2))).toBe("movedOn");
    expect(attacherIn(up.state, { ...turn, staff: "river-handler" }, directory)).toBeUndefined();
  });

  it("stays with the case from level to level", () => {
    const up = asking().does(photo(1)).owner({ command: "reportUpward", reason: "-" }).opens();
    expect(up.state.attachments).toMatchObject([{ stepNo: 1, asked: 1, unit: "river" }]);
  });

  it("is attached by whoever holds the turn, in the unit in which they were asked, and by nobody else", () => {
    const { state } = asking();
    expect(attacherIn(state, { ...turn, staff: "housing-handler" }, directory)).toBeUndefined();
    const moved = {
      ...directory,
      staff: directory.staff.map((one) => (one.id === "river-handler" ? { ...one, unit: "peach" } : one)),
    };
    expect(attacherIn(state, { ...turn, staff: "river-handler" }, moved)).toBeUndefined();
  });
});
