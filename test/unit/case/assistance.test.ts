import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { clockOf } from "#case/state/running.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import {
  asksAssistance as ask,
  contributes as contribute,
  declinesAssistance as decline,
  filed,
  letter,
  promised,
  type Story,
} from "./story.ts";

/** The step runs from 2 to 17 March 2026: fifteen days are left, and the answer is due within seven. */
const atDepartment = () => filed("wages").opens();
const asking = () => atDepartment().owner(ask);
const last = (story: Story) => story.events.at(-1);
const assist = (story: Story, n = 1) =>
  story.state.status === "handling" ? story.state.assists?.find((one) => one.n === n) : undefined;
const factsSince = (before: Story, after: Story) =>
  after.events.slice(before.events.length).map(({ fact }) => fact.type);

describe("another unit is asked", () => {
  it("by the owner, with a question and a day; whoever is on duty there is mailed, and no clock of the case moves", () => {
    const [before, after] = [atDepartment(), asking()];
    expect(last(after)).toMatchObject({
      fact: { type: "assistanceAsked", n: 1, unit: "river", holder: { unit: "river", staff: "river-handler" } },
      clocks: [{ change: "start", clock: { kind: "assistance", family: "watch" } }],
      messages: [
        { kind: "taskMail", to: "river-handler", ask: "assist", stepNo: 1, assignment: 2, lastDay: "2026-03-06" },
      ],
    });
    expect(after.running).toEqual(before.running);
    expect(after.state).toMatchObject({ owner: "housing-handler", unit: "housing" });
    expect(offeredTo("owner", after.state, after.world)).toEqual(offeredTo("owner", before.state, before.world));
  });

  it("by a day after today and within half of what is left of the step", () => {
    expect(atDepartment().ownerRefused({ ...ask, wantedBy: "2026-03-02" })).toBe("assistDayOutside");
    expect(atDepartment().ownerRefused({ ...ask, wantedBy: "2026-03-10" })).toBe("assistDayOutside");
    expect(assist(atDepartment().owner({ ...ask, wantedBy: "2026-03-09" }))).toMatchObject({ wantedBy: "2026-03-09" });
    expect(assist(atDepartment().owner({ ...ask, wantedBy: "2026-03-03" }))).toMatchObject({ wantedBy: "2026-03-03" });
  });

  it("not once hardly anything is left of the step", () => {
    const late = atDepartment().later("2026-03-16T02:00:00.000Z");
    expect(late.ownerRefused({ ...ask, wantedBy: "2026-03-17" })).toBe("tooLateToAssist");
    expect(offeredTo("owner", late.state, late.world)).not.toContain("askAssistance");
  });

  it("that is there, is not itself, is not complained about, and has not been asked already", () => {
    expect(atDepartment().ownerRefused({ ...ask, assistUnit: "nowhere" })).toBe("unitUnclear");
    expect(atDepartment().ownerRefused({ ...ask, assistUnit: "leader" })).toBe("unitUnclear");
    expect(atDepartment().ownerRefused({ ...ask, assistUnit: "housing" })).toBe("unitMayNot");
    const about = filed("wages", undefined, { units: ["river"], staff: [] }).opens();
    expect(about.ownerRefused(ask)).toBe("unitMayNot");
    expect(asking().ownerRefused(ask)).toBe("askedAlready");
    expect(asking().assistant(contribute).owner(ask).state).toHaveProperty("assists.1.unit", "river");
  });

  it("not where nobody of it is at work, or everybody is complained about", () => {
    const away = [{ from: "2026-03-01", until: "2026-12-31" }];
    const empty: Directory = {
      ...directory,
      staff: directory.staff.map((person) => (person.unit === "river" ? { ...person, away } : person)),
    };
    expect(atDepartment().governed(empty).ownerRefused(ask)).toBe("nobodyThere");
  });

  it("five times at a step, and anew at the next", () => {
    let story = atDepartment();
    for (let n = 1; n <= 5; n += 1) story = story.owner(ask).assistant(contribute, n);
    expect(story.ownerRefused(ask)).toBe("assistsEnough");
    expect(offeredTo("owner", story.state, story.world)).not.toContain("askAssistance");
    const above = story.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(above.owner({ ...ask, wantedBy: "2026-03-05" }).state).toHaveProperty("assists.0.n", 1);
  });
});

describe("whoever was asked", () => {
  it("has a turn of their own, may answer or say that they cannot, and nothing else", () => {
    const { state, world } = asking();
    expect(partsIn(state)).toMatchObject([{ role: "owner" }, { role: "assistant", staff: "river-handler" }]);
    expect(offeredTo("assistant", state, world)).toEqual(["contribute", "declineAssistance"]);
    expect(asking().assistantRefused({ command: "reply", ...letter })).toBe("notAtThisLevel");
    expect(asking().ownerRefused(contribute)).toBe("notAtThisLevel");
  });

  it("answers: the owner is mailed, the answer stays with the case, and the turn is over", () => {
    const after = asking().assistant(contribute);
    expect(after.state).toMatchObject({
      contributions: [{ unit: "river", question: ask.question, contribution: contribute.contribution }],
    });
    expect(last(after)).toMatchObject({
      by: { kind: "staff", id: "river-handler" },
      messages: [{ kind: "taskMail", to: "housing-handler", ask: "assisted" }],
    });
    expect(clockOf(after.state, "assistance")).toBeUndefined();
    expect(roleIn(after.state, { stepNo: 1, staff: "river-handler", assignment: 2 })).toBeUndefined();
    const above = after.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(above.state).toHaveProperty("contributions.0.unit", "river");
  });

  it("cannot, for a reason that the owner reads", () => {
    const after = asking().assistant(decline);
    expect(last(after)).toMatchObject({ fact: { type: "assistanceDeclined", unit: "river", reason: decline.reason } });
    expect(after.state).not.toHaveProperty("contributions");
    expect(clockOf(after.state, "assistance")).toBeUndefined();
  });

  it("answers for themselves alone where several were asked", () => {
    const two = asking().owner({ ...ask, assistUnit: "peach", wantedBy: "2026-03-09" });
    const one = two.assistant(contribute, 2);
    expect(one.state).toHaveProperty("contributions.0.unit", "peach");
    expect(assist(one, 1)).not.toHaveProperty("over");
    expect(clockOf(one.state, "assistance")).toBeDefined();
    expect(one.assistant(contribute, 1).state).toHaveProperty("contributions.1.unit", "river");
  });
});

/** Every clock of the case rings at its moment, watches too. */
const passes = (story: Story, until: string): Story => {
  let now = story;
  for (;;) {
    const watch = clockOf(now.state, "assistance")?.clock;
    const rings = now.events.flatMap(({ clocks }) => clocks).findLast((change) => change.clock.kind === "assistance");
    const nextAt = rings !== undefined && "nextAt" in rings ? rings.nextAt : undefined;
    if (watch === undefined || nextAt === undefined || nextAt > until) return now.passes(until);
    now = now.passes(nextAt).does({ type: "ring", clock: { kind: "assistance", n: watch.n } });
  }
};
const mailsTo = (story: Story, to: string) =>
  story.events.flatMap(({ at, messages }) =>
    messages.flatMap((one) => (one.kind === "taskMail" && one.to === to ? [`${at.slice(0, 10)} ${one.ask}`] : [])),
  );

describe("an answer that is owed", () => {
  it("is asked for once more on the morning of its day, and late after it: the head of the unit has to, every morning", () => {
    const story = passes(asking(), "2026-03-10T04:00:00.000Z");
    expect(mailsTo(story, "river-handler")).toEqual(["2026-03-02 assist", "2026-03-06 assist"]);
    expect(mailsTo(story, "river-head")).toEqual(["2026-03-06 assistLate", "2026-03-10 assistLate"]);
    expect(assist(story)).toMatchObject({ late: true, holder: { staff: "river-head" } });
    expect(story.events.map(({ fact }) => fact.type)).toContain("assistanceLate");
    expect(roleIn(story.state, { stepNo: 1, staff: "river-handler", assignment: 2 })).toBeUndefined();
    expect(story.assistant(contribute).state).toHaveProperty("contributions.0.unit", "river");
  });

  it("of two units: the late one climbs, and the one that has time left is left alone", () => {
    const two = asking().owner({ ...ask, assistUnit: "peach", wantedBy: "2026-03-09" });
    const story = passes(two, "2026-03-07T04:00:00.000Z");
    expect(assist(story, 1)).toMatchObject({ late: true });
    expect(assist(story, 2)).not.toHaveProperty("late");
    expect(mailsTo(story, "peach-handler")).toEqual(["2026-03-02 assist"]);
  });

  it("passes to whoever is there when who was asked has left, or no mail reaches them", () => {
    const without: Directory = {
      ...directory,
      staff: directory.staff.filter(({ id }) => id !== "river-handler"),
      duties: directory.duties.map((duty) => (duty.unit === "river" ? { ...duty, staff: "river-colleague" } : duty)),
    };
    const left = asking().governed(without).does({ type: "handOver" });
    expect(assist(left)).toMatchObject({ holder: { staff: "river-colleague" } });
    expect(mailsTo(left, "river-colleague")).toEqual(["2026-03-02 assist"]);
    const turn = { stepNo: 1, staff: "river-handler", assignment: 2 };
    const bounced = asking().does({ type: "passOn", turn, unreachable: ["river-handler"] });
    expect(assist(bounced)).toMatchObject({ holder: { staff: "river-head" } });
  });

  it("lapses with its step, or with a settlement: on record, by the names of those who had not answered", () => {
    const ways: ((story: Story) => Story)[] = [
      (story) => story.owner({ command: "reply", ...letter }),
      (story) => story.owner({ command: "reportUpward", reason: "-" }),
      (story) => story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
      (story) => story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } }),
    ];
    for (const ends of ways) {
      const before = asking();
      const after = ends(before);
      expect(after.events.find(({ fact }) => fact.type === "assistanceLapsed")?.fact).toMatchObject({
        units: ["river"],
      });
      expect(clockOf(after.state, "assistance")).toBeUndefined();
      expect(after.state).not.toHaveProperty("assists");
      const answered = asking().assistant(contribute);
      expect(factsSince(answered, ends(answered))).not.toContain("assistanceLapsed");
    }
  });

  it("stays owed to whoever of the unit has the step by now", () => {
    const given = asking().owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    const after = given.assistant(contribute);
    expect(last(after)?.messages).toMatchObject([{ to: "housing-colleague", ask: "assisted", assignment: 3 }]);
  });
});
