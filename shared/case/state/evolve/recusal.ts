import { barring, barringUnit } from "#case/state/barred.ts";
import { type In, openStates } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
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

const decidesNow = (
  c: In<"handling">,
  { to: judge, assignment }: Pick<FactOf<"recusalClimbed">, "to" | "assignment">,
): In<"handling"> => (c.recusal === undefined ? c : { ...c, recusal: { ...c.recusal, judge, assignment } });

const over = ({ recusal: _, ...c }: In<"handling">): In<"handling"> => c;

export const recusalEvolutions: Evolutions<RecusalFactType> = {
  recused: from(openStates, (c, { staff }) => barring(c, staff)),
  recusalAsked: from(["handling"], (c, { whom, why, reason, askedOn, judge, assignment }) => ({
    ...c,
    recusals: (c.recusals ?? 0) + 1,
    recusal: { whom, why, ...(reason !== undefined && { reason }), askedOn, judge, assignment },
  })),
  recusalPassedOn: from(["handling"], decidesNow),
  recusalClimbed: from(["handling"], (c, fact) => {
    const after = decidesNow(c, fact);
    return after.recusal === undefined ? after : { ...after, recusal: { ...after.recusal, isLast: true } };
  }),
  recusalAwaited: from(["handling"], (c) => c),
  recusalDecided: from(["handling"], (c, { whom, letter }) =>
    letter.decision.is === "granted" && whom.is === "handler" ? barring(over(c), whom.staff) : over(c),
  ),
  unitRecused: from(["handling"], (c, { unit, goingTo }, event) => ({
    ...toLevel(barringUnit(c, unit), goingTo, event),
    // Whoever has decided answers for the case until the next owner has acknowledged it, and no longer the unit.
    responsible: c.recusal?.judge ?? c.responsible,
  })),
  recusalLapsed: from(["handling"], over),
};
