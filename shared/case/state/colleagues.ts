import type { Directory, Staff } from "#directory/directory.ts";
import type { Open } from "./case.ts";

/** Whoever else works in the unit of an open step. */
export const colleaguesOf = ({ unit, owner }: Open, { staff }: Directory): Staff[] =>
  staff.filter((person) => person.unit === unit && person.id !== owner);
