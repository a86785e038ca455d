import { expect, test } from "vitest";
import type { Case } from "#case/state/case.ts";
import { leaversOf } from "#directory/check/leavers.ts";
import { notToChange } from "#directory/check/not-to-change.ts";
import { Directory } from "#directory/directory.ts";
import { heldLines, stillHeld } from "../../../local/still-held.ts";
import { directory } from "../case/district.ts";
import { filed } from "../case/story.ts";

const without = (units: string[], staff: string[], categories: string[] = []) => ({
  ...directory,
  units: directory.units.filter(({ id }) => !units.includes(id)),
  staff: directory.staff.filter(({ id }) => !staff.includes(id)),
  categories: directory.categories.filter(({ id }) => !categories.includes(id)),
});
const name = { zh: "原来的", en: "as it was" };
const succeeded = (from: Directory, former: Partial<Directory["former"]>): Directory =>
  Directory.parse({ ...from, former });

test("whoever a new directory leaves out is named, and nobody who is new in it or has a successor", () => {
  expect(leaversOf(directory, directory)).toEqual({ units: [], categories: [], staff: [] });
  const smaller = without(["peach"], ["peach-head", "peach-handler"], ["lamps"]);
  expect(leaversOf(directory, smaller)).toEqual({
    units: ["peach"],
    categories: ["lamps"],
    staff: ["peach-head", "peach-handler"],
  });
  expect(leaversOf(without(["peach"], ["peach-head"]), directory)).toEqual({ units: [], categories: [], staff: [] });
  const withHeirs = succeeded(smaller, {
    units: [{ id: "peach", name, successor: "plum" }],
    categories: [{ id: "lamps", name, successor: "estate" }],
  });
  expect(leaversOf(directory, withHeirs)).toMatchObject({ units: ["peach"], categories: [] });
  // An entry of former that is taken out again leaves what it led to.
  expect(leaversOf(withHeirs, { ...withHeirs, former: { units: [], categories: [] } })).toMatchObject({
    categories: ["lamps"],
  });
});

test("what leavers hold is listed with the first few cases; who holds nothing may go", async () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => `AH-2026-000${n + 1}-k7m2p9x4c3vb`);
  const asked: string[] = [];
  const atDepartment: Case = filed("wages").opens().state;
  const held = await stillHeld(
    {
      cases: {
        openIn: (unit) => Promise.resolve(unit === "river" ? upTo(7) : []),
        async *standing(shard) {
          await Promise.resolve();
          if (shard === 0) yield { caseId: "AH-2026-0009-k7m2p9x4c3vb", expected: undefined };
        },
        load: () => Promise.resolve(atDepartment),
      },
      digests: {
        waiting: (person, until) => {
          asked.push(until);
          return Promise.resolve({ cases: person === "peach-handler" ? upTo(1) : [], notices: [] });
        },
      },
    },
    { units: ["peach", "river"], categories: ["wages"], staff: ["peach-head", "peach-handler"] },
  );
  expect(heldLines(held)).toEqual([
    "  category wages: 1 case (AH-2026-0009)",
    "  unit peach: 1 case (AH-2026-0009)",
    "  unit river: 7 cases (AH-2026-0001, AH-2026-0002, AH-2026-0003, AH-2026-0004, AH-2026-0005, and 2 more)",
    "  staff peach-handler: 1 case (AH-2026-0001)",
  ]);
  expect(asked).toEqual(["9999-12-31", "9999-12-31"]);
});

test("what cases rest on and nothing could follow is refused by its place", () => {
  const places = (after: Directory) => notToChange(directory, after).map(({ where, what }) => `${where}: ${what.en}`);
  expect(places({ ...directory, version: "test-2" })).toEqual([]);
  expect(places({ ...directory, district: { ...directory.district, id: "xin", numberPrefix: "新信" } })).toEqual([
    "district.id: cannot change any more: the numbers that people hold begin with it",
    "district.numberPrefix: cannot change any more: the numbers that people hold begin with it",
  ]);
  const raised = directory.units.map((unit) => (unit.id === "peach" ? { ...unit, level: "township" as const } : unit));
  expect(places({ ...directory, units: raised })).toEqual([
    'units[1] (peach): "peach" was a community, which a township cannot follow',
  ]);
  const merged = succeeded(without(["peach"], []), { units: [{ id: "peach", name, successor: "river" }] });
  expect(places(merged)).toEqual(['units[1] (river): "peach" was a community, which a township cannot follow']);
  const renamed = directory.units.map((unit) => (unit.id === "bureau" ? { ...unit, id: "centre" } : unit));
  const district = { ...directory.district, bureau: "centre" };
  expect(places({ ...directory, units: renamed, district })).toEqual([
    'district.bureau: the bureau "bureau" is not followed by the new one',
  ]);
  const former = { units: [{ id: "bureau", name, successor: "centre" }], categories: [] };
  expect(places({ ...directory, units: renamed, district, former })).toEqual([]);
});
