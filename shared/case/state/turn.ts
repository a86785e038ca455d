import type { StaffId, UnitId } from "#ground/ids.ts";

/** One person's turn at a step, as a task link names it. */
export type Turn = { staff: StaffId; stepNo: number; assignment: number };

/**
 * `owner`: the step is theirs, or the delivery of its answer. `head`: they decide on what its owner has asked for.
 * `sender`: they decide for the bureau on what its unit has objected to.
 * `consenter`: they decide for the bureau whether the case goes to another body or procedure, as its owner proposes.
 * `judge`: they decide on the petitioner's request that its owner, or the unit, have no part in the case.
 * `triage`: they decide for the bureau whether the case is urgent, as its petitioner asks.
 * `assistant`: they answer for another unit what its owner has asked. `invited`: they come for their unit to a meeting that
 * its owner has called. `charged`: they do what such a meeting has decided.
 * `convener`: they call units together for the bureau, and record what was decided.
 * `promiser`: they keep what a letter has promised. `overseer`: they have a broken promise kept, for the bureau.
 * `caller`: they call the petitioner of a case that has ended, and had no hand in it.
 * `supervisor`: they decide for the bureau whether it supervises, and whether what a unit answers is enough. `supervised`: they
 * answer for a unit that the bureau supervises.
 * `reviewer`: they review the answer, for the body above the one that gave it.
 * `inCharge`: the leader in charge of the case. `namer`: they see for the bureau to what that leader has missed. `instructed`: they do
 * what that leader has decided.
 * `confidant`: the petitioner has told them whether they were pressed to withdraw.
 */
export type Role =
  | "owner"
  | "head"
  | "sender"
  | "consenter"
  | "judge"
  | "triage"
  | "assistant"
  | "invited"
  | "charged"
  | "convener"
  | "promiser"
  | "overseer"
  | "caller"
  | "supervisor"
  | "supervised"
  | "reviewer"
  | "inCharge"
  | "namer"
  | "instructed"
  | "confidant";

/** A turn, and what part in the case it gives. */
export type Part = Turn & { role: Role };

/** A part with the unit that its holder belonged to when they were given it. */
export type HeldPart = Part & { unit: UnitId };

/** Whether two turns are the same. */
export const sameTurn = (a: Turn, b: Turn): boolean =>
  a.staff === b.staff && a.stepNo === b.stepNo && a.assignment === b.assignment;
