import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import type { StaffCommand, StaffCommands } from "#case/acts/staff-acts.ts";
import { clockOf } from "#case/state/running.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf } from "#case/state/task-door.ts";
import type { Directory } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { directory } from "./district.ts";
import { filed, letter, promised, type Story } from "./story.ts";

const officer = "bureau-colleague";
const begin = { type: "beginConvening", by: officer } as const;
/** At the community of Peach, whose step runs from 2 to 9 March 2026. */
const atCommunity = () => filed("estate").opens();
const convener = ({ state }: Story) => {
  const part = partsIn(state).find(({ role }) => role === "convener");
  if (part === undefined) throw new Error("nobody calls meetings for the bureau");
  return part;
};
const by = (story: Story, act: StaffCommand) => {
  const { staff, stepNo, assignment } = convener(story);
  return { type: "staff", by: staff, stepNo, assignment, act } as const;
};
const calls: StaffCommands["conveneForBureau"] = {
  command: "conveneForBureau",
  units: ["housing", "river"],
  question: "管网由谁疏通？",
  meetOn: "2026-03-04",
};
const no = undefined;
const minutes: StaffCommands["recordBureauMinutes"] = {
  command: "recordBureauMinutes",
  ...{ came: ["peach", "housing"], discussed: "主管网归住建局。" },
  ...{ task: "先抽水。", taskBy: "2026-03-05", task2: "疏通主管网。", taskBy2: "2026-03-06", task3: no, taskBy3: no },
  ...{ task4: no, taskBy4: no, task5: no, taskBy5: no, task6: no, taskBy6: no, task7: no, taskBy7: no },
  ...{ task8: no, taskBy8: no },
};
const begun = () => atCommunity().does(begin);
const called = () => {
  const story = begun();
  return story.does(by(story, calls));
};
const onTheDay = () => called().later("2026-03-04T08:00:00.000Z");
const met = () => {
  const story = onTheDay();
  return story.does(by(story, minutes));
};
const last = ({ events }: Story) => events.at(-1);
const types = ({ events }: Story) => events.map(({ fact }) => fact.type);
const mails = (before: Story, after: Story) =>
  after.events
    .slice(before.events.length)
    .flatMap(({ messages }) => messages.flatMap((one) => (one.kind === "taskMail" ? [`${one.to} ${one.ask}`] : [])));
const without = (staff: string): Directory => ({
  ...directory,
  staff: directory.staff.filter(({ id }) => id !== staff),
});

describe("the bureau calls a meeting on a case that a unit handles", () => {
  it("by a turn of its own beside the owner's, at a step of any level, and no clock moves", () => {
    const before = atCommunity();
    const after = begun();
    expect(last(after)).toMatchObject({
      by: { kind: "staff", id: officer },
      fact: { type: "conveningBegun", stepNo: 1, convener: { unit: "bureau", staff: officer }, assignment: 2 },
      clocks: [],
      messages: [{ kind: "taskMail", to: officer, ask: "conveneMeeting", stepNo: 1, assignment: 2 }],
    });
    expect(after.state.running).toEqual(before.state.running);
    expect(offeredTo("convener", after.state, after.world)).toEqual(["conveneForBureau"]);
    expect(doorOf(after.state, "convener")).toBe("together");
    expect(offeredTo("owner", after.state, after.world)).toEqual(offeredTo("owner", before.state, before.world));
  });

  it("and the unit in charge is among those called, written or not, by its owner", () => {
    const before = begun();
    const after = called();
    expect(last(after)).toMatchObject({
      fact: {
        ...{ type: "convened", n: 1, forBureau: true, unit: "bureau", on: "2026-03-04" },
        invited: [
          { unit: "peach", holder: { staff: "peach-handler" }, assignment: 3 },
          { unit: "housing", assignment: 4 },
          { unit: "river", assignment: 5 },
        ],
      },
    });
    expect(mails(before, after)).toHaveLength(3);
    expect(after.running).toEqual(before.running);
    const written = before.does(by(before, { ...calls, units: ["peach", "housing", "river"] }));
    expect(last(written)?.fact).toEqual(last(after)?.fact);
    const alone = before.does(by(before, { ...calls, units: ["housing"] }));
    expect(last(alone)).toMatchObject({ fact: { invited: [{ unit: "peach" }, { unit: "housing" }] } });
    expect(before.refuses(by(before, { ...calls, units: ["peach"] }))).toBe("meetingUnitsOutside");
  });

  it("and the petitioner reads that the bureau has called it, and whom", () => {
    const event = last(called());
    if (event === undefined) throw new Error("nothing happened");
    const zh = eventSentence(event, { directory, petition: undefined }, "zh", toPetitioners, "2026-03-02");
    expect(zh).toMatch(/^bureau请peach、housing和river在.*会商您的事项/);
    for (const { name } of directory.staff) expect(zh).not.toContain(name);
  });

  it("and never a unit that is complained about", () => {
    const story = filed("estate", undefined, { units: ["river"], staff: [] })
      .opens()
      .does(begin);
    expect(story.refuses(by(story, calls))).toBe("meetingUnitMayNot");
  });

  it("not by others, not about themselves, and not where no unit is working on the case", () => {
    expect(atCommunity().refuses({ ...begin, by: "peach-head" })).toBe("notOfTheBureau");
    expect(
      filed("estate", undefined, { units: [], staff: [officer] })
        .opens()
        .refuses(begin),
    ).toBe("complainedAbout");
    expect(filed("estate").refuses(begin)).toBe("nothingToConvene");
    expect(
      atCommunity()
        .does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } })
        .refuses(begin),
    ).toBe("nothingToConvene");
    const answered = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter });
    expect(answered.refuses(begin)).toBe("nothingToConvene");
    expect(begun().refuses(begin)).toBe("convenerAlready");
    expect(atCommunity().later("2026-03-08T02:00:00.000Z").refuses(begin)).toBe("tooLateToConvene");
  });

  it("not while it is undecided whether whoever has the case may keep it", () => {
    const asked = { command: "askRecusal", recusalOf: "handler", recusalGround: "relative", reason: "-" } as const;
    expect(atCommunity().does({ type: "petitioner", act: asked }).refuses(begin)).toBe("recusalPending");
    const later = begun().does({ type: "petitioner", act: asked });
    expect(later.refuses(by(later, calls))).toBe("recusalPending");
  });

  it("one meeting at a time with the owner, and neither records what the other has called", () => {
    const start = filed("wages").opens();
    const owners: StaffCommand = { command: "convene", units: ["river", "peach"], question: "-", meetOn: "2026-03-05" };
    const theirs = start.owner(owners).does(begin);
    expect(theirs.refuses(by(theirs, { ...calls, units: ["river"] }))).toBe("meetingOpen");
    const reason = { reason: "-" } as const;
    expect(theirs.refuses(by(theirs, { command: "callOffBureauMeeting", ...reason }))).toBe("meetingOfOthers");
    const begunThere = start.does(begin);
    const bureaus = begunThere.does(by(begunThere, { ...calls, units: ["river"] }));
    expect(bureaus.ownerRefused(owners)).toBe("meetingOpen");
    expect(bureaus.ownerRefused({ command: "callOffMeeting", ...reason })).toBe("meetingOfOthers");
    const held = bureaus.later("2026-03-04T08:00:00.000Z");
    expect(held.ownerRefused({ ...minutes, command: "recordMinutes" })).toBe("meetingOfOthers");
  });
});

describe("its minutes", () => {
  it("are recorded by whoever called it, and what it decides is owed with days, by the owner's unit too", () => {
    const after = met();
    expect(last(after)).toMatchObject({
      by: { id: officer },
      fact: {
        ...{ type: "met", unit: "bureau", present: ["peach", "housing"] },
        decisions: [
          { unit: "peach", holder: { staff: "peach-handler" }, wantedBy: "2026-03-05" },
          { unit: "housing", wantedBy: "2026-03-06" },
        ],
        letter: { kind: "minutes", to: "units" },
      },
    });
    expect(partsIn(after.state).map(({ role, staff }) => `${role} ${staff}`)).toEqual(
      expect.arrayContaining(["owner peach-handler", "charged peach-handler", `convener ${officer}`]),
    );
    expect(offeredTo("convener", after.state, after.world)).toEqual(["conveneForBureau"]);
  });

  it("are asked of the convener on the working morning after its day, and not of the owner", () => {
    const story = called();
    let now = story;
    for (const moment of ["2026-03-04T00:30:00.000Z", "2026-03-05T00:30:00.000Z"]) {
      const watch = clockOf(now.state, "assistance")?.clock;
      if (watch === undefined) throw new Error("nothing is watched");
      now = now.later(moment).does({ type: "ring", clock: watch });
    }
    expect(last(now)).toMatchObject({
      fact: { type: "minutesAwaited", staff: officer },
      messages: [{ to: officer, ask: "recordBureauMinutes", assignment: 2 }],
    });
  });

  it("fall to a colleague where the convener has left or gets no mail", () => {
    const gone = called().governed(without(officer)).does({ type: "handOver" });
    expect(last(gone)).toMatchObject({
      fact: { type: "convenerPassedOn", from: officer, to: { staff: "bureau-handler" }, how: "left" },
    });
    const held = gone.later("2026-03-04T08:00:00.000Z");
    expect(last(held.does(by(held, minutes)))).toMatchObject({ by: { id: "bureau-handler" } });
    const story = called();
    const { staff, stepNo, assignment } = convener(story);
    const bounced = story.does({ type: "passOn", turn: { staff, stepNo, assignment }, unreachable: [officer] });
    expect(convener(bounced).staff).toBe("bureau-handler");
  });
});

describe("what is asked of the unit in charge", () => {
  it("goes with the step to whoever gets it", () => {
    const after = called().owner({ command: "reassign", to: "peach-colleague", reason: "-" });
    const theirs = partsIn(after.state).filter(({ staff }) => staff === "peach-colleague");
    expect(theirs.map(({ role }) => role)).toEqual(["owner", "invited"]);
    expect(partsIn(after.state).filter(({ staff }) => staff === "peach-handler")).toEqual([]);
  });

  it("is said to whoever has asked: that a unit cannot come to the bureau, and what was done to nobody but the others", () => {
    const story = called();
    const declined = story.assistant({ command: "declineMeeting", reason: "-" }, 2);
    expect(mails(story, declined)).toEqual([`${officer} conveneMeeting`]);
    const after = met();
    expect(mails(after, after.assistant({ command: "reportDone", performed: "-" }, 4))).toEqual([]);
    expect(mails(after, after.assistant({ command: "reportDone", performed: "-" }, 5))).toEqual([
      "peach-handler assisted",
    ]);
  });
});

describe("the step ends before it meets", () => {
  it.each<[string, (story: Story) => Story]>([
    ["as it goes up", (story) => story.owner({ command: "reportUpward", reason: "-" })],
    ["as its time is over", (story) => story.passes("2026-03-10T02:00:00.000Z")],
    [
      "as the petitioner withdraws",
      (story) => story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    ],
    [
      "as its matter is settled",
      (story) => story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } }),
    ],
  ])("%s: it is off, on record, and whoever was to come hears of it, and whoever called it", (_, ends) => {
    const before = called();
    const after = ends(before);
    expect(types(after)).toContain("meetingLapsed");
    const told = mails(before, after).filter((one) => one.endsWith("meetingCalledOff"));
    expect(told).toHaveLength(3);
    expect(told).toContain(`${officer} meetingCalledOff`);
    expect(told).not.toContain("peach-handler meetingCalledOff");
    expect(partsIn(after.state).filter(({ role }) => role === "convener" || role === "invited")).toEqual([]);
    expect(after.state).not.toHaveProperty("convening");
  });
});
