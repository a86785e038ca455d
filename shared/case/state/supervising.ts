import { type Case, hasEnded, type SupervisionOpen } from "./case.ts";
import type { HeldPart, Turn } from "./turn.ts";

/** 督办: what waits for somebody, in a turn of their own; it goes with the case from step to step. */
export const supervisionOpen = (c: Case): SupervisionOpen | undefined =>
  hasEnded(c) ? undefined : c.supervision?.open;

/** Whose turns it is: of the bureau, or of whoever heads the unit that owes something. */
export const supervisionParts = ({ stage, turns }: SupervisionOpen): HeldPart[] =>
  turns.map((turn) => ({ ...turn, role: stage === "noticed" ? ("supervised" as const) : ("supervisor" as const) }));

/** Whether somebody has a turn by it. */
export const isSupervisionTurn = (c: Case, { staff, assignment, stepNo }: Turn): boolean =>
  supervisionOpen(c)?.turns.some(
    (turn) => turn.staff === staff && turn.assignment === assignment && turn.stepNo === stepNo,
  ) === true;
