import fc from "fast-check";
import { expect, it, test } from "vitest";
import type { LinkFor } from "#access/link.ts";
import { decide } from "#case/acts/decide.ts";
import { agendaFor } from "#case/digest/agenda.ts";
import { rightIn } from "#case/state/rights.ts";
import { partsIn } from "#case/state/standing.ts";
import { districtDate } from "#clock/period.ts";
import { type About, aboutNobody, type Directory } from "#directory/directory.ts";
import { headActs, historyAbout, last, staffActs } from "../case/any-history.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";
import { linksGiven, office } from "./office.ts";

const unitIds = directory.units.map(({ id }) => id);
const staffIds = directory.staff.map(({ id }) => id);

const about: fc.Arbitrary<About> = fc.record({
  units: fc.subarray(unitIds, { maxLength: 2 }),
  staff: fc.subarray(staffIds, { maxLength: 3 }),
});
/** Whom a petition may be about from the beginning: the bureau has to be left to hold it. */
const aboutAtFirst: fc.Arbitrary<About> = fc.record({
  units: fc.subarray(["river", "housing"]),
  staff: fc.subarray(["peach-handler", "leader-head"]),
});

/** Stays, whatever a newer directory changes: every unit has to have a head and somebody on duty. */
const stays = "bureau-colleague";
const others = staffIds.filter((id) => id !== stays);

/** What a newer directory says of people: some have left, some work in another unit. */
type Changed = { left: string[]; moved: Record<string, string> };
const changed: fc.Arbitrary<Changed> = fc.record({
  left: fc.subarray(others, { maxLength: 5 }),
  moved: fc.dictionary(fc.constantFrom(...others), fc.constantFrom(...unitIds), { maxKeys: 6 }),
});
const after = ({ left, moved }: Changed): Directory => {
  const orWhoStays = (id: string): string => (left.includes(id) ? stays : id);
  return {
    ...directory,
    version: "test-2",
    units: directory.units.map((unit) => ({ ...unit, head: orWhoStays(unit.head) })),
    duties: directory.duties.map((duty) => ({ ...duty, staff: orWhoStays(duty.staff) })),
    staff: directory.staff
      .filter(({ id }) => !left.includes(id))
      .map((person) => ({ ...person, unit: moved[person.id] ?? person.unit })),
  };
};

/** Who has no business with a case whatever its state: told from the two lists alone, not by the code under test. */
const isKeptOut = ({ state }: Story, { staff }: LinkFor, { staff: people, units }: Directory): boolean => {
  const unit = people.find(({ id }) => id === staff)?.unit;
  const heads = units.some((office) => office.head === staff && state.about.units.includes(office.id));
  return unit === undefined || heads || state.about.staff.includes(staff) || state.about.units.includes(unit);
};

const everything = (story: Story) => [
  ...staffActs,
  ...headActs,
  { command: "recordDelivery", how: "byPost", on: districtDate(story.world.now), tracking: undefined } as const,
];

const withAbout = (story: Story, complainedAbout: About): Story => ({
  ...story,
  state: { ...story.state, about: complainedAbout },
});

it("for any history, link, newer directory and later complaint, only whoever may look and act now does either", async () => {
  await fc.assert(
    fc.asyncProperty(historyAbout(aboutAtFirst), changed, fc.option(about), async (states, change, later) => {
      const newer = after(change);
      const told = last(states).governed(newer);
      const story = later === null ? told : withAbout(told, later);
      const { state, events, world } = story;
      for (const link of linksGiven(events)) {
        const { open, act, page, held, looks, committed } = office(story);
        const outcome = await open(held(link));
        const reply = await page(link);
        const html = "html" in reply ? reply.html : "";
        const turn = { by: link.staff, stepNo: link.stepNo, assignment: link.assignment };
        const canDo = everything(story).some(
          (command) => "events" in decide(state, { type: "staff", ...turn, act: command }, world),
        );
        const person = newer.staff.find(({ id }) => id === link.staff);
        const before = directory.staff.find(({ id }) => id === link.staff);
        const hasMoved = person?.unit !== before?.unit;
        const hasTurn = partsIn(state).some(
          ({ staff, stepNo, assignment }) =>
            staff === link.staff && stepNo === link.stepNo && assignment === link.assignment,
        );
        const mayBeHere = hasTurn && !hasMoved && !isKeptOut(story, link, newer);
        expect(outcome.kind).toBe(mayBeHere ? "open" : "past");
        expect(reply.status).toBe(200);
        const speaks = outcome.kind === "open" && (outcome.role === "owner" || outcome.role === "confidant");
        expect(html.includes("王小芳")).toBe(mayBeHere && speaks);
        expect(looks).toHaveLength(mayBeHere ? 2 : 0);
        if (!mayBeHere) {
          expect(canDo).toBe(false);
          const acted = await act(held(link), { command: "acknowledge" });
          expect(acted.kind).toBe("past");
          expect(committed).toEqual([]);
        }
        const isTheirs = "role" in rightIn(state, link, newer);
        expect(isTheirs).toBe(mayBeHere);
        if (person === undefined || mayBeHere) continue;
        const { agenda } = agendaFor(person, { notices: [], cases: [state], histories: new Map() }, world);
        const turns = [agenda.overdue, agenda.today, agenda.thisWeek, agenda.halfway].flat().map(({ turn }) => turn);
        expect(turns).not.toContainEqual({
          staff: link.staff,
          stepNo: link.stepNo,
          assignment: link.assignment,
        });
      }
    }),
    { numRuns: 80 },
  );
  // Less than a second of a processor, and more than ten of a clock where many share it: fifty thousand such histories held.
}, 60_000);

const moved = (id: string, unit: string): Directory => after({ left: [], moved: { [id]: unit } });
const opened = filed("wages").opens();

test.each([
  ["has moved to another unit", opened.governed(moved("housing-handler", "river"))],
  ["has come to the office that it complains about", withAbout(opened, { units: ["housing"], staff: [] })],
  ["is whom it complains about", withAbout(opened, { units: [], staff: ["housing-handler"] })],
])(
  "whoever %s is told that others work on it, and neither why nor anything of the case but its number",
  async (_, story) => {
    const { open, page, act, held, looks, committed } = office(story);
    const [link] = linksGiven(story.events);
    if (link === undefined) throw new Error("no link was given");
    expect(await open(held(link))).toMatchObject({ kind: "past", past: "notYours" });
    const reply = await page(link);
    const html = "html" in reply ? reply.html : "";
    expect(reply.status).toBe(200);
    expect(html).toContain("这件事项不再由您办理");
    expect(html).toContain("安和信〔2026〕0001号");
    for (const kept of ["王小芳", "housing handler", "办理中", "承办单位"]) expect(html).not.toContain(kept);
    expect(await act(held(link), { command: "acknowledge" })).toMatchObject({ kind: "past", past: "notYours" });
    expect([looks, committed]).toEqual([[], []]);
  },
);

test("the turn of somebody who has moved passes to who is there when its clock next rings", () => {
  const story = opened.governed(moved("housing-handler", "river")).passes("2026-03-11T00:00:00.000Z");
  expect(story.events.map(({ fact }) => fact)).toContainEqual(
    expect.objectContaining({ type: "reassigned", how: "left", from: "housing-handler" }),
  );
  expect(partsIn(story.state).map((part) => "role" in rightIn(story.state, part, story.world.directory))).toEqual([
    true,
  ]);
});

test("who belonged to an office when it was complained about is kept out wherever they work since", () => {
  const about: About = { units: ["river"], staff: [] };
  const story = filed("estate", undefined, about);
  expect(story.state.about).toEqual({ units: ["river"], staff: ["river-head", "river-handler", "river-colleague"] });
  // Their new unit gets the case next, and they have its duty.
  const changed = moved("river-handler", "housing");
  const duties = changed.duties.map((duty) => (duty.unit === "housing" ? { ...duty, staff: "river-handler" } : duty));
  const atHousing = story
    .governed({ ...changed, duties })
    .opens()
    .owner({ command: "reportUpward", reason: "-" });
  const opened = atHousing.opens().opens();
  expect(opened.state).toMatchObject({ status: "handling", unit: "housing", owner: "housing-head" });
  expect(opened.events.at(-1)?.fact).toMatchObject({
    passedOver: [{ staff: "river-handler", why: "complainedAbout" }],
  });
  expect(opened.ownerRefused({ command: "reassign", to: "river-handler", reason: "-" })).toBe("complainedAbout");
});

test("who heads an office that is complained about is kept out, though they work in another", () => {
  const units = directory.units.map((unit) => (unit.id === "river" ? { ...unit, head: "housing-handler" } : unit));
  const story = filed("wages", undefined, { units: ["river"], staff: [] }, { ...directory, units }).opens();
  expect(story.state).toMatchObject({ unit: "housing", owner: "housing-head" });
  const appointed = opened.governed({ ...directory, units });
  const complaint = withAbout(appointed, { units: ["river"], staff: [] });
  const turn = { staff: "housing-handler", stepNo: 1, assignment: 1 };
  expect(rightIn(complaint.state, turn, complaint.world.directory)).toEqual({ barred: "complainedAbout" });
  expect(rightIn(appointed.state, turn, appointed.world.directory)).toMatchObject({ role: "owner" });
});

test("who is head no longer decides no longer, though they stay in the unit", () => {
  const asking = opened.owner({ command: "askExtension", days: 15, reason: "-" });
  const units = directory.units.map((unit) => (unit.id === "housing" ? { ...unit, head: "housing-colleague" } : unit));
  const replaced = asking.governed({ ...directory, units });
  expect(replaced.headRefused({ command: "approveExtension" })).toBe("movedOn");
  const handed = replaced.does({ type: "handOver" });
  expect(handed.events.at(-1)).toMatchObject({
    fact: { type: "decisionPassedOn", from: "housing-head", to: { unit: "housing", staff: "housing-colleague" } },
    messages: [{ kind: "taskMail", to: "housing-colleague", ask: "decideExtension" }],
  });
  expect(handed.head({ command: "approveExtension" }).state).toMatchObject({ extensionDecided: "approved" });
});

test.each([
  ["has left", after({ left: ["housing-handler"], moved: {} }), "left"],
  ["has moved", moved("housing-handler", "river"), "left"],
] as const)("the turn of somebody who %s passes at once when the directory is put in force", (_, newer, how) => {
  for (const before of [
    opened,
    opened.owner({ command: "reply", outcome: "resolved", facts: "-", rule: "-", decision: "-" }),
  ]) {
    const handed = before.governed(newer).does({ type: "handOver" });
    const [part] = partsIn(handed.state);
    expect(handed.events.at(-1)).toMatchObject({
      fact: { type: "reassigned", how, from: "housing-handler", to: part?.staff },
      messages: [{ kind: "taskMail", to: part?.staff }],
    });
    expect(part !== undefined && "role" in rightIn(handed.state, part, newer)).toBe(true);
    expect(handed.does({ type: "handOver" }).events).toHaveLength(handed.events.length);
  }
});

test("whoever has moved to the bureau and is its duty officer gets the turn anew, in the bureau's name", () => {
  const onlyOne = {
    ...moved("housing-handler", "bureau"),
    duties: [{ unit: "bureau", staff: "housing-handler" }],
    units: directory.units.map((unit) => (unit.id === "housing" ? { ...unit, head: "housing-handler" } : unit)),
  };
  const story = opened.governed(onlyOne).passes("2026-03-11T00:00:00.000Z");
  expect(story.state).toMatchObject({ owner: "housing-handler", ownersUnit: "bureau", assignment: 2 });
});

test("a case that complains about nobody keeps its owner in reach", () => {
  expect(rightIn(opened.state, { staff: "housing-handler", stepNo: 1, assignment: 1 }, directory)).toMatchObject({
    role: "owner",
    person: { id: "housing-handler" },
  });
  expect(opened.state.about).toEqual(aboutNobody);
});

test("a head's look at the story is recorded as a look at the story alone, which the petitioner can read", async () => {
  const { open, shown, looks } = office(opened.owner({ command: "askExtension", days: 15, reason: "等鉴定结论" }));
  expect(await open(shown("housing-head"))).toMatchObject({ kind: "open", role: "head", petitioner: undefined });
  expect(looks).toEqual([{ at: opened.now, by: "housing-head", unit: "housing", stepNo: 1, only: "matter" }]);
});

const reply = { command: "reply", outcome: "resolved", facts: "-", rule: "-", decision: "-" } as const;
const correction = { ...reply, command: "correctLetter", kind: "slip", change: "-", reason: "-" } as const;
/** About the township: a department's handler may answer it until they come to work there. */
const answered = filed("wages", undefined, { units: ["river"], staff: [] })
  .opens()
  .owner(reply);
const delivered = answered.does({ type: "petitioner", act: { command: "openAnswer" } });
/** Who may correct the letter now, and does. */
const corrected = (story: Story): Story => {
  const [part] = partsIn(story.state);
  if (part === undefined) throw new Error("Nobody may correct it");
  const { staff: by, stepNo, assignment } = part;
  return story.does({ type: "staff", by, stepNo, assignment, act: correction });
};
const withoutHousing = after({ left: ["housing-handler", "housing-head", "housing-colleague"], moved: {} });

test.each([
  ["has left", after({ left: ["housing-handler"], moved: {} }), "left"],
  ["has moved to another unit", moved("housing-handler", "leader"), "left"],
  ["has moved to the office that it complains about", moved("housing-handler", "river"), "recused"],
  ["has left with all of their unit", withoutHousing, "left"],
] as const)(
  "the letter of somebody who %s can be delivered and corrected, by whom it falls to now",
  (_, newer, how) => {
    for (const [before, ask] of [
      [answered, "deliver"],
      [delivered, "mayCorrect"],
    ] as const) {
      const story = before.governed(newer);
      const { stepNo } = before.state;
      const gone = { type: "staff", by: "housing-handler", stepNo, assignment: 1, act: correction } as const;
      expect(story.refuses(gone)).toBe("movedOn");
      const handed = story.does({ type: "handOver" });
      const [{ staff: to } = { staff: "nobody" }] = partsIn(handed.state);
      expect(rightIn(handed.state, { staff: to, stepNo, assignment: 2 }, newer)).toMatchObject({ role: "owner" });
      expect(handed.events.at(-1)).toMatchObject({
        fact: { type: "reassigned", how, from: "housing-handler", to },
        messages: [{ kind: "taskMail", to, ask, stepNo, assignment: 2 }],
      });
      expect(corrected(handed).events.at(-1)).toMatchObject({
        by: { kind: "staff", id: to },
        fact: { type: "letterCorrected", unit: "housing", staff: to },
      });
      expect(handed.does({ type: "handOver" }).events).toHaveLength(handed.events.length);
    }
  },
);

test("whoever has taken over a letter to correct, and is reached by no mail, is followed by the next", () => {
  const handed = delivered.governed(after({ left: ["housing-handler"], moved: {} })).does({ type: "handOver" });
  const [turn] = partsIn(handed.state);
  if (turn === undefined) throw new Error("Nobody may correct it");
  const passed = handed.does({ type: "passOn", turn, unreachable: [turn.staff] });
  expect(passed.events.at(-1)).toMatchObject({ fact: { type: "reassigned", how: "unreachable", from: turn.staff } });
  expect(partsIn(passed.state)).not.toMatchObject([{ staff: turn.staff }]);
});
