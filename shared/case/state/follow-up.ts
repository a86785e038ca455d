import type { Level } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";
import { common } from "./evolve/evolution.ts";
import type { HeldPart } from "./turn.ts";

/** Whose turn a follow-up is. */
export const followUpParts = (c: Case): HeldPart[] =>
  c.status === "closed" && c.followUp !== undefined
    ? [{ ...c.followUp.caller, stepNo: c.stepNo, assignment: c.followUp.assignment, role: "caller" }]
    : [];

/** The level that answered or settled an ended case; nothing of one that ended before that was kept. */
export const levelEndedAt = ({ reopening, answered }: In<"closed">): Level | undefined =>
  reopening?.level ?? answered?.level;

/**
 * An ended case whose letter has promised things, as it stands while they are kept: delivered, with nothing to be contested any
 * more, in a step of its own; nothing for one that was not answered so.
 */
export const windowAgain = (c: In<"closed">, epoch: number): In<"window"> | undefined =>
  c.answered === undefined || c.letter === undefined || c.promised === undefined
    ? undefined
    : { ...common(c), ...c.answered, letter: c.letter, status: "window", epoch, stepNo: c.stepNo + 1 };
