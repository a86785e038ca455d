import type { Directory, Staff } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import type { Open } from "./case.ts";

/** Whoever else works in the unit of an open step and may get it: nobody where a head looks again at a refusal. */
export const colleaguesOf = (c: Open, directory: Directory): Staff[] => {
  const { unit, owner } = c;
  if (c.status === "screening" && c.reconsideration !== undefined) return [];
  const notAgain = c.redo?.notBy ?? [];
  const office = unitNow(directory, unit)?.id;
  return directory.staff.filter(
    (person) => person.unit === office && person.id !== owner && !notAgain.includes(person.id),
  );
};
