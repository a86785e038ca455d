import type { Case } from "#case/state/case.ts";
import { firstDue } from "#case/state/due.ts";
import { actor, unitInCharge } from "#case/state/standing.ts";
import { supervisedSince } from "#case/state/supervision.ts";
import type { StaffId, UnitId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** The lists that a case is on: of its unit, of the person who has to act, and of those under supervision. */
export type Listed = { unit?: UnitId; person?: StaffId; supervised?: "district"; due?: DistrictDate };

/**
 * Where a case is found, and from which day on it presses. An answer is on its author's list until it is delivered.
 * Of those under supervision there are few at a time, so that they share one list.
 */
export const listed = (c: Case): Listed => {
  const unit = unitInCharge(c);
  const person = actor(c)?.staff;
  const due = firstDue(c)?.lastDay;
  const isSupervised = supervisedSince(c) !== undefined && due !== undefined;
  return {
    ...(unit !== undefined && { unit }),
    ...(person !== undefined && { person }),
    ...(isSupervised && { supervised: "district" }),
    ...(due !== undefined && { due }),
  };
};
