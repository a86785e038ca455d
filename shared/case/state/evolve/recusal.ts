import { barring, barringUnit } from "#case/state/barred.ts";
import { openStates } from "#case/state/case.ts";
import { decided, decidedAbove, decidedBy } from "./awaited.ts";
import { type Evolutions, from, toLevel } from "./evolution.ts";

type RecusalFactType =
  | "recused"
  | "recusalAsked"
  | "recusalPassedOn"
  | "recusalClimbed"
  | "recusalAwaited"
  | "recusalDecided"
  | "unitRecused"
  | "recusalLapsed";

export const recusalEvolutions: Evolutions<RecusalFactType> = {
  recused: from(openStates, (c, { staff }) => barring(c, staff)),
  recusalAsked: from(["handling"], (c, { whom, why, reason, askedOn, judge: decider, assignment }) => ({
    ...c,
    recusals: (c.recusals ?? 0) + 1,
    recusal: { whom, why, ...(reason !== undefined && { reason }), askedOn, decider, assignment },
  })),
  recusalPassedOn: from(["handling"], (c, fact) => decidedBy(c, "recusal", fact)),
  recusalClimbed: from(["handling"], (c, fact) => decidedAbove(c, "recusal", fact)),
  recusalAwaited: from(["handling"], (c) => c),
  recusalDecided: from(["handling"], (c, { whom, letter }) =>
    letter.decision.is === "granted" && whom.is === "handler"
      ? barring(decided(c, "recusal"), whom.staff)
      : decided(c, "recusal"),
  ),
  unitRecused: from(["handling"], (c, { unit, goingTo }, event) => ({
    ...toLevel(barringUnit(c, unit), goingTo, event),
    // Whoever has decided answers for the case until the next owner has acknowledged it, and no longer the unit.
    responsible: c.recusal?.decider ?? c.responsible,
  })),
  recusalLapsed: from(["handling"], (c) => decided(c, "recusal")),
};
