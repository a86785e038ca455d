import { describe, expect, it, test } from "vitest";
import { decide } from "#case/acts/decide.ts";
import { Fact } from "#case/state/event.ts";
import { actor } from "#case/state/standing.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, letter, type Story } from "./story.ts";

const township = () => filed("estate").opens().owner({ command: "reportUpward", reason: "超出权限" }).opens();
const asks = (recusalOf: "handler" | "unit") =>
  ({
    type: "petitioner",
    act: { command: "askRecusal", recusalOf, recusalGround: "relative", reason: "表兄弟" },
  }) as const;
const ofHandler = () => township().does(asks("handler"));
const ofUnit = () => township().does(asks("unit"));
const grant = { command: "grantRecusal" } as const;
const refuse = { command: "refuseRecusal", reason: "经核实没有这种情形" } as const;
const ownerOf = ({ state }: Story) => actor(state)?.staff;
const since = (before: Story, after: Story) => after.events.slice(before.events.length);
const clocksBut = ({ state }: Story) => state.running.filter(({ clock }) => clock.kind !== "recusalDecision");
const sentence = ({ events }: Story) => {
  const event = events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  return eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
};

describe("it is granted of whoever has the step", () => {
  it("so that they are out at once, the time stays, and a letter says so", () => {
    const story = ofHandler();
    const after = story.judge(grant);
    expect(ownerOf(story)).toBe("river-handler");
    expect(ownerOf(after)).toBe("river-head");
    expect(after.state.running).toEqual(clocksBut(story));
    expect(since(story, after).map(({ fact }) => fact)).toMatchObject([
      { type: "reassigned", how: "recused", from: "river-handler", to: "river-head" },
      {
        ...{ type: "recusalDecided", whom: { is: "handler", staff: "river-handler" } },
        letter: {
          ...{ kind: "recusal", askedOn: "2026-03-02", whom: "handler", why: "relative" },
          decision: { is: "granted" },
        },
      },
    ]);
    const last = after.events.at(-1);
    expect(Fact.parse(last?.fact)).toEqual(last?.fact);
    expect(last?.messages).toEqual([{ kind: "newsMail", news: "recusalDecided" }]);
    expect(after.state).toMatchObject({ about: { staff: ["river-handler"] }, letters: { recusal: 1 } });
    expect(after.state).not.toHaveProperty("recusal");
  });

  it("so that they come to it at no later step either", () => {
    const back = ofHandler().judge(grant).owner({ command: "reportUpward", reason: "需要部门协调" }).opens();
    const again = back.owner({ command: "handBack", reason: "街道可以办" }).opens();
    expect(again.state).toMatchObject({ level: "township" });
    expect(ownerOf(again)).not.toBe("river-handler");
  });
});

describe("it is granted of a whole unit", () => {
  it("so that its step ends, and another unit gets a new one; a letter names it", () => {
    const story = ofUnit();
    const after = story.judge(grant);
    const [decided] = since(story, after);
    expect(decided?.fact).toMatchObject({
      ...{ type: "unitRecused", stepNo: 2, level: "township", unit: "river", goingTo: "department" },
      letter: { whom: "unit", responsible: { name: directory.units.find(({ id }) => id === "housing")?.name } },
    });
    expect(Fact.parse(decided?.fact)).toEqual(decided?.fact);
    expect(decided?.messages).toMatchObject([
      { kind: "signal", stepNo: 2, outcome: "sentOn", startAt: "department" },
      { kind: "newsMail", news: "recusalDecided" },
    ]);
    expect(after.state).toMatchObject({
      ...{ status: "accepted", about: { units: ["river"] } },
      responsible: { unit: "bureau", staff: "bureau-head" },
    });
    const next = after.opens();
    expect(next.state).toMatchObject({ status: "handling", level: "department", unit: "housing" });
    expect(next.state.running.find(({ clock }) => clock.kind === "handling")).toEqual(
      story.state.running.find(({ clock }) => clock.kind === "handling"),
    );
  });

  it("so that the case does not come back to it", () => {
    const next = ofUnit().judge(grant).opens();
    expect(next.ownerRefused({ command: "handBack", reason: "街道可以办" })).toBe("nobodyBelow");
  });
});

describe("it is refused for a reason", () => {
  it("so that nothing else has changed; the handler learns of it and goes on", () => {
    const story = ofHandler();
    const after = story.judge(refuse);
    expect([ownerOf(after), after.state.about]).toEqual(["river-handler", story.state.about]);
    expect(after.state.running).toEqual(clocksBut(story));
    expect(since(story, after)).toMatchObject([
      {
        fact: { type: "recusalDecided", letter: { decision: { is: "refused", reason: refuse.reason } } },
        messages: [
          { kind: "taskMail", to: "river-handler", ask: "recusalRefused", assignment: 1 },
          { kind: "newsMail", news: "recusalDecided" },
        ],
      },
    ]);
    expect(after.owner({ command: "reply", ...letter }).state).toMatchObject({ status: "delivering" });
  });

  it("so that the petitioner may ask once more", () => {
    expect(ownerOf(ofHandler().judge(refuse).does(asks("handler")).judge(grant))).toBe("river-head");
    const { state } = ofHandler().judge(refuse).does(asks("handler")).judge(grant);
    expect(state.letters).toMatchObject({ recusal: 2 });
  });
});

test("the petitioner reads what was decided, and no name", () => {
  for (const [story, words] of [
    [ofHandler().judge(grant), "同意您的回避申请（与当事人有亲属关系）"],
    [ofHandler().judge(refuse), "没有同意您的回避申请，仍由承办人办理，理由：经核实没有这种情形"],
    [ofUnit().judge(refuse), "没有同意您的回避申请，仍由承办单位办理"],
    [ofUnit().judge(grant), "不再参与办理，改由"],
  ] as const) {
    expect(sentence(story)).toContain(words);
    for (const { name } of directory.staff) expect(sentence(story)).not.toContain(name);
  }
});

describe("nobody else decides", () => {
  test("neither whom it is about, nor a colleague, nor the bureau before it is its turn", () => {
    const { state, world } = ofHandler();
    for (const by of ["river-handler", "river-colleague", "peach-head", "bureau-head", "nobody"]) {
      for (const assignment of [1, 2]) {
        const command = { type: "staff", by, stepNo: 2, assignment, act: grant } as const;
        expect(decide(state, command, world)).toHaveProperty("refused");
      }
    }
  });

  test("and it is decided once", () => {
    const story = ofHandler();
    const { stepNo } = story.state;
    const again = { type: "staff", by: "river-head", stepNo, assignment: 2, act: refuse } as const;
    expect(story.judge(grant).refuses(again)).toBe("movedOn");
  });

  test("nor is it granted where nobody would be left who can hold a case at last", () => {
    const { state, world } = ofHandler();
    const others = directory.staff.flatMap(({ id, unit }) =>
      id === "river-handler" || id === "river-head" || unit === "peach" ? [] : [id],
    );
    const alone = { ...state, about: { units: [], staff: [...others, "river-head"] } };
    expect(decide(alone, { type: "staff", by: "river-head", stepNo: 2, assignment: 2, act: grant }, world)).toEqual({
      refused: "movedOn",
    });
  });
});
