import { expect, test } from "vitest";
import { noLinks } from "#case/acts/carry-out.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import type { Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed } from "./story.ts";

const march = { from: "2026-03-01", until: "2026-03-31" };
const away = (...people: string[]): Directory => ({
  ...directory,
  staff: directory.staff.map((person) => (people.includes(person.id) ? { ...person, away: [march] } : person)),
});

/** Rings the step's clock when half of its time is gone. */
const rungIn = (present: Directory) => {
  const story = filed("wages").opens().later("2026-03-10T00:30:00.000Z").governed(present);
  const { state, world } = story;
  const ring = ringClock({
    cases: { load: () => Promise.resolve(state), commit: () => Promise.resolve() },
    world: () => Promise.resolve(world),
    linkHash: noLinks,
    endOvertaken: () => Promise.resolve(),
  });
  return ring({ caseId: state.id, clock: { kind: "step", n: 1 }, nextAt: world.now });
};

test("a ring says what came of it, and needs no link for who stands in", async () => {
  expect(await rungIn(directory)).toMatchObject({ came: ["reminded"] });
  expect(await rungIn(away("housing-handler"))).toEqual({
    caseId: "AH-2026-0001",
    clock: { kind: "step", n: 1 },
    came: ["reassigned", "reminded"],
  });
});

test("it says, for the alarm, when nobody of the unit could stand in and the bureau has the step", async () => {
  expect(await rungIn(away("housing-handler", "housing-head"))).toMatchObject({ fellToBureau: true });
});
