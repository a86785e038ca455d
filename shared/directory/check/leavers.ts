import type { Directory } from "#directory/directory.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";

/** The units and people of a directory whom another one leaves out. */
export type Leavers = { units: UnitId[]; staff: StaffId[] };

const missing = <T extends { id: string }>(before: readonly T[], after: readonly T[]): string[] => {
  const kept = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !kept.has(id));
};

/** Whom a new directory leaves out: what they hold then belongs to nobody that it names. */
export const leaversOf = (before: Directory, after: Directory): Leavers => ({
  units: missing(before.units, after.units),
  staff: missing(before.staff, after.staff),
});
