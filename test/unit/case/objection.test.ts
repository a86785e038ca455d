import { describe, expect, it } from "vitest";
import { offeredTo, staffForms } from "#case/acts/every-act.ts";
import { leastReasoned } from "#case/forms/form-text.ts";
import { clockOf, periodClock } from "#case/state/running.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import { aboutNobody, Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { dated, filed, letter, promised, type Story } from "./story.ts";

const reason = "物业维修资金由住建部门监管，街道没有这一项职责。";
const object = { command: "object", rightUnit: "river", reason } as const;
const uphold = { command: "upholdObjection", rightUnit: "river", reason: "属于街道的职责" } as const;
const refuse = { command: "refuseObjection", reason: "三定方案写明由住建局办理" } as const;

/** At the department since Monday 2 March 2026, given to it by its category. */
const atDepartment = () => filed("wages").opens();
const objecting = () => atDepartment().owner(object);
/** At the community since then, given to it by the bureau. */
const atCommunity = () => filed("land").opens().owner({ command: "accept" }).opens();
const last = (story: Story) => story.events.at(-1);
const factsSince = (before: Story, after: Story) =>
  after.events.slice(before.events.length).map(({ fact }) => fact.type);
const offered = ({ state, world }: Story) => offeredTo("owner", state, world);

describe("a unit objects", () => {
  it("with reasons and the unit that should have it; the bureau's duty officer is mailed, and no clock of the case moves", () => {
    const before = atDepartment();
    const after = before.owner(object);
    const decider = { unit: "bureau", staff: "bureau-handler" };
    expect(after.state).toMatchObject({
      owner: "housing-handler",
      objections: 1,
      objection: { names: "river", decider },
    });
    expect(last(after)).toMatchObject({
      fact: { type: "objected", unit: "housing", names: "river", sender: decider, decideBy: "2026-03-05" },
      clocks: [{ change: "start", clock: { kind: "objectionDecision", n: 1, days: 3, lastDay: "2026-03-05" } }],
      messages: [{ kind: "taskMail", to: "bureau-handler", ask: "decideObjection", stepNo: 1, lastDay: "2026-03-05" }],
    });
    expect(after.running.filter(({ clock }) => clock.kind !== "objectionDecision")).toEqual(before.running);
  });

  it("and stays the one that has the case: whatever it can do otherwise it can do meanwhile", () => {
    const [before, after] = [atDepartment(), objecting()];
    const asksTheBureau = ["object", "proposeTransfer", "proposeGuidance"];
    expect(offered(after)).toEqual(offered(before).filter((name) => !asksTheBureau.includes(name)));
    expect(offered(before)).toContain("object");
  });

  it("at the first step that the bureau gave it, and not where it was handed back, reported or taken up anew", () => {
    expect(atCommunity().owner(object).state).toHaveProperty("objection");
    const above = atCommunity().owner({ command: "reportUpward", reason: "-" }).opens();
    expect(above.ownerRefused({ ...object, rightUnit: "housing" })).toBe("notAssigned");
    expect(offered(above)).not.toContain("object");
    expect(above.owner({ command: "handBack", reason: "-" }).opens().ownerRefused(object)).toBe("notAssigned");
    const colleague = atDepartment().owner({ command: "reassign", to: "housing-colleague", reason: "-" });
    expect(colleague.owner(object).state).toHaveProperty("objection");
  });

  it("within five working days of the day on which it got it", () => {
    expect(atDepartment().later("2026-03-09T15:59:59.000Z").owner(object).state).toHaveProperty("objection");
    const late = atDepartment().later("2026-03-09T16:00:00.000Z");
    expect(late.ownerRefused(object)).toBe("tooLateToObject");
    expect(offered(late)).not.toContain("object");
  });

  it("once at a time, and twice in the life of a case", () => {
    expect(objecting().ownerRefused(object)).toBe("objectionPending");
    const second = objecting().sender(refuse).owner(object);
    expect(second.state).toMatchObject({ objections: 2 });
    expect(second.sender(refuse).ownerRefused(object)).toBe("objectedTwice");
    const elsewhere = second.sender(uphold).opens();
    expect(elsewhere.ownerRefused({ ...object, rightUnit: "housing" })).toBe("objectedTwice");
  });

  it("naming a unit that there is, that is not itself, and that the petition is not about", () => {
    expect(atDepartment().ownerRefused({ ...object, rightUnit: "nowhere" })).toBe("unitUnclear");
    expect(atDepartment().ownerRefused({ ...object, rightUnit: "leader" })).toBe("unitUnclear");
    expect(atDepartment().ownerRefused({ ...object, rightUnit: "bureau" })).toBe("unitUnclear");
    expect(atDepartment().ownerRefused({ ...object, rightUnit: "housing" })).toBe("unitMayNot");
    const about = filed("wages", undefined, { units: ["river"], staff: [] }).opens();
    expect(about.ownerRefused(object)).toBe("unitMayNot");
    expect(
      about.owner({ ...object, rightUnit: "peach" }).sender({ ...uphold, rightUnit: "peach" }).state,
    ).toMatchObject({
      goingTo: "community",
    });
  });

  it("not where everybody who could decide is complained about", () => {
    const units = directory.units.filter(({ level }) => level === "bureau" || level === "leader").map(({ id }) => id);
    const about = filed("wages", undefined, { units, staff: [] }).opens();
    expect(about.ownerRefused(object)).toBe("nobodyToDecideObjection");
    expect(offered(about)).not.toContain("object");
  });

  it("with a reason of thirty characters at least, of which blanks are none", () => {
    const typed = (text: string) => staffForms.read({ command: "object", rightUnit: "river", reason: text });
    expect(typed("字".repeat(leastReasoned))).toHaveProperty("act");
    for (const short of [
      "不归我们管",
      "字".repeat(leastReasoned - 1),
      `${"字 ".repeat(leastReasoned - 1)}字`.slice(0, 58),
    ]) {
      expect(typed(short)).toMatchObject({ problems: { reason: "tooShort" } });
    }
  });

  it("not at the bureau's own step, nor once it is answered", () => {
    expect(filed("land").opens().ownerRefused(object)).toBe("notAtThisLevel");
    expect(
      atDepartment()
        .owner({ command: "reply", ...letter })
        .ownerRefused(object),
    ).toBe("notAtThisLevel");
  });
});

describe("the bureau decides", () => {
  it("by a turn of its own, and can do nothing else", () => {
    const story = objecting();
    const [, beside] = partsIn(story.state);
    expect(beside).toMatchObject({ role: "sender", staff: "bureau-handler", unit: "bureau" });
    expect(offeredTo("sender", story.state, story.world)).toEqual(["upholdObjection", "refuseObjection"]);
    expect(story.senderRefused({ command: "reply", ...letter })).toBe("notAtThisLevel");
    expect(story.ownerRefused(uphold)).toBe("notAtThisLevel");
    expect(story.ownerRefused(refuse)).toBe("notAtThisLevel");
  });

  it("refuses: the unit is told why and goes on, with the same deadlines", () => {
    const [before, after] = [atDepartment(), objecting().sender(refuse)];
    expect(after.state).not.toHaveProperty("objection");
    expect(after.running).toEqual(before.running);
    expect(last(after)).toMatchObject({
      fact: { type: "objectionRefused", unit: "housing", reason: refuse.reason },
      messages: [{ kind: "taskMail", to: "housing-handler", ask: "objectionRefused" }],
    });
  });

  it("upholds: the step ends, the named unit gets a new one with its whole time, and the law's clock keeps its day", () => {
    const before = objecting();
    const decided = before.later("2026-03-04T02:00:00.000Z").sender(uphold);
    expect(decided.state).toMatchObject({ status: "accepted", goingTo: "township", sentTo: { township: "river" } });
    expect(last(decided)?.messages).toMatchObject([
      { kind: "signal", outcome: "sentOn", startAt: "township" },
      { kind: "taskMail", to: "housing-handler", ask: "sentOn" },
      { kind: "newsMail", news: "sentOn" },
    ]);
    expect(decided.state.running.map(({ clock }) => clock.kind).toSorted()).toEqual(["handling", "transit"]);
    const opened = decided.opens();
    expect(dated(opened.state)).toMatchObject({ unit: "river", level: "township", lastDay: "2026-03-19" });
    expect(periodClock(opened.state, "handling")).toEqual(periodClock(before.state, "handling"));
  });

  it("upholds with a letter: from whom to whom, why, by which article, and by when it is answered all the same", () => {
    expect(last(objecting().sender(uphold))?.fact).toMatchObject({
      letter: {
        kind: "sentOn",
        from: { name: { zh: "housing" } },
        responsible: { name: { zh: "river" } },
        explanation: uphold.reason,
        article: directory.policy.clocks.objection.article,
        due: { lastDay: periodClock(objecting().state, "handling").lastDay },
      },
    });
  });

  it("gives it to another unit than the one that was named, or names one that cannot have it in vain", () => {
    const other = objecting()
      .sender({ ...uphold, rightUnit: "peach" })
      .opens();
    expect(other.state).toMatchObject({ unit: "peach", level: "community" });
    expect(objecting().senderRefused({ ...uphold, rightUnit: "housing" })).toBe("unitMayNot");
    expect(objecting().senderRefused({ ...uphold, rightUnit: "nowhere" })).toBe("unitUnclear");
  });

  it("so that the next unit may object in its turn, which the bureau's head decides and nobody after that", () => {
    const second = objecting()
      .sender(uphold)
      .opens()
      .owner({ ...object, rightUnit: "housing" });
    expect(second.state).toMatchObject({ objection: { decider: { staff: "bureau-head" }, isLast: true } });
    expect(last(second)?.fact).toMatchObject({ isLast: true });
    expect(
      second
        .sender({ ...uphold, rightUnit: "housing" })
        .opens()
        .ownerRefused(object),
    ).toBe("objectedTwice");
  });
});

/** A second community, and a second department that no category names. */
const wider = Directory.parse({
  ...directory,
  units: [
    ...directory.units,
    { id: "hill", level: "township", name: { zh: "hill", en: "hill" }, head: "hill-head" },
    { id: "plum", level: "community", parent: "hill", name: { zh: "plum", en: "plum" }, head: "plum-head" },
    { id: "roads", level: "department", name: { zh: "roads", en: "roads" }, head: "roads-head" },
  ],
  staff: [
    ...directory.staff,
    ...["hill", "plum", "roads"].map((unit) => ({
      id: `${unit}-head`,
      name: unit,
      unit,
      email: `${unit}@example.org`,
    })),
  ],
  duties: [...directory.duties, ...["hill", "plum", "roads"].map((unit) => ({ unit, staff: `${unit}-head` }))],
});
const wide = (category: "estate" | "wages") => filed(category, undefined, aboutNobody, wider).opens();
const sent = (story: Story, rightUnit: string) =>
  story
    .owner({ ...object, rightUnit })
    .sender({ ...uphold, rightUnit })
    .opens();
const up = (story: Story) => story.owner({ command: "reportUpward", reason: "-" }).opens();
const down = (story: Story) => story.owner({ command: "handBack", reason: "-" }).opens();

describe("a case that was sent on", () => {
  it("to another department comes back to that one from below, and not to its category's", () => {
    const roads = sent(wide("wages"), "roads");
    expect(roads.state).toMatchObject({ unit: "roads", level: "department" });
    const below = down(roads);
    expect(below.state).toMatchObject({ unit: "river", level: "township" });
    expect(up(below).state).toMatchObject({ unit: "roads" });
  });

  it("to another community climbs to that one's township", () => {
    const plum = sent(wide("estate"), "plum");
    expect(plum.state).toMatchObject({ unit: "plum", community: "plum" });
    expect(up(plum).state).toMatchObject({ unit: "hill" });
  });

  it("to another township has no place there yet, and is not handed back to a community of the old one", () => {
    const hill = sent(wide("estate"), "hill");
    expect(hill.state).toMatchObject({ unit: "hill", level: "township" });
    expect(hill.state).not.toHaveProperty("community");
    expect(hill.ownerRefused({ command: "handBack", reason: "-" })).toBe("nobodyBelow");
    expect(up(hill).state).toMatchObject({ unit: "housing" });
  });

  it("keeps its place where its own township has it", () => {
    expect(sent(wide("wages"), "river").state).toMatchObject({ unit: "river", community: "peach" });
  });

  it("to a unit that is dissolved goes to whoever has taken over", () => {
    const moving = wide("wages")
      .owner({ ...object, rightUnit: "roads" })
      .sender({ ...uphold, rightUnit: "roads" });
    const merged = Directory.parse({
      ...wider,
      units: wider.units.filter(({ id }) => id !== "roads"),
      staff: wider.staff.filter(({ unit }) => unit !== "roads"),
      duties: wider.duties.filter(({ unit }) => unit !== "roads"),
      former: { units: [{ id: "roads", name: { zh: "roads", en: "roads" }, successor: "housing" }], categories: [] },
    });
    expect(moving.governed(merged).opens().state).toMatchObject({ unit: "housing" });
  });
});

describe("nobody decides", () => {
  it("in time: nothing is upheld, and the bureau's head has to, in as many days", () => {
    const climbed = objecting().passes("2026-03-06T02:00:00.000Z");
    expect(climbed.events.map(({ fact }) => fact.type)).toContain("objectionAwaited");
    expect(last(climbed)).toMatchObject({
      fact: {
        type: "objectionClimbed",
        from: "bureau-handler",
        to: { unit: "bureau", staff: "bureau-head" },
        lastDay: "2026-03-05",
        decideBy: "2026-03-11",
      },
      messages: [{ kind: "taskMail", to: "bureau-head", ask: "decideObjection", lastDay: "2026-03-11" }],
    });
    const turn = { stepNo: 1, staff: "bureau-handler", assignment: 2 };
    expect(roleIn(objecting().state, turn)).toBe("sender");
    expect(roleIn(climbed.state, turn)).toBeUndefined();
    expect(climbed.sender(refuse).state).not.toHaveProperty("objection");
  });

  it("at all: the head is reminded every working morning, by a mail each, and the step's own end goes on", () => {
    const silent = objecting().passes("2026-03-13T02:00:00.000Z");
    const mails = silent.events.flatMap(({ at, messages }) =>
      messages.flatMap((one) => (one.kind === "taskMail" && one.to === "bureau-head" ? [at.slice(0, 10)] : [])),
    );
    expect(mails).toEqual(["2026-03-05", "2026-03-11", "2026-03-12", "2026-03-13"]);
    const over = objecting().passes("2026-03-18T02:00:00.000Z");
    expect(factsSince(silent, over)).toEqual(expect.arrayContaining(["objectionLapsed", "stepOverdue"]));
    expect(clockOf(over.state, "objectionDecision")).toBeUndefined();
  });

  it("before the step is over otherwise: the objection lapses on record, its clock stops, and its link is good for nothing", () => {
    const ways: ((story: Story) => Story)[] = [
      (story) => story.owner({ command: "reply", ...letter }),
      (story) => story.owner({ command: "reportUpward", reason: "-" }),
      (story) => story.does({ type: "petitioner", act: { command: "withdraw", understood: "yes" } }),
      (story) => story.owner(promised("2026-03-09")).does({ type: "petitioner", act: { command: "agreeSettlement" } }),
    ];
    for (const ends of ways) {
      const before = objecting();
      const after = ends(before);
      expect(factsSince(before, after)).toContain("objectionLapsed");
      expect(clockOf(after.state, "objectionDecision")).toBeUndefined();
      expect(roleIn(after.state, { stepNo: 1, staff: "bureau-handler", assignment: 2 })).toBeUndefined();
    }
  });
});

describe("whoever was to decide cannot", () => {
  const without = (id: string): Directory => ({
    ...directory,
    staff: directory.staff.filter((person) => person.id !== id),
    duties: directory.duties.map((duty) => (duty.staff === id ? { ...duty, staff: "bureau-colleague" } : duty)),
  });

  it("as they have left: whoever has their duty now decides, at once, with a link of their own", () => {
    const story = objecting().governed(without("bureau-handler")).does({ type: "handOver" });
    expect(story.state).toMatchObject({ objection: { decider: { staff: "bureau-colleague" } } });
    expect(last(story)).toMatchObject({
      fact: { type: "objectionPassedOn", how: "left" },
      messages: [{ kind: "taskMail", to: "bureau-colleague", ask: "decideObjection", lastDay: "2026-03-05" }],
    });
    expect(story.sender(uphold).state).toMatchObject({ status: "accepted" });
  });

  it("as no mail reaches them", () => {
    const turn = { stepNo: 1, staff: "bureau-handler", assignment: 2 };
    const story = objecting().does({ type: "passOn", turn, unreachable: ["bureau-handler"] });
    expect(story.state).toMatchObject({ objection: { decider: { staff: "bureau-head" } } });
  });

  it("as they have the step themselves by now: nobody decides on what they have asked for", () => {
    const head = objecting().ownerRefused({ command: "reassign", to: "bureau-handler", reason: "-" });
    expect(head).toBe("notAColleague");
    const away = [{ from: "2026-03-01", until: "2026-12-31" }];
    const alone: Directory = {
      ...directory,
      staff: directory.staff.map((person) => (person.unit === "housing" ? { ...person, away } : person)),
    };
    const story = filed("wages", undefined, aboutNobody, alone).opens();
    expect(story.state).toMatchObject({ unit: "housing", owner: "bureau-handler" });
    expect(story.owner(object).state).toMatchObject({ objection: { decider: { staff: "bureau-head" } } });
  });

  it("as the bureau is what the petition is about: a leader's office decides", () => {
    const about = filed("wages", undefined, { units: ["bureau"], staff: [] })
      .opens()
      .owner(object);
    expect(about.state).toMatchObject({ objection: { decider: { unit: "leader" } } });
  });
});

describe("turns at one step", () => {
  it("have numbers that differ, so that a link is good for one of them", () => {
    const story = objecting()
      .sender(refuse)
      .owner({ command: "reassign", to: "housing-colleague", reason: "-" })
      .owner(object);
    const turns = story.events.flatMap(({ fact }) => ("assignment" in fact ? [fact.assignment] : []));
    expect(turns).toEqual([2, 3, 4]);
    expect(story.owner({ command: "reportUpward", reason: "-" }).opens().state).not.toHaveProperty("turns");
  });
});
