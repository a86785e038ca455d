import type { About, Directory, Staff } from "./directory.ts";
import { isAmongThem } from "./succession.ts";

/**
 * 回避: whether a complaint is about this person: by name, by the unit that they work for, or by one that they head. A unit
 * that took over from the one complained about is meant too. Source: 《信访工作条例》 Art. 28 and 30.
 */
export const isComplainedAbout = (
  directory: Directory,
  { units, staff }: About,
  { id, unit }: Pick<Staff, "id" | "unit">,
): boolean =>
  staff.includes(id) ||
  (units.length > 0 &&
    (isAmongThem(directory, units, unit) ||
      directory.units.some((office) => office.head === id && isAmongThem(directory, units, office.id))));

/**
 * Whom a complaint is about on the day on which it is filed: with an office, all who work for it or head it. They stay
 * complained about wherever they go afterwards.
 */
export const withItsPeople = (directory: Directory, about: About): About => {
  const people = directory.staff.filter((person) => isComplainedAbout(directory, about, person)).map(({ id }) => id);
  return { units: about.units, staff: [...new Set([...about.staff, ...people])] };
};
