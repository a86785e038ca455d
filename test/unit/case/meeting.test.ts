import { describe, expect, it } from "vitest";
import { noticesIn } from "#case/account/letters.ts";
import { lettersIn } from "#case/account/own-file.ts";
import { offeredTo } from "#case/acts/every-act.ts";
import type { StaffCommands } from "#case/acts/staff-acts.ts";
import { letterIn } from "#case/state/event.ts";
import { clockOf } from "#case/state/running.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed, letter, promised, type Story } from "./story.ts";

/** The step runs from 2 to 17 March 2026 at a department; two others can be called. */
const atDepartment = () => filed("wages").opens();
const convene: StaffCommands["convene"] = {
  command: "convene",
  units: ["river", "peach"],
  question: "工资由谁先垫付？",
  meetOn: "2026-03-05",
};
const none = { task: undefined, taskBy: undefined, task2: undefined, taskBy2: undefined };
const minutes: StaffCommands["recordMinutes"] = {
  command: "recordMinutes",
  ...{ ...none, task3: undefined, taskBy3: undefined, task4: undefined, taskBy4: undefined },
  ...{
    task6: undefined,
    taskBy6: undefined,
    task7: undefined,
    taskBy7: undefined,
    task8: undefined,
    taskBy8: undefined,
  },
  ...{ task5: undefined, taskBy5: undefined, came: ["river", "peach"], discussed: "总包认可欠薪的数目。" },
  ...{ task: "督促总包先行垫付。", taskBy: "2026-03-10" },
};
const calledOff = { command: "callOffMeeting", reason: "总包当天来不了" } as const;
const declines = { command: "declineMeeting", reason: "当天全镇防汛" } as const;
const done = { command: "reportDone", performed: "3月9日已经垫付。" } as const;
const notDone = { command: "reportNotDone", reason: "总包账户被冻结" } as const;

const called = () => atDepartment().owner(convene);
const onTheDay = () => called().later("2026-03-05T08:00:00.000Z");
const met = () => onTheDay().owner(minutes);

const last = (story: Story) => story.events.at(-1);
const types = (story: Story) => story.events.map(({ fact }) => fact.type);
const meetings = ({ state }: Story) => (state.status === "handling" ? state.meetings : undefined);
const assists = ({ state }: Story) => (state.status === "handling" ? state.assists : undefined);
const mailsTo = (story: Story, to: string) =>
  story.events.flatMap(({ at, messages }) =>
    messages.flatMap((one) => (one.kind === "taskMail" && one.to === to ? [`${at.slice(0, 10)} ${one.ask}`] : [])),
  );

/** Every clock of the case rings at its moment, the watch over what others owe too. */
const passes = (story: Story, until: string): Story => {
  let now = story;
  for (;;) {
    const watch = clockOf(now.state, "assistance")?.clock;
    const rings = now.events.flatMap(({ clocks }) => clocks).findLast((change) => change.clock.kind === "assistance");
    const nextAt = rings !== undefined && "nextAt" in rings ? rings.nextAt : undefined;
    if (watch === undefined || nextAt === undefined || nextAt > until) return now.passes(until);
    const { events } = now;
    now = now.passes(nextAt).does({ type: "ring", clock: { kind: "assistance", n: watch.n } });
    if (now.events.length === events.length)
      throw new Error(`The watch rang at ${nextAt} for nothing, which ends its row`);
  }
};

it("is still asked about where the morning after it turns out to be a day of rest", () => {
  const off = {
    announced: "2026-03-05",
    reason: { zh: "台风", en: "Typhoon" },
    rest: ["2026-03-06", "2026-03-17"],
    work: [],
  };
  const story = passes(called(), "2026-03-05T04:00:00.000Z").announced(off).recounted();
  const watch = last(story)?.clocks.find(({ clock }) => clock.kind === "assistance");
  expect(watch).toMatchObject({ change: "next", nextAt: "2026-03-09T00:30:00.000Z" });
  const after = passes(story, "2026-03-09T04:00:00.000Z");
  expect(after.events.filter(({ fact }) => fact.type === "minutesAwaited").map(({ at }) => at)).toEqual([
    "2026-03-09T00:30:00.000Z",
  ]);
});

it("is not forgotten where that day of rest moves no last day, so that nothing is counted anew", () => {
  const off = { announced: "2026-03-05", reason: { zh: "台风", en: "Typhoon" }, rest: ["2026-03-06"], work: [] };
  const story = passes(called(), "2026-03-05T04:00:00.000Z").announced(off).recounted();
  expect(types(story)).not.toContain("clockMoved");
  const after = passes(story, "2026-03-09T04:00:00.000Z");
  expect(
    after.events.flatMap(({ at, fact, by }) => (by.kind === "clock" ? [`${at} ${fact.type}`] : [])).slice(-2),
  ).toEqual(["2026-03-06T00:30:00.000Z assistanceNotDue", "2026-03-09T00:30:00.000Z minutesAwaited"]);
});

describe("units are called to a meeting", () => {
  it("by the owner, for a day and with a question: each gets a turn and a mail, and no clock of the case moves", () => {
    const [before, after] = [atDepartment(), called()];
    expect(last(after)).toMatchObject({
      fact: {
        ...{ type: "convened", n: 1, unit: "housing", on: "2026-03-05" },
        invited: [
          { unit: "river", holder: { staff: "river-handler" }, assignment: 2 },
          { unit: "peach", holder: { staff: "peach-handler" }, assignment: 3 },
        ],
      },
      clocks: [{ change: "start", clock: { kind: "assistance", family: "watch" } }],
      messages: [
        { to: "river-handler", ask: "convened", stepNo: 1, assignment: 2, lastDay: "2026-03-05" },
        { to: "peach-handler", ask: "convened", stepNo: 1, assignment: 3, lastDay: "2026-03-05" },
      ],
    });
    expect(after.running).toEqual(before.running);
    expect(after.state).toMatchObject({ owner: "housing-handler", unit: "housing", turns: 3 });
    expect(partsIn(after.state)).toMatchObject([{ role: "owner" }, { role: "invited" }, { role: "invited" }]);
    expect(offeredTo("invited", after.state, after.world)).toEqual(["declineMeeting"]);
  });

  it("at a department or by a leader, and never below", () => {
    expect(filed("estate").opens().ownerRefused(convene)).toBe("notAtThisLevel");
    const upward = { command: "reportUpward", reason: "-" } as const;
    expect(filed("estate").opens().owner(upward).opens().ownerRefused(convene)).toBe("notAtThisLevel");
    const leader = atDepartment().owner(upward).opens();
    expect(meetings(leader.owner({ ...convene, units: ["housing", "river", "peach"] }))).toHaveLength(1);
  });

  it("never about a report of misconduct, which reaches nobody below the bureau", () => {
    const reported = filed("misconduct").opens();
    expect(reported.ownerRefused(convene)).toBe("notAtThisLevel");
    expect(reported.ownerRefused({ command: "accept" })).toBe("accusationStays");
  });

  it("two to eight of them, each once, none of them its own, complained about or unknown", () => {
    const refused = (units: string[]) => atDepartment().ownerRefused({ ...convene, units });
    expect(refused(["river"])).toBe("meetingUnitsOutside");
    expect(refused(Array.from({ length: 9 }, () => "river"))).toBe("meetingUnitsOutside");
    expect(refused(["river", "river"])).toBe("meetingUnitTwice");
    expect(refused(["river", "housing"])).toBe("meetingUnitMayNot");
    expect(refused(["river", "leader"])).toBe("meetingUnitUnclear");
    expect(refused(["river", "nowhere"])).toBe("meetingUnitUnclear");
    const about = filed("wages", undefined, { units: ["river"], staff: [] }).opens();
    expect(about.ownerRefused(convene)).toBe("meetingUnitMayNot");
  });

  it("eight of them, and each has a turn and can be given something to do", () => {
    const units = directory.units.filter(({ level }) => level !== "bureau" && level !== "leader");
    const more = Array.from({ length: 8 }, (_, at) => `office-${at + 1}`);
    const [unit] = units.filter(({ id }) => id === "river");
    const [handler] = directory.staff.filter(({ id }) => id === "river-handler");
    if (unit === undefined || handler === undefined) throw new Error("no such unit");
    const wide: Directory = {
      ...directory,
      units: [
        ...directory.units,
        ...more.map((id, at) => ({
          ...unit,
          id,
          name: { zh: `第${at + 1}局`, en: `Office ${at + 1}` },
          head: `${id}-head`,
        })),
      ],
      staff: [...directory.staff, ...more.map((id) => ({ ...handler, id: `${id}-head`, unit: id }))],
    };
    const story = atDepartment()
      .governed(wide)
      .owner({ ...convene, units: more });
    expect(partsIn(story.state).filter(({ role }) => role === "invited")).toHaveLength(8);
    const held = story.later("2026-03-05T08:00:00.000Z").owner({
      ...minutes,
      ...{ came: more, task: undefined, taskBy: undefined, task8: "出具检测报告。", taskBy8: "2026-03-10" },
    });
    expect(last(held)).toMatchObject({ fact: { type: "met", decisions: [{ unit: "office-8", n: 9 }] } });
  });

  it("after today and before the last day of the step, so that something can be done about it", () => {
    expect(atDepartment().ownerRefused({ ...convene, meetOn: "2026-03-02" })).toBe("meetingDayOutside");
    expect(atDepartment().ownerRefused({ ...convene, meetOn: "2026-03-17" })).toBe("meetingDayOutside");
    expect(meetings(atDepartment().owner({ ...convene, meetOn: "2026-03-16" }))).toHaveLength(1);
    const late = atDepartment().later("2026-03-16T02:00:00.000Z");
    expect(late.ownerRefused({ ...convene, meetOn: "2026-03-17" })).toBe("tooLateToMeet");
    expect(offeredTo("owner", late.state, late.world)).not.toContain("convene");
  });

  it("within the working days that the policy gives from the call on, days of rest not counted", () => {
    const clocks = { ...directory.policy.clocks, meeting: { ...directory.policy.clocks.meeting, days: 5 } };
    const soon = atDepartment().governed({ ...directory, policy: { ...directory.policy, clocks } });
    expect(meetings(soon.owner({ ...convene, meetOn: "2026-03-09" }))).toHaveLength(1);
    expect(soon.ownerRefused({ ...convene, meetOn: "2026-03-10" })).toBe("meetingDayOutside");
    const resting = soon.announced({
      announced: "2026-03-02",
      reason: { zh: "台风", en: "Typhoon" },
      rest: ["2026-03-09"],
      work: [],
    });
    expect(meetings(resting.owner({ ...convene, meetOn: "2026-03-10" }))).toHaveLength(1);
  });

  it("within ten days where the step is over and nobody above takes the case", () => {
    const leader = atDepartment().owner({ command: "reportUpward", reason: "-" }).opens();
    const late = leader.passes("2026-04-08T02:00:00.000Z");
    expect(late.state).toMatchObject({ status: "handling", level: "leader" });
    expect(late.ownerRefused({ ...convene, meetOn: "2026-04-18" })).toBe("meetingDayOutside");
    expect(meetings(late.owner({ ...convene, meetOn: "2026-04-17" }))).toHaveLength(1);
  });

  it("not where nobody of one of them is at work", () => {
    const away = [{ from: "2026-03-01", until: "2026-12-31" }];
    const empty: Directory = {
      ...directory,
      staff: directory.staff.map((person) => (person.unit === "river" ? { ...person, away } : person)),
    };
    expect(atDepartment().governed(empty).ownerRefused(convene)).toBe("nobodyThere");
  });

  it("one meeting after the other, and two at a step", () => {
    expect(called().ownerRefused(convene)).toBe("meetingOpen");
    const second = met().owner({ ...convene, meetOn: "2026-03-09" });
    expect(meetings(second)).toMatchObject([{ n: 1 }, { n: 2 }]);
    expect(second.owner(calledOff).ownerRefused({ ...convene, meetOn: "2026-03-09" })).toBe("meetingsEnough");
    expect(called().owner(calledOff).ownerRefused(minutes)).toBe("noMeeting");
    expect(atDepartment().ownerRefused(calledOff)).toBe("noMeeting");
  });

  it("beside the questions that are asked of single units, of which there are as many as before", () => {
    const ask = { command: "askAssistance", assistUnit: "river", question: "-", wantedBy: "2026-03-06" } as const;
    const both = called().owner(ask);
    expect(assists(both)).toMatchObject([{ as: "invited" }, { as: "invited" }, { n: 3, unit: "river" }]);
    expect(both.assistant({ command: "contribute", contribution: "-" }, 3).state).toHaveProperty("contributions");
    expect(both.assistantRefused({ command: "contribute", contribution: "-" }, 1)).toBe("notAtThisLevel");
  });
});

describe("whoever is called", () => {
  it("is reminded on the morning of the day, or says that nobody can come and is done with it", () => {
    const declined = called().assistant(declines, 1);
    expect(last(declined)).toMatchObject({
      fact: { type: "assistanceDeclined", as: "invited", unit: "river", reason: declines.reason },
      messages: [{ to: "housing-handler", ask: "assisted" }],
    });
    expect(roleIn(declined.state, { stepNo: 1, staff: "river-handler", assignment: 2 })).toBeUndefined();
    const morning = passes(declined, "2026-03-05T04:00:00.000Z");
    expect(mailsTo(morning, "river-handler")).toEqual(["2026-03-02 convened"]);
    expect(mailsTo(morning, "peach-handler")).toEqual(["2026-03-02 convened", "2026-03-05 convened"]);
  });

  it("need not come once it is called off, and is told at once", () => {
    const off = called().owner(calledOff);
    expect(last(off)).toMatchObject({
      fact: { type: "meetingCalledOff", on: "2026-03-05", units: ["river", "peach"] },
      messages: [
        { to: "river-handler", ask: "meetingCalledOff" },
        { to: "peach-handler", ask: "meetingCalledOff" },
      ],
    });
    expect(clockOf(off.state, "assistance")).toBeUndefined();
    expect(partsIn(off.state)).toMatchObject([{ role: "owner" }]);
  });

  it("is followed by a colleague when they have left, or no mail reaches them", () => {
    const turn = { stepNo: 1, staff: "river-handler", assignment: 2 };
    const bounced = called().does({ type: "passOn", turn, unreachable: ["river-handler"] });
    expect(last(bounced)).toMatchObject({
      fact: { type: "assistancePassedOn", as: "invited", to: { staff: "river-head" } },
      messages: [{ to: "river-head", ask: "convened" }],
    });
  });
});

describe("minutes", () => {
  it("are recorded on the day or after it; from the next working morning on their owner is asked for them, every morning", () => {
    expect(called().ownerRefused(minutes)).toBe("meetingAhead");
    const story = passes(called(), "2026-03-09T04:00:00.000Z");
    expect(mailsTo(story, "housing-handler").filter((mail) => mail.endsWith("recordMinutes"))).toEqual([
      "2026-03-06 recordMinutes",
      "2026-03-09 recordMinutes",
    ]);
    expect(mailsTo(story, "river-handler")).toEqual(["2026-03-02 convened", "2026-03-05 convened"]);
    const recorded = story.owner(minutes);
    expect(types(recorded).at(-1)).toBe("met");
  });

  it("are asked for though everybody has said that they cannot come", () => {
    const nobody = called().assistant(declines, 1).assistant(declines, 2);
    expect(mailsTo(passes(nobody, "2026-03-06T04:00:00.000Z"), "housing-handler")).toContain(
      "2026-03-06 recordMinutes",
    );
  });

  it("say who came, what was said and what each unit does: a letter to the units, and a turn for who has something to do", () => {
    const [before, after] = [onTheDay(), met()];
    expect(last(after)).toMatchObject({
      fact: {
        ...{ type: "met", present: ["river", "peach"] },
        decisions: [{ n: 3, unit: "river", holder: { staff: "river-handler" }, assignment: 4 }],
        letter: {
          ...{ kind: "minutes", number: "安和信〔2026〕0001号-商1", to: "units", metOn: "2026-03-05" },
          ...{ convened: [{ zh: "river" }, { zh: "peach" }], discussed: minutes.discussed },
          decisions: [{ unit: { zh: "river" }, task: minutes.task, wantedBy: "2026-03-10" }],
        },
      },
      messages: [
        { to: "river-handler", ask: "carryOut", assignment: 4, lastDay: "2026-03-10" },
        { to: "peach-handler", ask: "minutes", assignment: 3 },
      ],
    });
    expect(after.running).toEqual(before.running);
    expect(after.state).toMatchObject({ owner: "housing-handler" });
    expect(partsIn(after.state)).toMatchObject([
      { role: "owner" },
      { role: "invited", staff: "peach-handler" },
      { role: "charged", staff: "river-handler" },
    ]);
    expect(offeredTo("invited", after.state, after.world)).toEqual([]);
    expect(offeredTo("charged", after.state, after.world)).toEqual(["reportDone", "reportNotDone"]);
  });

  it("reach the petitioner in no letter: they are told who met and what was decided", () => {
    const { events } = met();
    expect(events.flatMap(({ fact }) => letterIn(fact)?.kind ?? [])).toContain("minutes");
    expect(noticesIn(events).map(({ kind }) => kind)).toEqual(["receipt"]);
    expect(lettersIn(events).map(({ kind }) => kind)).toEqual(["receipt"]);
  });

  it("may say that nothing was decided: nobody owes anything, and the units read them", () => {
    const after = onTheDay().owner({ ...minutes, task: undefined, taskBy: undefined });
    expect(last(after)?.messages).toMatchObject([
      { to: "river-handler", ask: "minutes" },
      { to: "peach-handler", ask: "minutes" },
    ]);
    expect(clockOf(after.state, "assistance")).toBeUndefined();
  });

  it("name those that came among those that were called, by their ids or names", () => {
    const refused = (came: string[]) => onTheDay().ownerRefused({ ...minutes, came });
    expect(refused(["nowhere"])).toBe("meetingUnitUnclear");
    expect(refused(["housing"])).toBe("notConvened");
    expect(refused(["river", "river"])).toBe("notConvened");
    expect(last(onTheDay().owner({ ...minutes, came: ["river"] }))?.fact).toMatchObject({ present: ["river"] });
  });

  it("give nothing to do to a unit that was not there, or that was not called at all", () => {
    expect(onTheDay().ownerRefused({ ...minutes, came: ["peach"] })).toBe("absentDecision");
    expect(onTheDay().ownerRefused({ ...minutes, task3: "-", taskBy3: "2026-03-10" })).toBe("absentDecision");
  });

  it("give everybody a day after today, and none past the step", () => {
    expect(onTheDay().ownerRefused({ ...minutes, taskBy: "2026-03-05" })).toBe("decisionDayOutside");
    expect(onTheDay().ownerRefused({ ...minutes, taskBy: "2026-03-18" })).toBe("decisionDayOutside");
    expect(types(onTheDay().owner({ ...minutes, taskBy: "2026-03-17" })).at(-1)).toBe("met");
  });
});

describe("what a meeting has decided", () => {
  it("is reported as done: its owner is mailed, and can quote it in the letter", () => {
    const after = met().assistant(done, 3);
    expect(last(after)).toMatchObject({
      fact: { type: "assistanceGiven", as: "charged", unit: "river" },
      messages: [{ to: "housing-handler", ask: "assisted" }],
    });
    expect(after.state).toMatchObject({
      contributions: [{ unit: "river", question: minutes.task, contribution: done.performed }],
    });
    expect(clockOf(after.state, "assistance")).toBeUndefined();
  });

  it("cannot be done, for a reason", () => {
    expect(last(met().assistant(notDone, 3))?.fact).toMatchObject({
      ...{ type: "assistanceDeclined", as: "charged", reason: notDone.reason },
    });
    expect(met().assistantRefused(done, 2)).toBe("notAtThisLevel");
  });

  it("is asked for on its last morning, and late on record after it: the head of the unit has to, every morning", () => {
    const story = passes(met(), "2026-03-12T04:00:00.000Z");
    expect(mailsTo(story, "river-handler").slice(-2)).toEqual(["2026-03-05 carryOut", "2026-03-10 carryOut"]);
    expect(mailsTo(story, "river-head")).toEqual(["2026-03-10 carryOutLate", "2026-03-12 carryOutLate"]);
    expect(story.events.find(({ fact }) => fact.type === "assistanceLate")?.fact).toMatchObject({
      ...{ as: "charged", unit: "river", from: "river-handler", to: { staff: "river-head" } },
    });
    expect(mailsTo(story, "peach-handler").at(-1)).toBe("2026-03-05 minutes");
    expect(story.assistant(done, 3).state).toHaveProperty("contributions.0.unit", "river");
  });
});

describe("a step that ends, or whose matter is settled,", () => {
  const ways: ((story: Story) => Story)[] = [
    (story) => story.owner({ command: "reply", ...letter }),
    (story) => story.owner({ command: "reportUpward", reason: "-" }),
    (story) => story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
    (story) => story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } }),
  ];
  const lapsed = (story: Story) => story.events.flatMap(({ fact }) => (fact.type === "meetingLapsed" ? [fact] : []));

  it("ends a meeting that has not met, and what one has decided and is not done, each on record", () => {
    for (const ends of ways) {
      const ahead = ends(called());
      expect(lapsed(ahead)).toMatchObject([{ on: "2026-03-05", undone: [] }]);
      const undone = ends(met());
      expect(lapsed(undone)).toEqual([{ type: "meetingLapsed", stepNo: 1, undone: ["river"] }]);
      for (const after of [ahead, undone]) {
        expect(clockOf(after.state, "assistance")).toBeUndefined();
        expect(after.state).not.toHaveProperty("meetings");
        expect(after.state).not.toHaveProperty("assists");
        expect(partsIn(after.state).filter(({ role }) => role !== "owner")).toEqual([]);
      }
      expect(lapsed(ends(met().assistant(done, 3)))).toEqual([]);
    }
  });

  it("stops the one watch once, where a question and a meeting were open", () => {
    const ask = { command: "askAssistance", assistUnit: "river", question: "-", wantedBy: "2026-03-06" } as const;
    for (const ends of ways) {
      const story = ends(called().owner(ask));
      const stops = story.events
        .flatMap(({ clocks }) => clocks)
        .filter(({ change, clock }) => change === "stop" && clock.kind === "assistance");
      expect(stops).toHaveLength(1);
      expect(types(story)).toEqual(expect.arrayContaining(["assistanceLapsed", "meetingLapsed"]));
    }
  });

  it("leaves what was reported with the case, at the next step too", () => {
    const above = met().assistant(done, 3).owner({ command: "reportUpward", reason: "-" }).opens();
    expect(above.state).toHaveProperty("contributions.0.unit", "river");
    expect(above.owner({ ...convene, units: ["housing", "river"], meetOn: "2026-03-09" }).state).toHaveProperty(
      "meetings.0.n",
      1,
    );
  });
});
