import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Case } from "./case.ts";

/**
 * 回避: a case with one more person who neither sees it nor acts on it, whatever becomes of it. They are among those whom
 * it is about for all that routing, rights and mails ask; nobody reads of them that it complains about them.
 */
export const barring = <C extends Case>(c: C, staff: StaffId): C => ({
  ...c,
  about: { ...c.about, staff: [...new Set([...c.about.staff, staff])] },
});

/** The same for a whole unit, and all who work for it. */
export const barringUnit = <C extends Case>(c: C, unit: UnitId): C => ({
  ...c,
  about: { ...c.about, units: [...new Set([...c.about.units, unit])] },
});
