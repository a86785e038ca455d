import { describe, expect, it } from "vitest";
import { offeredTo } from "#case/acts/every-act.ts";
import { leadOf, openInstructions } from "#case/state/lead.ts";
import { linkOf } from "#case/state/link-of.ts";
import { clockOf, lastDayOf } from "#case/state/running.ts";
import { partsIn } from "#case/state/standing.ts";
import { doorOf, taskAddresses } from "#case/state/task-door.ts";
import { type About, aboutNobody, type Directory } from "#directory/directory.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { ledByTwo as directory } from "./district.ts";
import { filed as filedIn, letter, type Story } from "./story.ts";

/** Filed in a district with two leaders. */
const filed = (category: Parameters<typeof filedIn>[0], about: About = aboutNobody) =>
  filedIn(category, undefined, about, directory);

const names = { type: "nameLeader", by: "leader-head", leader: "leader-head", why: "ownWish" } as const;
const met = { command: "recordMet", metOn: "2026-03-03", discussed: "过渡费从六月起没有发" } as const;
const task = { command: "instruct", assistUnit: "river", task: "核清过渡费", doneBy: "2026-03-20" } as const;
const report = { command: "reportLead", note: "已经核清，正在发放" } as const;

/** At the department since Monday 2 March 2026, with the leader in charge. */
const led = () => filed("wages").opens().does(names);
const hasMet = () => led().later("2026-03-03T02:00:00.000Z").part("inCharge", met);
const instructed = () => hasMet().part("inCharge", task);
/** The leader in charge has the case themself, too. */
const atLeaders = (): Story => {
  const top = led().owner({ command: "reportUpward", reason: "需要协调" }).opens();
  const own = top.does({
    ...{ type: "nameLeader", by: "governor-head", leader: "governor-head", why: "ownWish", instead: "otherField" },
  });
  const theirs = own.owner({ command: "reassign", to: "leader-head", reason: "-" });
  return theirs.does({ ...names, instead: "otherField" });
};
const last = (story: Story) => story.events.at(-1);
const types = (story: Story) => story.events.map(({ fact }) => fact.type);
const told = (story: Story, to: typeof toOffice, lang: "zh" | "en") =>
  story.events.map((event) => eventSentence(event, { directory, petition: story.state }, lang, to, "2026-03-03"));

describe("a leader in charge", () => {
  it("is named beside the owner, who stays it, and has ten days to meet the petitioner", () => {
    const before = filed("wages").opens();
    const after = before.does(names);
    expect(last(after)).toMatchObject({
      fact: {
        ...{ type: "leaderNamed", ground: "ownWish", name: "leader head", post: { zh: "leader" } },
        to: { unit: "leader", staff: "leader-head" },
      },
      messages: [{ kind: "taskMail", to: "leader-head", ask: "takeCharge", lastDay: "2026-03-12" }],
    });
    expect(partsIn(after.state).map(({ role, staff }) => [role, staff])).toEqual([
      ["owner", "housing-handler"],
      ["inCharge", "leader-head"],
    ]);
    expect(taskAddresses[doorOf(after.state, "inCharge")]).toBe("/watch/task");
    for (const kind of ["step", "handling"] as const) {
      expect(clockOf(after.state, kind)).toEqual(clockOf(before.state, kind));
    }
    expect(offeredTo("inCharge", after.state, after.world)).toEqual(["recordMet", "instruct", "pullUp"]);
  });

  it("is a leader whom the petition is not about, named by the head of the bureau or a leader, on a ground that the record shows", () => {
    const story = filed("wages").opens();
    expect(story.refuses({ ...names, by: "bureau-handler" })).toBe("cannotNameLeader");
    expect(story.refuses({ ...names, by: "housing-head" })).toBe("cannotNameLeader");
    expect(story.refuses({ ...names, leader: "housing-head", by: "bureau-head", why: "lateByLaw" })).toBe(
      "leadGroundUnshown",
    );
    expect(story.refuses({ ...names, by: "governor-head" })).toBe("leadGroundUnshown");
    expect(story.refuses({ ...names, why: "joint" })).toBe("leadGroundUnshown");
    expect(story.refuses({ ...names, why: "severalUnits" })).toBe("leadGroundUnshown");
    expect(story.refuses({ ...names, instead: "away" })).toBe("noLeaderYet");
    expect(led().refuses(names)).toBe("leaderAlready");
    const about = { units: ["governor"], staff: [] };
    const aboutThem = filed("wages", about).opens();
    expect(aboutThem.refuses({ ...names, by: "governor-head", leader: "governor-head" })).toBe("complainedAbout");
    const late = aboutThem.passes("2026-05-08T02:00:00.000Z", { opening: true });
    const lateByLaw = { ...names, by: "bureau-head", why: "lateByLaw" } as const;
    expect(late.refuses({ ...lateByLaw, leader: "governor-head" })).toBe("notALeader");
    expect(late.refuses({ ...lateByLaw, leader: "river-head" })).toBe("notALeader");
    expect(leadOf(late.does(lateByLaw).state)?.ground).toBe("lateByLaw");
  });

  it("is named where two units were asked", () => {
    const asked = (["river", "peach"] as const).reduce<Story>(
      (story, assistUnit) =>
        story.owner({ command: "askAssistance", assistUnit, question: "核实", wantedBy: "2026-03-05" }),
      filed("wages").opens(),
    );
    const named = asked.does({ ...names, by: "bureau-head", why: "severalUnits" });
    expect(leadOf(named.state)?.leader.staff).toBe("leader-head");
  });

  it("is refused before there is a step, and after the end", () => {
    expect(filed("wages").refuses(names)).toBe("nothingToLead");
    const answered = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter });
    expect(answered.does(names).state.status).toBe("delivering");
    const gone = answered
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .passes("2026-06-05T02:00:00.000Z");
    expect(gone.refuses(names)).toBe("nothingToLead");
  });

  it("meets the petitioner, decides who does what, and reports, each by a clock of its own", () => {
    const after = hasMet();
    expect(leadOf(after.state)).toMatchObject({ metOn: "2026-03-03", clock: 2 });
    expect(lastDayOf(after.state, "lead")).toBe("2026-03-13");
    const decided = instructed();
    expect(lastDayOf(decided.state, "lead")).toBe("2026-05-06");
    expect(offeredTo("inCharge", decided.state, decided.world)).toContain("reportLead");
    const reported = decided.part("inCharge", report);
    expect(lastDayOf(reported.state, "lead")).toBe("2026-04-02");
    expect(clockOf(reported.state, "handling")).toEqual(clockOf(led().state, "handling"));
  });

  it("cannot have met the petitioner tomorrow, or before they were in charge", () => {
    const story = led();
    expect(story.partRefused("inCharge", { ...met, metOn: "2026-03-03" })).toBe("metDateImpossible");
    expect(story.partRefused("inCharge", { ...met, metOn: "2026-03-01" })).toBe("metDateImpossible");
    expect(types(story.part("inCharge", { ...met, metOn: "2026-03-02" })).at(-1)).toBe("leaderMet");
  });

  it("decides before the meeting, too, and then owes the meeting and the report", () => {
    const early = led().part("inCharge", task);
    expect(leadOf(early.state)).toMatchObject({ isPlanned: true, clock: 1 });
    const after = early.later("2026-03-03T02:00:00.000Z").part("inCharge", met);
    expect(lastDayOf(after.state, "lead")).toBe("2026-05-06");
  });

  it("is late on record, which comes to the head of the bureau; and is reminded every working morning", () => {
    const late = led().passes("2026-03-17T02:00:00.000Z", { opening: true });
    const facts = late.events.map(({ fact }) => fact);
    expect(facts).toContainEqual(
      expect.objectContaining({
        ...{ type: "leadMissed", of: "meet", lastDay: "2026-03-12" },
        to: { unit: "bureau", staff: "bureau-head" },
      }),
    );
    expect(facts.filter(({ type }) => type === "leadMissed")).toHaveLength(1);
    expect(facts.filter(({ type }) => type === "leadAwaited").length).toBeGreaterThan(2);
    expect(partsIn(late.state).map(({ role }) => role)).toContain("namer");
    const after = late.part("inCharge", { ...met, metOn: "2026-03-16" });
    expect(partsIn(after.state).map(({ role }) => role)).not.toContain("namer");
  });

  it("is followed by another leader whom the head of the bureau chooses, and who begins anew", () => {
    const late = led().passes("2026-03-17T02:00:00.000Z", { opening: true });
    const change = { command: "changeLeader", leader: "governor-head", leadChange: "otherField" } as const;
    expect(late.partRefused("namer", { ...change, leader: "leader-head" })).toBe("notALeader");
    expect(late.partRefused("namer", { ...change, leader: "nobody" })).toBe("notALeader");
    const after = late.part("namer", change);
    expect(leadOf(after.state)).toMatchObject({ name: "governor head", post: { zh: "区长" }, clock: 2 });
    expect(last(after)).toMatchObject({ fact: { change: "otherField", from: "leader-head" } });
    expect(partsIn(after.state).map(({ role, staff }) => [role, staff])).toContainEqual(["inCharge", "governor-head"]);
    const byCommand = led().does({ ...names, by: "governor-head", leader: "governor-head", instead: "away" });
    expect(leadOf(byCommand.state)?.leader.staff).toBe("governor-head");
  });

  it("stays in charge from step to step until the case ends, and with it every clock", () => {
    const answered = instructed().owner({ command: "reply", ...letter });
    expect(partsIn(answered.state).map(({ role }) => role)).toEqual(expect.arrayContaining(["inCharge", "instructed"]));
    const opened = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
    const ended = opened.passes("2026-06-30T02:00:00.000Z", { opening: true });
    expect(ended.state.status).toBe("closed");
    expect(ended.running).toEqual([]);
    expect(partsIn(ended.state)).toEqual([]);
  });

  it("is over with the case, and reopened nobody is in charge until a leader is named anew", () => {
    const settled = led()
      .part("inCharge", task)
      .owner({ command: "proposeSettlement", terms: "-", done: "already", promisedFor: undefined })
      .does({ type: "petitioner", act: { command: "confirmSettlement" } });
    expect(settled.running).toEqual([]);
    const reopened = settled.does({ type: "petitioner", act: { command: "reopenSettlement" } }).opens();
    expect(partsIn(reopened.state).map(({ role }) => role)).toEqual(["owner"]);
    expect(leadOf(reopened.does(names).state)?.clock).toBe(2);
  });

  it("goes to whoever follows in their office when they have left", () => {
    const without: Directory = {
      ...directory,
      staff: directory.staff.filter(({ id }) => id !== "leader-head"),
      units: directory.units.map((unit) => (unit.id === "leader" ? { ...unit, head: "leader-handler" } : unit)),
    };
    const after = led().governed(without).does({ type: "handOver" });
    expect(last(after)).toMatchObject({
      fact: { type: "leadPassedOn", part: "inCharge", from: "leader-head", name: "leader handler", how: "left" },
    });
    expect(leadOf(after.state)?.name).toBe("leader handler");
  });

  it("passes to another leader when whoever is in charge may have no part in the case any more", () => {
    const again = atLeaders();
    const recused = again.part("owner", { command: "recuse", recusalGround: "interest" });
    const rings = (story: Story) => story.running.find(({ clock }) => clock.kind === "lead")?.nextAt;
    expect(rings(recused)).toBe(recused.now);
    expect(partsIn(recused.state).map(({ staff }) => staff)).not.toContain("leader-head");
    const out = recused.passes(recused.now);
    expect(last(out)).toMatchObject({
      by: { kind: "clock", clock: { kind: "lead" } },
      fact: { type: "leadPassedOn", part: "inCharge", from: "leader-head", how: "recused" },
      messages: [{ kind: "taskMail", to: "governor-head" }],
    });
    expect(rings(out)).toBe(rings(again));
    expect(leadOf(out.state)?.leader.staff).toBe("governor-head");
    expect(partsIn(out.state).map(({ staff }) => staff)).not.toContain("leader-head");
    const numbers = partsIn(out.state).map(({ stepNo, assignment }) => `${stepNo}.${assignment}`);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("is told nothing of a case in which they may have no part, before it has passed on", () => {
    const done = { command: "reportInstruction", performed: "已经核清" } as const;
    const planned = atLeaders().later("2026-03-03T02:00:00.000Z").part("inCharge", met).part("inCharge", task);
    expect(last(planned.part("instructed", done))?.messages).toMatchObject([{ to: "leader-head" }]);
    const recused = planned.part("owner", { command: "recuse", recusalGround: "interest" });
    expect(last(recused.part("instructed", done))?.messages).toEqual([]);
  });

  it("keeps a link that was made anew when the case goes to its next step", () => {
    const story = led();
    const part = partsIn(story.state).find(({ role }) => role === "inCharge");
    if (part === undefined) throw new Error("nobody is in charge");
    const anew = story.does({ type: "renewLink", link: linkOf(story.state, part) });
    const next = anew.owner({ command: "reportUpward", reason: "需要协调" }).opens();
    expect(next.state.stepNo).toBe(2);
    expect(linkOf(next.state, part).issue).toBe(2);
  });

  it("is the one person whom the petitioner reads by name, and never staff", () => {
    const story = instructed().part("instructed", { command: "reportInstruction", performed: "已经核清" });
    for (const lang of ["zh", "en"] as const) {
      const sentences = told(story, toPetitioners, lang).join("\n");
      expect(sentences).toContain("leader head");
      for (const { id, name } of directory.staff.filter((one) => one.id !== "leader-head")) {
        expect(sentences, id).not.toContain(name);
      }
      expect(told(story, toOffice, lang).join("\n")).toContain("leader head");
    }
  });
});

describe("a leader who reviews an answer", () => {
  it("is not in charge of the case as well", () => {
    const reviewReasons = "答复说已经到现场看过，可是没有人来过，脚手架还在挡着我家的窗户，要求重新调查。";
    const asked = filed("wages", { ...aboutNobody, units: ["above"] })
      .opens()
      .owner({ command: "reply", ...letter })
      .does({ type: "petitioner", act: { command: "openAnswer" } })
      .does({ type: "petitioner", act: { command: "askReview", reviewReasons } });
    const theirs = asked.part("reviewer", { command: "passReview", to: "leader-head", reason: "出差" });
    expect(theirs.refuses(names)).toBe("notALeader");
    const other = theirs.does({ ...names, by: "governor-head", leader: "governor-head" });
    expect(types(other).at(-1)).toBe("leaderNamed");
  });
});

describe("an instruction", () => {
  it("gives the unit a turn with a day, and the leader hears what was done", () => {
    const story = instructed();
    expect(last(story)).toMatchObject({
      fact: { type: "instructed", n: 1, unit: "river", to: { staff: "river-handler" }, until: "2026-03-20" },
      messages: [{ kind: "taskMail", to: "river-handler", ask: "instructed", lastDay: "2026-03-20" }],
    });
    const seen = story.part("instructed", { command: "seeInstruction" });
    expect(openInstructions(seen.state)).toMatchObject([{ isSeen: true }]);
    expect(seen.partRefused("instructed", { command: "seeInstruction" })).toBe("notAtThisLevel");
    expect(offeredTo("instructed", seen.state, seen.world)).toEqual(["reportInstruction"]);
    const done = seen.part("instructed", { command: "reportInstruction", performed: "已经核清" });
    expect(last(done)?.messages).toMatchObject([{ to: "leader-head", ask: "instructionAnswered" }]);
    expect(clockOf(done.state, "instruction")).toBeUndefined();
    expect(openInstructions(done.state)).toEqual([]);
  });

  it("goes to a unit below the leaders that the petition is not about, by a day within the time", () => {
    const story = led();
    const refused = (more: object) => story.partRefused("inCharge", { ...task, ...more });
    expect(refused({ assistUnit: "nowhere" })).toBe("unitUnclear");
    expect(refused({ assistUnit: "governor" })).toBe("unitUnclear");
    expect(refused({ doneBy: "2026-03-02" })).toBe("instructionDayOutside");
    expect(refused({ doneBy: "2026-06-01" })).toBe("instructionDayOutside");
    const about = filed("wages", { units: ["river"], staff: [] })
      .opens()
      .does(names);
    expect(about.partRefused("inCharge", task)).toBe("unitMayNot");
  });

  it("that is late is the head's of its unit, by another time, and then the leader is told", () => {
    const late = instructed().passes("2026-03-23T02:00:00.000Z", { opening: true });
    expect(partsIn(late.state).filter(({ role }) => role === "instructed")).toMatchObject([{ staff: "river-head" }]);
    const later = late.passes("2026-05-20T02:00:00.000Z", { opening: true });
    const missed = later.events.filter(({ fact }) => fact.type === "leadMissed" && fact.of === "instruction");
    expect(missed).toHaveLength(2);
    expect(missed[1]?.messages).toMatchObject([{ to: "leader-head", ask: "instructionAnswered" }]);
    const done = later.part("instructed", { command: "reportInstruction", performed: "已经办到" });
    expect(clockOf(done.state, "instruction")).toBeUndefined();
  });

  it("has no more than twenty in a case", () => {
    const many = Array.from({ length: 20 }).reduce<Story>((story) => story.part("inCharge", task), led());
    expect(many.partRefused("inCharge", task)).toBe("instructionsEnough");
  });
});

describe("a case that is pulled up", () => {
  const up = { command: "pullUp", pullTo: "leader", reason: "两家单位互推" } as const;

  it("ends its step and goes to the level that was named, never down; the leader stays in charge", () => {
    const low = filed("estate").opens().does(names);
    expect(low.state).toMatchObject({ status: "handling", level: "community" });
    const after = low.part("inCharge", { ...up, pullTo: "department" });
    expect(last(after)).toMatchObject({
      fact: { type: "pulledUp", level: "community", to: "department" },
      messages: [
        { kind: "signal", outcome: "sentOn", startAt: "department" },
        { kind: "taskMail", to: "peach-handler", ask: "pulledUp" },
        { kind: "newsMail", news: "movedUp" },
      ],
    });
    const there = after.opens();
    expect(there.state).toMatchObject({ status: "handling", level: "department" });
    expect(there.partRefused("inCharge", { ...up, pullTo: "department" })).toBe("pullsDown");
    expect(there.part("inCharge", up).opens().state).toMatchObject({ level: "leader" });
    expect(clockOf(there.state, "handling")).toEqual(clockOf(low.state, "handling"));
  });

  it("by the head of the bureau or a leader, on a ground", () => {
    const low = filed("estate").opens();
    const by = { type: "pullUp", by: "bureau-head", to: "department", why: "unitsDiffer" } as const;
    expect(low.refuses({ ...by, by: "bureau-handler" })).toBe("cannotNameLeader");
    expect(low.refuses({ ...by, by: "river-head" })).toBe("cannotNameLeader");
    const after = low.does(by);
    expect(after.refuses(by)).toBe("nothingToLead");
    expect(after.opens().refuses(by)).toBe("pullsDown");
    for (const lang of ["zh", "en"] as const) {
      expect(told(after, toPetitioners, lang).at(-1)).toContain({ zh: "意见不一致", en: "units differ" }[lang]);
    }
  });
});
