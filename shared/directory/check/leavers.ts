import type { Directory } from "#directory/directory.ts";
import { categoryNow, unitNow } from "#directory/succession.ts";
import type { CategoryId, StaffId, UnitId } from "#ground/ids.ts";

/** The units, categories and people of a directory whom another one leaves out, and for whom it names no successor. */
export type Leavers = { units: UnitId[]; categories: CategoryId[]; staff: StaffId[] };

/** Whom a new directory leaves out: what they hold then belongs to nobody that it names. */
export const leaversOf = (before: Directory, after: Directory): Leavers => {
  const kept = new Set(after.staff.map(({ id }) => id));
  const all = (list: "units" | "categories") => [...before[list], ...before.former[list]].map(({ id }) => id);
  return {
    units: all("units").filter((id) => unitNow(after, id) === undefined),
    categories: all("categories").filter((id) => categoryNow(after, id) === undefined),
    staff: before.staff.map(({ id }) => id).filter((id) => !kept.has(id)),
  };
};
