import type { Holder } from "#case/state/actor.ts";
import { answeredStates, isAnswered, type Open, openStates } from "#case/state/case.ts";
import { common, type Evolutions, from, owed } from "./evolution.ts";

type StepFactType = "stepOpened" | "levelSkipped" | "acknowledged" | "reassigned";

/** What a meeting of the bureau asks of the owner's own unit goes with the step: whoever has that comes, and does it. */
const withHandedOver = <C extends Open>(c: C, holder: Holder): C =>
  c.status === "handling" && c.assists !== undefined
    ? {
        ...c,
        assists: c.assists.map((assist) =>
          assist.over === undefined && assist.unit === c.unit && assist.holder.staff === c.owner
            ? { ...assist, holder }
            : assist,
        ),
      }
    : c;

export const stepEvolutions: Evolutions<StepFactType> = {
  stepOpened: from(["registered", "accepted"], (c, { stepNo, owner, unit, ownersUnit, because }) => {
    const step = { ...common(c), stepNo, owner, unit, ownersUnit, because, assignment: 1 };
    if (c.status === "accepted") {
      const assigned = c.isAssigned && { isAssigned: c.isAssigned };
      return { ...step, ...owed(c), ...assigned, status: "handling", level: c.goingTo };
    }
    const { supervisedSince } = c;
    const late = supervisedSince !== undefined && { supervisedSince };
    return { ...step, ...late, status: "screening", level: "bureau" };
  }),
  levelSkipped: from(["accepted"], (c, { stepNo, reason, to }) => ({
    ...c,
    ...(reason === "lateByLaw" && { liftJudged: true as const }),
    stepNo,
    goingTo: to,
  })),
  acknowledged: from([...openStates], (c, { unit, staff }, { at }) => ({
    ...c,
    acknowledgedAt: at,
    responsible: { unit, staff },
  })),
  reassigned: from([...openStates, ...answeredStates], (held, fact) => {
    const { to, unit: ownersUnit, assignment } = fact;
    const because = fact.how === "byOwner" ? "reassigned" : fact.because;
    if (isAnswered(held)) return { ...held, ownersUnit, deliverer: { staff: to, assignment, because } };
    const { acknowledgedAt: _, ...c } = held;
    return { ...withHandedOver(c, { staff: to, unit: ownersUnit }), owner: to, ownersUnit, because, assignment };
  }),
};
