import { describe, expect, it, test } from "vitest";
import type { CommandOf } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { Fact } from "#case/state/event.ts";
import { actor } from "#case/state/standing.ts";
import { aboutNobody } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, letter, registeredFor, type Story } from "./story.ts";

const township = () => filed("estate").opens().owner({ command: "reportUpward", reason: "超出权限" }).opens();
const asked = {
  type: "decideRecusal",
  by: "river-head",
  staff: "river-handler",
  askedOn: "2026-03-02",
  why: "relative",
  decision: "granted",
} as const satisfies CommandOf<"decideRecusal">;
const refused = { ...asked, decision: "noSuchTie" } as const;
const ownerOf = ({ state }: Story) => actor(state)?.staff;
const since = (before: Story, after: Story) => after.events.slice(before.events.length);

describe("a petitioner who asks that somebody have no part in their case", () => {
  it("is granted it: that person is out at once, the time stays, and a letter says so", () => {
    const story = township();
    expect(ownerOf(story)).toBe("river-handler");
    const after = story.does(asked);
    expect(ownerOf(after)).toBe("river-head");
    expect(after.state.running).toEqual(story.state.running);
    expect(since(story, after).map(({ fact }) => fact)).toMatchObject([
      { type: "reassigned", how: "recused", from: "river-handler", to: "river-head" },
      {
        type: "recusalDecided",
        staff: "river-handler",
        letter: { kind: "recusal", askedOn: "2026-03-02", why: "relative", decision: { is: "granted" } },
      },
    ]);
    const last = after.events.at(-1);
    expect(Fact.parse(last?.fact)).toEqual(last?.fact);
    expect(last?.messages).toEqual([{ kind: "newsMail", news: "recusalDecided" }]);
    expect(after.state).toMatchObject({ about: { staff: ["river-handler"] }, letters: { recusal: 1 } });
    expect(after.refuses(asked)).toBe("recusedAlready");
  });

  it("is refused it for a reason: nothing else has changed, and they may ask again", () => {
    const story = township();
    const after = story.does(refused);
    expect([ownerOf(after), after.state.about]).toEqual(["river-handler", story.state.about]);
    expect(since(story, after).map(({ fact }) => fact)).toMatchObject([
      { type: "recusalDecided", letter: { decision: { is: "refused", because: "noSuchTie" } } },
    ]);
    expect(ownerOf(after.does(asked))).toBe("river-head");
    expect(after.does(asked).state.letters).toMatchObject({ recusal: 2 });
  });

  it("has somebody kept out who has no turn yet", () => {
    const after = township().does({ ...asked, staff: "housing-handler" });
    expect(ownerOf(after)).toBe("river-handler");
    const above = after.owner({ command: "reportUpward", reason: "超出权限" }).opens();
    expect(above.state).toMatchObject({ level: "department" });
    expect(ownerOf(above)).not.toBe("housing-handler");
  });

  it("reads in the record what was decided, and no name", () => {
    for (const [command, words] of [
      [asked, "同意您的回避申请（与当事人有亲属关系）"],
      [refused, "没有同意您的回避申请：经核实没有这种情形"],
    ] as const) {
      const event = township().does(command).events.at(-1);
      if (event === undefined) throw new Error("nothing happened");
      const zh = eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
      expect(zh).toContain(words);
      expect(zh).not.toContain(directory.staff.find(({ id }) => id === "river-handler")?.name);
    }
  });
});

describe("who decides", () => {
  test("is the head of the unit; of that head, whoever is above", () => {
    const ofHead = { ...asked, staff: "river-head" };
    expect(township().refuses({ ...ofHead, by: "river-head" })).toBe("decidesNoRecusal");
    const after = township().does({ ...ofHead, by: "bureau-head" });
    expect(after.state.about.staff).toEqual(["river-head"]);
    expect(after.events.at(-1)?.fact).toMatchObject({
      letter: { decidedBy: directory.units.find(({ id }) => id === "bureau")?.name },
    });
  });

  test("is nobody else", () => {
    for (const by of ["river-handler", "river-colleague", "peach-head", "bureau-colleague", "nobody"]) {
      expect(township().refuses({ ...asked, by })).toBe("decidesNoRecusal");
    }
  });

  test("is nobody whom the petition is about, or who has stepped aside", () => {
    const { state, world } = township();
    const about = { ...aboutNobody, staff: ["river-head"] };
    expect(decide({ ...state, about }, asked, world)).toEqual({ refused: "complainedAbout" });
  });
});

describe("it is refused", () => {
  test("for somebody whom the directory does not know", () => {
    expect(township().refuses({ ...asked, staff: "nobody" })).toBe("unknownOfficial");
  });

  test("for a day that cannot be", () => {
    expect(township().refuses({ ...asked, askedOn: "2026-03-03" })).toBe("recusalDateImpossible");
    expect(township().refuses({ ...asked, askedOn: "2026-03-01" })).toBe("recusalDateImpossible");
    const entered = registeredFor("estate", 5).opens();
    const early = { ...asked, by: "peach-head", staff: "peach-handler", askedOn: "2026-02-25" };
    expect(entered.does(early).state.about.staff).toEqual(["peach-handler"]);
  });

  test.each<[string, () => Story]>([
    ["on its way", () => filed("estate")],
    ["answered", () => township().owner({ command: "reply", ...letter })],
    ["withdrawn", () => township().does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })],
  ])("while nobody works on the case: %s", (_, told) => {
    expect(told().refuses(asked)).toBe("noStepOpen");
  });

  test("where nobody would be left who can hold a case at last, unless it is not granted", () => {
    const { state, world } = filed("estate").opens();
    const others = directory.staff.flatMap(({ id, unit }) => (unit === "peach" ? [] : [id]));
    const alone = { ...state, about: { ...aboutNobody, staff: others } };
    const ofHandler = { ...asked, by: "peach-head", staff: "peach-handler" } as const;
    expect(decide(alone, ofHandler, world)).toEqual({ refused: "nobodyElse" });
    expect(decide(alone, { ...ofHandler, decision: "notInCharge" }, world)).toMatchObject({
      events: [{ fact: { type: "recusalDecided" } }],
    });
  });
});
