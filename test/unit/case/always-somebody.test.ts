import { describe, expect, it } from "vitest";
import type { FactOf } from "#case/state/event.ts";
import { periodClock } from "#case/state/running.ts";
import type { About, Directory, Staff } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { dated, filed, letter, type Story } from "./story.ts";

const march = { from: "2026-03-01", until: "2026-03-31" };
const away = (...absences: [id: string, deputy?: string][]): Directory => ({
  ...directory,
  staff: directory.staff.map((person): Staff => {
    const absence = absences.find(([id]) => id === person.id);
    if (absence === undefined) return person;
    const [, deputy] = absence;
    return { ...person, away: [{ ...march, ...(deputy !== undefined && { deputy }) }] };
  }),
});
const upTo = (story: Story, turns: number): Story =>
  turns === 0 ? story : upTo(story.owner({ command: "reportUpward", reason: "-" }).opens(), turns - 1);
const openings = ({ events }: Story) =>
  events.flatMap(({ fact }) => (fact.type === "stepOpened" || fact.type === "levelSkipped" ? [fact] : []));
const lastOpening = (story: Story): FactOf<"stepOpened"> | undefined =>
  openings(story).findLast((fact) => fact.type === "stepOpened");
const estate = (from: Directory, about: Partial<About> = {}) =>
  filed("estate", undefined, { units: [], staff: [], ...about }, from).opens();

describe("a township in which nobody is at work", () => {
  const vacant = away(["river-handler", "river-colleague"], ["river-colleague"], ["river-head"]);

  it("still gets its step: the bureau's duty officer holds it, and the record says who could not", () => {
    const story = upTo(estate(vacant), 1);
    expect(story.state).toMatchObject({ status: "handling", unit: "river", owner: "bureau-handler" });
    expect(lastOpening(story)).toMatchObject({
      because: "bureauDuty",
      passedOver: [
        { staff: "river-handler", why: "away" },
        { staff: "river-colleague", why: "away" },
        { staff: "river-head", why: "away" },
      ],
    });
  });
});

describe("a community that belongs to no township any more", () => {
  const { units } = directory;
  const cut = {
    ...directory,
    units: units.map(({ parent, ...unit }) => (unit.id === "peach" ? unit : { ...unit, ...(parent && { parent }) })),
  };

  it("reports upward past the missing level, and the record says that it has no unit", () => {
    const story = estate(cut).owner({ command: "reportUpward", reason: "-" }).opens().opens();
    expect(openings(story).slice(-2)).toMatchObject([
      { type: "levelSkipped", level: "township", reason: "noUnit", to: "department" },
      { type: "stepOpened", unit: "housing", owner: "housing-handler", because: "onDuty" },
    ]);
  });
});

describe("a unit that is dissolved, with all who work there, while it has a step", () => {
  it("leaves it to the bureau at the next reminder, and the step climbs at its deadline as it would have", () => {
    const newer = {
      ...directory,
      version: "after the reform",
      units: directory.units.filter(({ id }) => id !== "river"),
      staff: directory.staff.filter(({ unit }) => unit !== "river"),
      duties: directory.duties.filter(({ unit }) => unit !== "river"),
    };
    const before = upTo(estate(directory), 1);
    expect(before.state).toMatchObject({ unit: "river", owner: "river-handler" });
    const reminded = before.governed(newer).passes("2026-03-12T02:00:00.000Z");
    expect(reminded.state).toMatchObject({ owner: "bureau-handler", because: "bureauDuty" });
    const climbed = reminded.passes("2026-03-31T00:00:00.000Z", { opening: true });
    expect(climbed.state).toMatchObject({ status: "handling", level: "department", owner: "housing-handler" });
  });
});

describe("a handler on leave whose deputy is on leave", () => {
  it("leaves the step to the deputy's deputy, or else to the head", () => {
    const chain = away(["peach-handler", "peach-colleague"], ["peach-colleague", "river-colleague"]);
    expect(lastOpening(estate(chain))).toMatchObject({
      owner: "river-colleague",
      because: "deputy",
      passedOver: [{ staff: "peach-handler" }, { staff: "peach-colleague" }],
    });
    const broken = away(["peach-handler", "peach-colleague"], ["peach-colleague"]);
    expect(lastOpening(estate(broken))).toMatchObject({ owner: "peach-head", because: "unitHead" });
  });

  it("leaves it to the head when the deputies stand in for each other, and says so of each once", () => {
    const circle = away(["peach-handler", "peach-colleague"], ["peach-colleague", "peach-handler"]);
    expect(lastOpening(estate(circle))).toMatchObject({
      owner: "peach-head",
      passedOver: [
        { staff: "peach-handler", why: "away" },
        { staff: "peach-colleague", why: "away" },
      ],
    });
  });
});

describe("a head whom the petition is about", () => {
  it("does not get the step that is theirs by turn: the bureau holds it, and the record says why", () => {
    const story = estate(away(["peach-handler"]), { staff: ["peach-head"] });
    expect(story.state).toMatchObject({ unit: "peach", owner: "bureau-handler" });
    expect(lastOpening(story)).toMatchObject({
      because: "bureauDuty",
      passedOver: [
        { staff: "peach-handler", why: "away" },
        { staff: "peach-head", why: "complainedAbout" },
      ],
    });
  });
});

describe("the only leader's office, when the petition is about it", () => {
  it("does not get the step: the bureau holds it at the top, and the record says why", () => {
    const department = filed("wages", undefined, { units: ["leader"], staff: [] }).opens();
    const story = department.owner({ command: "reportUpward", reason: "-" }).opens();
    expect(story.state).toMatchObject({ status: "handling", level: "leader", unit: "bureau", owner: "bureau-handler" });
    expect(lastOpening(story)).toMatchObject({ because: "bureauDuty", vacancy: "complainedAbout" });
    const answered = story.owner({ command: "reply", ...letter });
    expect(answered.state).toMatchObject({ status: "delivering", answeredBy: { unit: "bureau" } });
  });

  it("does not keep a petition from being registered that is about the bureau too", () => {
    const about = { units: ["leader", "bureau"], staff: [] };
    expect(filed("land", undefined, about).state.responsible).toEqual({ unit: "housing", staff: "housing-handler" });
    expect(filed("land", undefined, about).opens().state).toMatchObject({ status: "screening", unit: "housing" });
  });
});

describe("a step that opens at a weekend", () => {
  it("goes to whoever is at work when the office opens, not to who leaves on that day", () => {
    const leave = { from: "2026-03-16", until: "2026-03-27", deputy: "river-colleague" };
    const onLeave: Directory = {
      ...directory,
      staff: directory.staff.map((person) => (person.id === "river-handler" ? { ...person, away: [leave] } : person)),
    };
    const community = filed("estate", "2026-03-06T02:00:00.000Z", { units: [], staff: [] }, onLeave).opens();
    const saturday = community.passes("2026-03-14T02:00:00.000Z", { opening: true });
    expect(saturday.state).toMatchObject({ level: "township" });
    expect(periodClock(saturday.state, "step").start).toBe("2026-03-13T16:00:00.000Z");
    expect(saturday.state).toMatchObject({ owner: "river-colleague", because: "deputy" });
  });
});

describe("a handler who goes on leave, or leaves, in the middle of a step", () => {
  const onLeave = away(["peach-handler", "peach-colleague"]);
  const gone = { ...directory, staff: directory.staff.filter(({ id }) => id !== "peach-handler") };
  const facts = ({ events }: Story) => events.map(({ fact }) => fact);

  it("is not reminded into the void: whoever stands in takes the step over and is told, with the same deadline", () => {
    const open = filed("estate").opens();
    const story = open.governed(onLeave).passes("2026-03-09T02:00:00.000Z");
    expect(facts(story).slice(-3)).toMatchObject([
      {
        type: "reassigned",
        how: "whileAway",
        from: "peach-handler",
        to: "peach-colleague",
        because: "deputy",
        assignment: 2,
      },
      { type: "reminded", percent: 50, to: "peach-colleague" },
      { type: "reminded", percent: 75, to: "peach-colleague" },
    ]);
    expect(dated(story.state)).toMatchObject({ owner: "peach-colleague", because: "deputy", lastDay: "2026-03-09" });
    const messages = story.events.flatMap((event) => event.messages).slice(-3);
    expect(messages).toMatchObject([
      { kind: "taskMail", ask: "handle", to: "peach-colleague", assignment: 2 },
      { kind: "notice", percent: 50, to: "peach-colleague", assignment: 2 },
      { kind: "notice", percent: 75, to: "peach-colleague", assignment: 2 },
    ]);
    expect(story.owner({ command: "acknowledge" }).state).toHaveProperty("acknowledgedAt");
  });

  it("leaves it to the head when the directory does not know them any more", () => {
    const served = {
      ...gone,
      duties: gone.duties.map((duty) => ({ ...duty, staff: duty.staff.replace("peach-handler", "peach-head") })),
    };
    const story = filed("estate").opens().governed(served).passes("2026-03-06T02:00:00.000Z");
    expect(story.state).toMatchObject({ owner: "peach-head", assignment: 2 });
  });

  it("is not followed by who decides on their request for more time, but by the next on the ladder, with the reason", () => {
    const township = upTo(filed("estate").opens(), 1).owner({ command: "askExtension", days: 5, reason: "-" });
    const story = township.governed(away(["river-handler"])).passes("2026-03-11T02:00:00.000Z");
    expect(story.state).toMatchObject({ unit: "river", owner: "bureau-handler", assignment: 2 });
    expect(story.state).toMatchObject({ extension: { head: { staff: "river-head" } } });
    expect(facts(story).findLast(({ type }) => type === "reassigned")).toMatchObject({
      because: "bureauDuty",
      passedOver: [
        { staff: "river-handler", why: "away" },
        { staff: "river-head", why: "decides" },
      ],
    });
    const approved = story.head({ command: "approveExtension" });
    expect(approved.state).toMatchObject({ owner: "bureau-handler", extensionDecided: "approved" });
  });

  it("is followed by somebody of the same unit, also when the category has gone to another department meanwhile", () => {
    const story = filed("wages").opens();
    const { categories } = onLeave;
    const labour = { ...directory.units[3], id: "labour", level: "department" as const, head: "labour-head" };
    const moved = {
      ...away(["housing-handler"]),
      units: [
        ...directory.units,
        { ...labour, name: { zh: "labour", en: "labour" }, covers: [], search: [], pinyin: [] },
      ],
      categories: categories.map((category) =>
        category.id === "wages" ? { ...category, department: "labour" } : category,
      ),
    };
    const later = story.governed(moved).passes("2026-03-10T02:00:00.000Z");
    expect(later.state).toMatchObject({ unit: "housing", owner: "housing-head", because: "unitHead" });
  });

  it("of an urgent case is mailed once to who stands in: the task itself is the reminder", () => {
    const story = filed("hazard").opens().governed(onLeave).passes("2026-03-03T12:00:00.000Z");
    const mails = story.events.flatMap(({ messages }) => messages).filter(({ kind }) => kind === "taskMail");
    expect(mails).toMatchObject([
      { ask: "handle", to: "peach-handler" },
      { ask: "handle", to: "peach-colleague", assignment: 2 },
    ]);
  });

  it("after an answer leaves its delivery to somebody of the unit, who may record it", () => {
    const answered = filed("wages")
      .opens()
      .owner({ command: "reply", ...letter });
    const story = answered.governed(away(["housing-handler", "housing-colleague"])).passes("2026-03-08T02:00:00.000Z");
    expect(facts(story).slice(-2)).toMatchObject([
      { type: "reassigned", how: "whileAway", from: "housing-handler", to: "housing-colleague", stepNo: 2 },
      { type: "deliveryAsked", why: "unopened", to: "housing-colleague" },
    ]);
    const messages = story.events.flatMap((event) => event.messages).slice(-1);
    expect(messages).toMatchObject([{ ask: "deliver", to: "housing-colleague", assignment: 2 }]);
    const delivered = story.owner({ command: "recordDelivery", how: "byHand", on: "2026-03-08", tracking: undefined });
    expect(delivered.events.at(-1)?.by).toEqual({ kind: "staff", id: "housing-colleague" });
    expect(story.state).toMatchObject({ answeredBy: { staff: "housing-handler" } });
  });

  it("at the top is followed by who stands in, who is under supervision from then on", () => {
    const top = filed("wages").opens().owner({ command: "reportUpward", reason: "-" }).opens();
    const story = top.governed(away(["leader-handler", "leader-colleague"])).passes("2026-03-13T02:00:00.000Z");
    expect(story.state).toMatchObject({ owner: "leader-colleague", supervisedSince: "2026-03-12T16:00:00.000Z" });
  });
});

it("in all of these at once, every step of an untouched case has a named owner up to the leader, and each says why", () => {
  const all = away(
    ["river-handler", "river-colleague"],
    ["river-colleague"],
    ["river-head"],
    ["housing-handler", "housing-colleague"],
    ["housing-colleague"],
  );
  const story = estate(all, { staff: ["housing-head"] }).passes("2026-04-20T00:00:00.000Z", { opening: true });
  expect(
    openings(story).map((fact) => fact.type === "stepOpened" && `${fact.unit} ${fact.owner} ${fact.because}`),
  ).toEqual([
    "peach peach-handler onDuty",
    "river bureau-handler bureauDuty",
    "housing bureau-handler bureauDuty",
    "leader leader-handler onDuty",
  ]);
  expect(story.state.responsible.staff).toBe("peach-handler");
});
