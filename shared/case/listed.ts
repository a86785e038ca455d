import type { DistrictDate } from "#clock/instant.ts";
import type { StaffId, UnitId } from "#directory/directory.ts";
import type { Case } from "./case.ts";
import { firstDue } from "./due.ts";
import { actor } from "./staff-commands.ts";

/** The lists that a case is on: of its unit, of the person who has to act, and of those under supervision. */
export type Listed = { unit?: UnitId; person?: StaffId; supervised?: "district"; due?: DistrictDate };

/** The unit in charge of a case; between two steps the one that answers for it until the next owner has acknowledged it. */
export const unitInCharge = (c: Case): UnitId | undefined => {
  switch (c.status) {
    case "registered":
    case "accepted":
      return c.responsible.unit;
    case "screening":
    case "handling":
      return c.unit;
    case "answered":
      return c.answeredBy.unit;
    case "closed":
    case "notAccepted":
      return undefined;
  }
};

/**
 * Where a case is found, and from which day on it presses. An answer is on its author's list until it is delivered.
 * Of those under supervision there are few at a time, so that they share one list.
 */
export const listed = (c: Case): Listed => {
  const unit = unitInCharge(c);
  const person = c.status === "answered" && c.delivery !== undefined ? undefined : actor(c)?.staff;
  const due = firstDue(c)?.lastDay;
  const isSupervised = c.supervisedSince !== undefined && due !== undefined;
  return {
    ...(unit !== undefined && { unit }),
    ...(person !== undefined && { person }),
    ...(isSupervised && { supervised: "district" }),
    ...(due !== undefined && { due }),
  };
};
