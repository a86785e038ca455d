import { expect, test } from "vitest";
import { leaversOf } from "#directory/check/leavers.ts";
import { heldLines, stillHeld } from "../../../local/still-held.ts";
import { directory } from "../case/district.ts";

const without = (units: string[], staff: string[]) => ({
  ...directory,
  units: directory.units.filter(({ id }) => !units.includes(id)),
  staff: directory.staff.filter(({ id }) => !staff.includes(id)),
});

test("whoever a new directory leaves out is named, and nobody who is new in it", () => {
  expect(leaversOf(directory, directory)).toEqual({ units: [], staff: [] });
  expect(leaversOf(directory, without(["peach"], ["peach-head", "peach-handler"]))).toEqual({
    units: ["peach"],
    staff: ["peach-head", "peach-handler"],
  });
  expect(leaversOf(without(["peach"], ["peach-head"]), directory)).toEqual({ units: [], staff: [] });
});

test("what leavers hold is listed with the first few cases; who holds nothing may go", async () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => `AH-2026-000${n + 1}-k7m2p9x4c3vb`);
  const asked: string[] = [];
  const held = await stillHeld(
    {
      cases: { openIn: (unit) => Promise.resolve(unit === "peach" ? upTo(7) : []) },
      digests: {
        waiting: (person, until) => {
          asked.push(until);
          return Promise.resolve({ cases: person === "peach-handler" ? upTo(1) : [], notices: [] });
        },
      },
    },
    { units: ["peach", "river"], staff: ["peach-head", "peach-handler"] },
  );
  expect(heldLines(held)).toEqual([
    "  unit peach: 7 cases (AH-2026-0001, AH-2026-0002, AH-2026-0003, AH-2026-0004, AH-2026-0005, and 2 more)",
    "  staff peach-handler: 1 case (AH-2026-0001)",
  ]);
  expect(asked).toEqual(["9999-12-31", "9999-12-31"]);
});
