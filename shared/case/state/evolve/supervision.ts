import type * as z from "zod";
import type { Case, Supervising } from "#case/state/case.ts";
import type { supervisionFacts } from "#case/state/facts/supervision.ts";
import { broken, type EventOf, type Evolutions } from "./evolution.ts";

type SupervisionFactType = z.infer<(typeof supervisionFacts)[number]>["type"];

/** The case with what has become of its supervision, in whatever state it is. @throws BrokenHistory for none */
const watched = <T extends SupervisionFactType>(
  c: Case | undefined,
  event: EventOf<T>,
  after: (before: Supervising) => Supervising,
): Case => {
  if (c === undefined) throw broken(event, "there is no case");
  return { ...c, supervision: after(c.supervision ?? {}) };
};

/** The same where something waits for somebody. @throws BrokenHistory where nothing does */
const waiting = <T extends SupervisionFactType>(
  c: Case | undefined,
  event: EventOf<T>,
  after: (open: NonNullable<Supervising["open"]>) => Supervising,
): Case =>
  watched(c, event, (before) => {
    if (before.open === undefined) throw broken(event, "nothing is supervised");
    const { open, ...rest } = before;
    return { ...rest, ...after(open) };
  });

/** It goes with the case from state to state: what it is about is not the step. */
export const supervisionEvolutions: Evolutions<SupervisionFactType> = {
  urged: (c, event) => watched(c, event, (before) => ({ ...before, urgedAgainOn: event.fact.againOn })),
  supervisionAsked: (c, event) => {
    const { missed, remark, to, stepNo, assignment, clock } = event.fact;
    const isPetitioners = event.by.kind === "petitioner";
    return watched(c, event, (before) => ({
      ...before,
      clocks: clock,
      ...(isPetitioners && { asked: [...(before.asked ?? []), missed] }),
      open: {
        stage: "asked",
        ...{ missed, clock },
        ...(isPetitioners && { isPetitioners }),
        ...(remark !== undefined && { remark }),
        turns: [{ ...to, stepNo, assignment }],
      },
    }));
  },
  supervisionNoticed: (c, event) => {
    const { letter, to, stepNo, clock } = event.fact;
    return waiting(c, event, ({ missed }) => ({
      clocks: clock,
      open: { stage: "noticed", missed, letter, clock, turns: to.map((one) => ({ ...one, stepNo })) },
    }));
  },
  supervisionReported: (c, event) => {
    const { feedback, to, stepNo, assignment, clock } = event.fact;
    return waiting(c, event, ({ missed, letter }) => ({
      clocks: clock,
      open: {
        stage: "reported",
        ...{ missed, feedback, clock },
        ...(letter && { letter }),
        turns: [{ ...to, stepNo, assignment }],
      },
    }));
  },
  supervisionOver: (c, event) => waiting(c, event, () => ({})),
  supervisionPassedOn: (c, event) => {
    const { was, from, how, to, stepNo, assignment } = event.fact;
    return waiting(c, event, (open) => ({
      open: {
        ...open,
        ...(how === "silent" && { isLast: true as const }),
        turns: open.turns.map((turn) =>
          turn.staff === from && turn.assignment === was ? { ...to, stepNo, assignment } : turn,
        ),
      },
    }));
  },
  supervisionReminded: (c, event) => watched(c, event, (before) => before),
};
