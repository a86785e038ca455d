import { expect, test } from "vitest";
import { noLinks } from "#case/acts/carry-out.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import type { ClockName } from "#clock/clock.ts";
import type { Directory } from "#directory/directory.ts";
import { directory } from "./district.ts";
import { filed, type Story } from "./story.ts";

const march = { from: "2026-03-01", until: "2026-03-31" };
const away = (...people: string[]): Directory => ({
  ...directory,
  staff: directory.staff.map((person) => (people.includes(person.id) ? { ...person, away: [march] } : person)),
});

/** Rings a clock of a case. */
const rungOf = ({ state, world }: Story, clock: ClockName) => {
  const ring = ringClock({
    cases: { load: () => Promise.resolve(state), commit: () => Promise.resolve() },
    world: () => Promise.resolve(world),
    linkHash: noLinks,
    endOvertaken: () => Promise.resolve(),
  });
  return ring({ caseId: state.id, clock, nextAt: world.now });
};

/** Rings the step's clock when half of its time is gone. */
const rungIn = (present: Directory) =>
  rungOf(filed("wages").opens().later("2026-03-10T00:30:00.000Z").governed(present), { kind: "step", n: 1 });

test("a ring says what came of it, and needs no link for who stands in", async () => {
  expect(await rungIn(directory)).toMatchObject({ came: ["reminded"] });
  expect(await rungIn(away("housing-handler"))).toEqual({
    caseId: "AH-2026-0001-k7m2p9x4c3vb",
    clock: { kind: "step", n: 1 },
    came: ["reassigned", "reminded"],
  });
});

test("it says, for the alarm, when a case is late with nobody above", async () => {
  expect(await rungIn(directory)).not.toHaveProperty("late");
  const story = filed("land").opens().later("2026-03-17T16:00:00.000Z");
  expect(await rungOf(story, { kind: "accept", n: 1 })).toMatchObject({ came: ["overdueAtTop"], late: true });
});

test("it says, for the alarm, when nobody of the unit could stand in and the bureau has the step", async () => {
  expect(await rungIn(away("housing-handler", "housing-head"))).toMatchObject({ fellToBureau: true });
});
