import { answeredStates, isAnswered, openStates } from "#case/state/case.ts";
import { common, type Evolutions, from, owed } from "./evolution.ts";

type StepFactType = "stepOpened" | "levelSkipped" | "acknowledged" | "reassigned";

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
    return { ...c, owner: to, ownersUnit, because, assignment };
  }),
};
