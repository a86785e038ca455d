import type { Directory, Staff } from "#directory/directory.ts";
import { unitNow } from "#directory/succession.ts";
import type { Open } from "./case.ts";

/** Whoever else works in the unit of an open step. */
export const colleaguesOf = ({ unit, owner }: Open, directory: Directory): Staff[] => {
  const office = unitNow(directory, unit)?.id;
  return directory.staff.filter((person) => person.unit === office && person.id !== owner);
};
