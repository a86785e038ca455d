import { describe, expect, test } from "vitest";
import { periodClock } from "#case/state/running.ts";
import { actWords } from "../../fixtures/every-door.ts";
import { filed, filedFromNowhere, letter, type Story } from "./story.ts";

const upward = { command: "reportUpward", reason: "-" } as const;
/** Accepted on 2 March: the simple way has until 16 March, any other case until 6 May. */
const lamp = () => filed("lamps").opens().owner({ command: "acknowledge" });
const atTownship = () => lamp().owner(upward).opens();
const answer = (outcome: "resolved" | "explained" | "partly" | "notSupported" | "notCompetent") =>
  ({ command: "reply", ...letter, outcome }) as const;
const turned = ({ events }: Story) => events.flatMap(({ fact }) => (fact.type === "turnedOrdinary" ? [fact] : []));
const types = ({ events }: Story) => events.map(({ fact }) => fact.type);

describe("a case that is handled the simple way", () => {
  test("says so itself from its acceptance on, and has the simple way's time", () => {
    expect(lamp().state.track).toBe("simple");
    expect(periodClock(lamp().state, "handling")).toMatchObject({
      days: 10,
      dayType: "working",
      lastDay: "2026-03-16",
    });
    expect(filed("estate").opens().state.track).toBe("petition");
  });

  test("stays so when its category is another's business by a later directory", () => {
    const { world } = lamp();
    const categories = world.directory.categories.map((category) => ({ ...category, track: "petition" as const }));
    const governed = lamp()
      .governed({ ...world.directory, categories })
      .passes("2026-03-17T02:00:00.000Z");
    expect(turned(governed)).toHaveLength(1);
  });

  test.each(["resolved", "explained"] as const)("is answered as simple: %s", (outcome) => {
    const story = atTownship().owner(answer(outcome));
    expect(turned(story)).toEqual([]);
    expect(story.state).toMatchObject({ status: "delivering", track: "simple" });
  });

  test.each(["notSupported", "partly", "notCompetent"] as const)(
    "is never answered so when what was asked for is not supported (%s): it turns ordinary first, on record",
    (outcome) => {
      const story = atTownship().owner(answer(outcome));
      expect(types(story).slice(-2)).toEqual(["turnedOrdinary", "replied"]);
      expect(turned(story)).toMatchObject([{ why: "notSupported", answerBy: "2026-05-06" }]);
      expect(story.state).toMatchObject({ status: "delivering", track: "petition" });
    },
  );

  test("turns ordinary when its ten days pass: the sixty count from the first acceptance, and nobody is late by law", () => {
    const story = lamp().passes("2026-03-17T02:00:00.000Z", { opening: true });
    expect(turned(story)).toMatchObject([{ why: "timePassed", answerBy: "2026-05-06" }]);
    expect(types(story)).not.toContain("statutoryOverdue");
    expect(story.state).not.toHaveProperty("supervisedSince");
    expect(periodClock(story.state, "handling")).toMatchObject({
      start: "2026-03-02T02:00:00.000Z",
      days: 60,
      dayType: "calendar",
      lastDay: "2026-05-06",
    });
  });

  test("tells the petitioner and who handles it that it did", () => {
    const story = lamp().passes("2026-03-17T02:00:00.000Z", { opening: true });
    const event = story.events.find(({ fact }) => fact.type === "turnedOrdinary");
    expect(event?.messages).toMatchObject([
      { kind: "taskMail", ask: "turnedOrdinary" },
      { kind: "newsMail", news: "turnedOrdinary" },
    ]);
  });

  test("is reminded of its sixty days, and late by law after them", () => {
    const story = lamp().passes("2026-05-07T02:00:00.000Z", { opening: true });
    const ofTheLaw = story.events.flatMap(({ by, fact }) =>
      by.kind === "clock" && by.clock.kind === "handling" && by.clock.n === 1 ? [fact.type] : [],
    );
    const since = ofTheLaw.slice(ofTheLaw.indexOf("turnedOrdinary"));
    expect(since).toEqual(["turnedOrdinary", "reminded", "shareReached", "reminded", "statutoryOverdue"]);
    expect(turned(story)).toHaveLength(1);
  });

  test("has the steps of any other case once it is ordinary", () => {
    const ordinary = lamp().passes("2026-03-17T02:00:00.000Z", { opening: true });
    expect(ordinary.state).toMatchObject({ status: "handling", level: "department" });
    const leader = ordinary.owner(upward).opens();
    expect(leader.state).toMatchObject({ level: "leader" });
    const back = leader.owner({ command: "handBack", reason: "-" }).opens();
    expect(periodClock(back.state, "step")).toMatchObject({ days: 15, dayType: "calendar" });
  });
});

const notSimple = { command: "turnOrdinary", notSimple: "severalBodies", reason: "T".repeat(43) } as const;

describe("a case of which somebody says that it is no simple matter", () => {
  test("turns ordinary at its owner's word: the sixty days count from the first acceptance, and the petitioner is mailed", () => {
    const story = lamp().later("2026-03-04T02:00:00.000Z").owner(notSimple);
    expect(turned(story)).toMatchObject([
      { why: "severalBodies", reason: "T".repeat(43), answerBy: "2026-05-06", article: { zh: "第三十四条" } },
    ]);
    expect(story.state).toMatchObject({ status: "handling", level: "community" });
    expect(story.state).toHaveProperty("track", "petition");
    expect(periodClock(story.state, "handling")).toMatchObject({ start: "2026-03-02T02:00:00.000Z", days: 60 });
    expect(story.events.at(-1)?.messages).toEqual([{ kind: "newsMail", news: "turnedOrdinary" }]);
  });

  test("keeps the day of the open step, so that nobody gains time for a step by saying so", () => {
    const before = periodClock(lamp().state, "step");
    const after = lamp().owner(notSimple);
    expect(periodClock(after.state, "step")).toEqual(before);
    expect(periodClock(after.owner(upward).opens().state, "step")).toMatchObject({ days: 15, dayType: "calendar" });
  });

  test("can say so once, of a simple case alone, and nobody of another unit can", () => {
    expect(lamp().owner(notSimple).ownerRefused(notSimple)).toBe("notHandledSimply");
    expect(filed("estate").opens().ownerRefused(notSimple)).toBe("notHandledSimply");
    const { state } = lamp();
    const by = { type: "staff", by: "river-handler", stepNo: state.stepNo, assignment: 1, act: notSimple } as const;
    expect(lamp().refuses(by)).toBe("movedOn");
    expect(atTownship().owner(answer("resolved")).ownerRefused(notSimple)).toBe("notAtThisLevel");
  });

  test("turns ordinary at the bureau's word too, wherever it is: whoever has it is mailed", () => {
    const bureau = { type: "turnOrdinary", by: "bureau-colleague", why: "assignedFromAbove" } as const;
    const story = lamp().does(bureau);
    expect(turned(story)).toMatchObject([{ why: "assignedFromAbove", answerBy: "2026-05-06" }]);
    expect(story.events.at(-1)?.messages).toMatchObject([
      { kind: "taskMail", to: "peach-handler", ask: "turnedOrdinary" },
      { kind: "newsMail", news: "turnedOrdinary" },
    ]);
    expect(filed("lamps").does(bureau).events.at(-1)?.messages).toMatchObject([{ kind: "newsMail" }]);
    expect(lamp().refuses({ ...bureau, by: "river-handler" })).toBe("notOfTheBureau");
    expect(story.refuses(bureau)).toBe("notHandledSimply");
    const about = { units: [], staff: ["bureau-colleague"] };
    expect(filed("lamps", undefined, about).opens().refuses(bureau)).toBe("complainedAbout");
  });

  test("is accepted as any other by the bureau that screens it and says so", () => {
    const screening = filedFromNowhere("lamps").opens().owner({ command: "assignCommunity", community: "peach" });
    const story = screening.owner({ command: "acceptOrdinary", notSimple: "joint", reason: "T".repeat(43) });
    expect(story.state).toMatchObject({ status: "accepted" });
    expect(story.state).toHaveProperty("track", "petition");
    expect(periodClock(story.state, "handling")).toMatchObject({ days: 60, dayType: "calendar" });
    expect(story.events.at(-1)?.fact).toMatchObject({ type: "accepted", notSimple: { why: "joint" } });
    expect(screening.owner({ command: "accept" }).state).toMatchObject({ track: "simple" });
    const [way, ordinary] = (["accept", "acceptOrdinary"] as const).map((name) =>
      actWords[name].effect.zh({ petition: screening.state, ...screening.world }),
    );
    expect([way, ordinary]).toEqual([expect.stringContaining("10 个工作日"), expect.stringContaining("60 日")]);
    const land = filed("land").opens();
    expect(land.ownerRefused({ command: "acceptOrdinary", notSimple: "joint", reason: "T".repeat(43) })).toBe(
      "notHandledSimply",
    );
  });
});
