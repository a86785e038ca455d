import type { Staff } from "#directory/directory.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import type { Draft } from "./draft.ts";
import type { Mistake } from "./mistake.ts";
import { place } from "./references.ts";

type Deputies = Map<StaffId, StaffId>;

const deputiesOn = (staff: Staff[], on: DistrictDate): Deputies =>
  new Map(
    staff.flatMap(({ id, away }) => {
      const deputy = away.find(({ from, until }) => from <= on && on <= until)?.deputy;
      return deputy === undefined ? [] : [[id, deputy] as const];
    }),
  );

/** The people who stand in for each other in a circle that goes through `start`. */
const circleThrough = (deputies: Deputies, start: StaffId): StaffId[] | undefined => {
  const path = [start];
  for (let next = deputies.get(start); next !== undefined; next = deputies.get(next)) {
    if (next === start) return path;
    if (path.includes(next)) return undefined;
    path.push(next);
  }
  return undefined;
};

/**
 * People who stand in for each other in a circle, so that a task would reach nobody. All absences of a circle overlap on
 * the day that the last of them begins: looking at first days finds every circle, as nobody's own absences overlap, which
 * is refused elsewhere.
 */
export const deputyCircles = ({ staff: { entries } }: Draft): Mistake[] => {
  const staff = entries.map(({ entry }) => entry);
  const firstDays = new Set(staff.flatMap(({ away }) => away.map(({ from }) => from)));
  const circles = new Map<string, { circle: StaffId[]; on: DistrictDate }>();
  for (const on of firstDays) {
    const deputies = deputiesOn(staff, on);
    for (const start of deputies.keys()) {
      const circle = circleThrough(deputies, start);
      const name = circle?.toSorted((a, b) => (a < b ? -1 : 1)).join();
      if (circle !== undefined && name !== undefined && !circles.has(name)) circles.set(name, { circle, on });
    }
  }
  return [...circles.values()].flatMap(({ circle, on }) => {
    const person = entries.find(({ entry }) => entry.id === circle[0]);
    const round = [...circle, circle[0]].join(" → ");
    return person === undefined
      ? []
      : [
          {
            ...place("staff", person),
            what: { zh: `${on} 起代办人循环：${round}`, en: `from ${on} deputies go in a circle: ${round}` },
            remedy: { zh: "请改由在岗的人代办", en: "Let somebody who is at work stand in." },
          },
        ];
  });
};
