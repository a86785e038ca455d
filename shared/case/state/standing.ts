import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Station } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";

/** Where the record says that the workflow should stand; nowhere once the case has ended. */
export const stationOf = (c: Case): Station | undefined => {
  switch (c.status) {
    case "registered":
    case "screening":
      return "bureau";
    case "accepted":
      return c.goingTo;
    case "handling":
      return c.level;
    case "answered":
      return "window";
    case "closed":
    case "notAccepted":
      return undefined;
  }
};

/** Whether the case is between two steps, so that the workflow's next call opens one. */
export const inTransit = (c: Case): c is In<"registered" | "accepted"> =>
  c.status === "registered" || c.status === "accepted";

/** An open step on which an extension was asked for and is not decided yet. */
export type Asking = In<"handling"> & { extension: NonNullable<In<"handling">["extension"]> };
export const isAsking = (c: Case): c is Asking => c.status === "handling" && c.extension !== undefined;

/** One person's turn at a step, as a task link names it. */
export type Turn = { staff: StaffId; stepNo: number; assignment: number };
/** `owner`: the step is theirs. `head`: they decide on what its owner has asked for. */
export type Role = "owner" | "head";

/** Whose turn it is to deliver an answer: its author's, or who stands in for them. */
export const deliveryTurn = ({ answeredBy, deliverer, stepNo }: In<"answered">): Turn => ({
  staff: deliverer?.staff ?? answeredBy.staff,
  stepNo,
  assignment: deliverer?.assignment ?? 1,
});

/** Who holds the case now, and on which assignment: the owner of the open step, or the author of an undelivered answer. */
export const actor = (c: Case): Turn | undefined => {
  switch (c.status) {
    case "screening":
    case "handling":
      return { staff: c.owner, stepNo: c.stepNo, assignment: c.assignment };
    case "answered":
      // Once the letter is delivered it is the petitioner's turn, and nobody of the office has one.
      return c.delivery === undefined ? deliveryTurn(c) : undefined;
    default:
      return undefined;
  }
};

/** Everybody who may act now: the owner, and the head while an extension is asked for. */
const actors = (c: Case): (Turn & { role: Role })[] => {
  const owner = actor(c);
  const { stepNo } = c;
  return [
    ...(owner === undefined ? [] : [{ ...owner, role: "owner" as const }]),
    ...(isAsking(c)
      ? [{ staff: c.extension.head.staff, stepNo, assignment: c.extension.assignment, role: "head" as const }]
      : []),
  ];
};

/** The part that a turn has in the case now, or `undefined` when it is over. */
export const roleIn = (c: Case, { staff, stepNo, assignment }: Turn): Role | undefined =>
  actors(c).find((now) => now.staff === staff && now.stepNo === stepNo && now.assignment === assignment)?.role;

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
