import type { In } from "#case/state/case.ts";
import type { FactOf } from "#case/state/event.ts";
import { decided, decidedAbove, decidedBy } from "./awaited.ts";
import { common, type Evolutions, from } from "./evolution.ts";

type OtherWayFactType =
  | "otherWayProposed"
  | "otherWayPassedOn"
  | "otherWayClimbed"
  | "otherWayAwaited"
  | "otherWayRefused"
  | "transferAgreed"
  | "guidanceAgreed"
  | "otherWayLapsed";

/** What was refused at this step, and how much its petitioner had brought by then. */
const refusedBy = (
  { waysRefused = [], materials = 0 }: In<"handling">,
  { way: { kind, id } }: FactOf<"otherWayRefused">,
) => [...waysRefused.filter((one) => one.kind !== kind || one.id !== id), { kind, id, materials }];

export const otherWayEvolutions: Evolutions<OtherWayFactType> = {
  otherWayProposed: from(["handling"], (c, { way, explanation, decider, assignment }, { at }) => ({
    ...c,
    otherWays: (c.otherWays ?? 0) + 1,
    otherWay: { way, explanation, proposedAt: at, decider, assignment },
  })),
  otherWayPassedOn: from(["handling"], (c, fact) => decidedBy(c, "otherWay", fact)),
  otherWayClimbed: from(["handling"], (c, fact) => decidedAbove(c, "otherWay", fact)),
  otherWayAwaited: from(["handling"], (c) => c),
  otherWayRefused: from(["handling"], (c, fact) => ({ ...decided(c, "otherWay"), waysRefused: refusedBy(c, fact) })),
  transferAgreed: from(["handling"], (c, { unit, owner, ownersUnit, letter: { body } }, { at }) => ({
    ...common(c),
    track: body.track,
    status: "transferring",
    level: "bureau",
    stepNo: c.stepNo + 1,
    ...{ owner, unit, ownersUnit, because: "decided", assignment: 1 },
    // Whoever has agreed to it knows of it.
    acknowledgedAt: at,
    responsible: { unit, staff: owner },
    transferredAt: at,
    body,
  })),
  guidanceAgreed: from(["handling"], (c, { letter: { route, explanation, limits } }, { at }) => ({
    ...common(c),
    track: route.track,
    status: "guided",
    closedAt: at,
    ...{ route, explanation, limits },
  })),
  otherWayLapsed: from(["handling"], (c) => decided(c, "otherWay")),
};
