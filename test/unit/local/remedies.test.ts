import { expect, test } from "vitest";
import { actor } from "#case/state/standing.ts";
import { checkDirectory } from "#directory/check/check.ts";
import { leaversOf } from "#directory/check/leavers.ts";
import { notToChange } from "#directory/check/not-to-change.ts";
import type { Directory } from "#directory/directory.ts";
import { heldLines, stillHeld } from "../../../local/still-held.ts";
import { directory } from "../case/district.ts";
import { filed, type Story } from "../case/story.ts";

/** The district of tests with a second community, so that there is one to follow the first. */
const [peach] = directory.units.filter(({ id }) => id === "peach");
if (peach === undefined) throw new Error("There is no peach");
const plum = { ...peach, id: "plum", name: { zh: "梅花", en: "Plum" }, head: "plum-head" };
const [anybody] = directory.staff;
if (anybody === undefined) throw new Error("Nobody works here");
const before: Directory = {
  ...directory,
  units: [...directory.units, plum],
  staff: [...directory.staff, { ...anybody, id: "plum-head", unit: "plum", email: "plum-head@example.org" }],
  duties: [...directory.duties, { unit: "plum", staff: "plum-head" }],
};
const name = { zh: "原来的", en: "as it was" };
const open = filed("estate", undefined, undefined, before).opens();

/** What an import of a directory says while one case is open: what is wrong, each with what to do. */
const importOf = async (after: Directory, { state }: Story = open): Promise<string[]> => {
  const checked = checkDirectory(after);
  if (!checked.ok) return checked.mistakes.map(({ where, what }) => `${where}: ${what.en}`);
  const firm = notToChange(before, after);
  if (firm.length > 0) return firm.map(({ remedy }) => remedy.en);
  const ports = {
    cases: {
      openIn: (unit: string) => Promise.resolve("unit" in state && state.unit === unit ? [state.id] : []),
      async *standing(shard: number) {
        await Promise.resolve();
        if (shard === 0) yield { caseId: state.id, expected: undefined };
      },
      load: () => Promise.resolve(state),
    },
    digests: {
      waiting: (person: string) =>
        Promise.resolve({ cases: actor(state)?.staff === person ? [state.id] : [], notices: [] }),
    },
  };
  return heldLines(await stillHeld(ports, leaversOf(before, after)));
};

const district = { ...before.district };
const others = (id: string) => before.units.filter((unit) => unit.id !== id);
const centre = before.units.map((unit) => (unit.id === "bureau" ? { ...unit, id: "centre" } : unit));
const ofCentre: Directory = {
  ...before,
  units: centre,
  staff: before.staff.map((person) => (person.unit === "bureau" ? { ...person, unit: "centre" } : person)),
  duties: before.duties.map((duty) => (duty.unit === "bureau" ? { ...duty, unit: "centre" } : duty)),
  district: { ...district, bureau: "centre" },
};
const withoutPeach: Directory = {
  ...before,
  units: others("peach"),
  staff: before.staff.map((person) => (person.unit === "peach" ? { ...person, unit: "plum" } : person)),
  duties: before.duties.filter(({ unit }) => unit !== "peach"),
};
const raised: Directory = {
  ...before,
  units: before.units.map((unit) => {
    if (unit.id === "leader") return { ...unit, covers: [...unit.covers, "peach"] };
    if (unit.id !== "peach") return unit;
    const { parent: _, ...alone } = unit;
    return { ...alone, level: "township" as const };
  }),
};
/** A unit of another level has another id; who worked there, and whatever was theirs, goes to it. */
const another: Directory = {
  ...raised,
  units: raised.units.map((unit) => {
    if (unit.id === "leader")
      return {
        ...unit,
        covers: [
          ...before.units.flatMap(({ id, level }) => (level === "township" || level === "department" ? [id] : [])),
          "peach-town",
        ],
      };
    return unit.id === "peach" ? { ...unit, id: "peach-town" } : unit;
  }),
  staff: before.staff.map((person) => (person.unit === "peach" ? { ...person, unit: "peach-town" } : person)),
  duties: before.duties.map((duty) => (duty.unit === "peach" ? { ...duty, unit: "peach-town" } : duty)),
};
const units = (successor: string, id = "peach"): Directory["former"] => ({
  units: [{ id, name, successor }],
  categories: [],
});
const withoutEstates: Directory = { ...before, categories: before.categories.filter(({ id }) => id !== "estate") };

test.each([
  [
    "the beginning of numbers",
    { ...before, district: { ...district, numberPrefix: "新信" } },
    /Write 安和信 again/,
    before,
  ],
  ["the district's id", { ...before, district: { ...district, id: "xin" } }, /Write ah again/, before],
  [
    "the level of a unit",
    raised,
    /another id, and name a successor of its old level/,
    { ...another, former: units("plum") },
  ],
  ["the bureau", ofCentre, /Name the new bureau as its successor/, { ...ofCentre, former: units("centre", "bureau") }],
  ["a unit with open cases", withoutPeach, /unit peach: 1 case/, { ...withoutPeach, former: units("plum") }],
  [
    "a category with open cases",
    withoutEstates,
    /category estate: 1 case/,
    { ...withoutEstates, former: { units: [], categories: [{ id: "estate", name, successor: "wages" }] } },
  ],
] satisfies [string, Directory, RegExp, Directory][])(
  "an import that is refused for %s passes once its remedy is followed",
  async (_, refused, says, followed) => {
    expect(await importOf(refused)).toEqual([expect.stringMatching(says)]);
    expect(await importOf(followed)).toEqual([]);
  },
);

test("an import that is refused for who still holds cases passes once they have reassigned them", async () => {
  const without: Directory = {
    ...before,
    staff: before.staff.filter(({ id }) => id !== "peach-handler"),
    duties: before.duties.map((duty) => (duty.unit === "peach" ? { ...duty, staff: "peach-colleague" } : duty)),
  };
  expect(await importOf(without)).toEqual([expect.stringMatching(/staff peach-handler: 1 case/)]);
  const reassigned = open.owner({ command: "reassign", to: "peach-colleague", reason: "-" });
  expect(await importOf(without, reassigned)).toEqual([]);
});
