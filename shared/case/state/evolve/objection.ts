import type { In } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import { type Evolutions, from, toLevel } from "./evolution.ts";

type ObjectionFactType =
  | "objected"
  | "objectionPassedOn"
  | "objectionClimbed"
  | "objectionAwaited"
  | "objectionRefused"
  | "objectionUpheld"
  | "objectionLapsed";

const decidesNow = (
  c: In<"handling">,
  { to: sender, assignment }: { to: FactOf<"objected">["sender"]; assignment: number },
) => (c.objection === undefined ? c : { ...c, objection: { ...c.objection, sender, assignment } });

const over = ({ objection: _, ...c }: In<"handling">): In<"handling"> => c;

/** The units that the bureau has named by now. A community that is named brings its own township. */
const sentToBy = ({ sentTo }: In<"handling">, { goingTo, to }: FactOf<"objectionUpheld">): In<"handling">["sentTo"] => {
  if (goingTo === "township" || goingTo === "department") return { ...sentTo, [goingTo]: to };
  return sentTo?.department === undefined ? undefined : { department: sentTo.department };
};

export const objectionEvolutions: Evolutions<ObjectionFactType> = {
  objected: from(["handling"], (c, { reason, names, sender, assignment, isLast }, { at }) => ({
    ...c,
    objections: (c.objections ?? 0) + 1,
    objection: { reason, names, objectedAt: at, sender, assignment, ...(isLast && { isLast }) },
  })),
  objectionPassedOn: from(["handling"], decidesNow),
  objectionClimbed: from(["handling"], (c, fact) => {
    const after = decidesNow(c, fact);
    return after.objection === undefined ? after : { ...after, objection: { ...after.objection, isLast: true } };
  }),
  objectionAwaited: from(["handling"], (c) => c),
  objectionRefused: from(["handling"], over),
  objectionUpheld: from(["handling"], (c, fact, event) => {
    const { community: _, sentTo: __, ...moved } = toLevel(c, fact.goingTo, event);
    const sentTo = sentToBy(c, fact);
    return {
      ...moved,
      isAssigned: true,
      ...(fact.community !== undefined && { community: fact.community }),
      ...(sentTo !== undefined && { sentTo }),
    };
  }),
  objectionLapsed: from(["handling"], over),
};
