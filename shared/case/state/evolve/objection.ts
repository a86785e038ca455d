import type { In } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import { decided, decidedAbove, decidedBy } from "./awaited.ts";
import { type Evolutions, from, toLevel } from "./evolution.ts";

type ObjectionFactType =
  | "objected"
  | "objectionPassedOn"
  | "objectionClimbed"
  | "objectionAwaited"
  | "objectionRefused"
  | "objectionUpheld"
  | "objectionLapsed";

/** The units that the bureau has named by now. A community that is named brings its own township. */
const sentToBy = ({ sentTo }: In<"handling">, { goingTo, to }: FactOf<"objectionUpheld">): In<"handling">["sentTo"] => {
  if (goingTo === "township" || goingTo === "department") return { ...sentTo, [goingTo]: to };
  return sentTo?.department === undefined ? undefined : { department: sentTo.department };
};

export const objectionEvolutions: Evolutions<ObjectionFactType> = {
  objected: from(["handling"], (c, { reason, names, sender: decider, assignment, isLast }, { at }) => ({
    ...c,
    objections: (c.objections ?? 0) + 1,
    objection: { reason, names, objectedAt: at, decider, assignment, ...(isLast && { isLast }) },
  })),
  objectionPassedOn: from(["handling"], (c, fact) => decidedBy(c, "objection", fact)),
  objectionClimbed: from(["handling"], (c, fact) => decidedAbove(c, "objection", fact)),
  objectionAwaited: from(["handling"], (c) => c),
  objectionRefused: from(["handling"], (c) => decided(c, "objection")),
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
  objectionLapsed: from(["handling"], (c) => decided(c, "objection")),
};
