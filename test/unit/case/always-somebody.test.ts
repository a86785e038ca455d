import { describe, expect, it } from "vitest";
import type { FactOf } from "#case/event.ts";
import type { About, Directory, Staff } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed, type Story } from "./story.ts";

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
