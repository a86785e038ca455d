import type { StaffId, UnitId } from "#ground/ids.ts";
import type { Station } from "#ground/levels.ts";
import { type Answered, type Case, hasEnded, type In, type WordTold } from "./case.ts";
import { isPromisedByLetter } from "./promise.ts";
import { isUnderReview, stationOfAnswered } from "./review.ts";
import { openMatters } from "./side-matters.ts";
import { supervisionOpen } from "./supervising.ts";
import { type HeldPart, type Role, sameTurn, type Turn } from "./turn.ts";

/** Where the record says that the workflow should stand; nowhere once the case has ended, rests after its withdrawal, or is worked on in another. */
export const stationOf = (c: Case): Station | undefined => {
  if (hasEnded(c)) return undefined;
  switch (c.status) {
    case "registered":
    case "screening":
    case "transferring":
      return "bureau";
    case "accepted":
      return c.goingTo;
    case "handling":
      return c.level;
    case "performing":
      // The workflow has gone on with the letter.
      return isPromisedByLetter(c) ? "window" : c.level;
    case "delivering":
    case "window":
      return stationOfAnswered(c);
    case "withdrawing":
    case "merged":
      return undefined;
  }
};

/** Whether the case is between two steps, so that the workflow's next call opens one. */
export const inTransit = (c: Case): c is In<"registered" | "accepted"> =>
  c.status === "registered" || c.status === "accepted";

/** An open step on which an extension was asked for and is not decided yet. */
export type Asking = In<"handling"> & { extension: NonNullable<In<"handling">["extension"]> };
export const isAsking = (c: Case): c is Asking => c.status === "handling" && c.extension !== undefined;

/** An open step whose unit says that the case is not its own, which is not decided yet. */
export type Objecting = In<"handling"> & { objection: NonNullable<In<"handling">["objection"]> };
export const isObjecting = (c: Case): c is Objecting => c.status === "handling" && c.objection !== undefined;

/** An open step whose owner proposes that another body or procedure has the case, which is not decided yet. */
export type Proposing = In<"handling"> & { otherWay: NonNullable<In<"handling">["otherWay"]> };
export const isProposing = (c: Case): c is Proposing => c.status === "handling" && c.otherWay !== undefined;

/** An open step whose petitioner asks that somebody have no part in it, which is not decided yet. */
export type Recusing = In<"handling"> & { recusal: NonNullable<In<"handling">["recusal"]> };
export const isRecusing = (c: Case): c is Recusing => c.status === "handling" && c.recusal !== undefined;

/** An open step whose petitioner asks that the case be marked urgent, which is not decided yet. */
export type Hurrying = In<"handling"> & { hurry: NonNullable<In<"handling">["hurry"]> };
export const isHurrying = (c: Case): c is Hurrying => c.status === "handling" && c.hurry !== undefined;

/** An open step at which somebody calls meetings for the bureau. */
export type Convening = In<"handling"> & { convening: NonNullable<In<"handling">["convening"]> };
export const isConvening = (c: Case): c is Convening => c.status === "handling" && c.convening !== undefined;

/** An open step whose petitioner was asked for material that is still waited for. */
type Awaiting = In<"handling"> & { material: NonNullable<In<"handling">["material"]> };
export const isMaterialAwaited = (c: Case): c is Awaiting =>
  c.status === "handling" && c.material !== undefined && c.material.over === undefined;

/**
 * Who decides on what the owner of a step has asked for, or on the owner, calls meetings for the bureau beside them, or has a
 * turn by the supervision of the case, so that
 * they cannot be its owner: whoever steps aside has no other part in the case.
 */
export const decidersOf = (c: Case): StaffId[] => [
  ...(isAsking(c) ? [c.extension.head.staff] : []),
  ...(isObjecting(c) ? [c.objection.decider.staff] : []),
  ...(isProposing(c) ? [c.otherWay.decider.staff] : []),
  ...(isRecusing(c) ? [c.recusal.decider.staff] : []),
  ...(isHurrying(c) ? [c.hurry.decider.staff] : []),
  ...(isConvening(c) ? [c.convening.convener.staff] : []),
  ...(supervisionOpen(c)?.turns ?? []).map(({ staff }) => staff),
  // Whoever had a matter before its answer was revoked, or has reviewed that, does not answer it again.
  ...(c.redo?.notBy ?? []),
];

/** The number of the next turn at the newest step: no two of a step have one, so that a link is good for one of them. */
export const nextTurn = ({ turns = 1 }: Case): number => turns + 1;

/** Whose turn it is to deliver an answer: its author's, or who stands in for them. */
export const deliveryTurn = ({ answeredBy, deliverer, stepNo }: Answered): Turn => ({
  staff: deliverer?.staff ?? answeredBy.staff,
  stepNo,
  assignment: deliverer?.assignment ?? 1,
});

/**
 * Who holds the case now, and on which assignment: the owner of the open step, or whoever delivers an answer. Once it is
 * delivered nobody of the office has anything to do.
 */
export const actor = (c: Case): Turn | undefined => {
  if (hasEnded(c)) return undefined;
  switch (c.status) {
    case "screening":
    case "handling":
    case "performing":
    case "transferring":
      return { staff: c.owner, stepNo: c.stepNo, assignment: c.assignment };
    case "delivering":
      return deliveryTurn(c);
    case "registered":
    case "accepted":
    case "withdrawing":
    case "merged":
    case "window":
      return undefined;
  }
};

/** Everybody of the office who may act now: who holds the case, and whoever is asked beside them. */
export const partsIn = (c: Case): HeldPart[] => {
  // Nothing is asked of whoever has delivered a letter, but they may correct it.
  // Who has asked for review is answered by that alone.
  const corrects = c.status === "window" && c.review === undefined ? deliveryTurn(c) : undefined;
  const turn = corrects ?? actor(c);
  const owner: HeldPart[] =
    turn !== undefined && "ownersUnit" in c ? [{ ...turn, role: "owner", unit: c.ownersUnit }] : [];
  const beside = openMatters(c).flatMap(({ parts }) => parts);
  return [...owner, ...beside];
};

/** What the petitioner has told the bureau of a withdrawal, as long as it waits for an answer. */
export const wordTold = (c: Case): WordTold | undefined => (hasEnded(c) ? undefined : c.pressed?.open);

/** The part that a turn has in the case now, or `undefined` when it is over. */
export const roleIn = (c: Case, turn: Turn): Role | undefined => partsIn(c).find((part) => sameTurn(part, turn))?.role;

/** The unit in charge of a case; between two steps the one that answers for it until the next owner has acknowledged it. */
export const unitInCharge = (c: Case): UnitId | undefined => {
  if (hasEnded(c)) return undefined;
  switch (c.status) {
    case "registered":
    case "accepted":
    case "withdrawing":
    case "merged":
      return c.responsible.unit;
    case "screening":
    case "handling":
    case "performing":
    case "transferring":
      return c.unit;
    case "delivering":
    case "window":
      return isUnderReview(c) ? c.review.reviewer.unit : c.answeredBy.unit;
  }
};
