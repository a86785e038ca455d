import type { Instruction, Lead } from "#case/state/case.ts";
import type { Message } from "#case/state/message.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** Tells the leader in charge of what they owe, or of what a unit has answered, by a mail with their link. */
export const askLeader = (
  { leader, stepNo, assignment }: Pick<Lead, "leader" | "stepNo" | "assignment">,
  lastDay: DistrictDate,
  ask: "takeCharge" | "instructionAnswered" = "takeCharge",
): Message => ({ kind: "taskMail", to: leader.staff, ask, stepNo, assignment, lastDay });

/** Tells whoever of the bureau sees to it that a leader has missed something. */
export const askNamer = (
  { staff, stepNo, assignment }: NonNullable<Lead["namer"]>,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: staff, ask: "leadMissed", stepNo, assignment, lastDay });

/** Asks whoever was instructed. */
export const askInstructed = ({
  holder,
  stepNo,
  assignment,
  until,
  missed,
}: Pick<Instruction, "holder" | "stepNo" | "assignment" | "until" | "missed">): Message => ({
  kind: "taskMail",
  to: holder.staff,
  ask: missed === undefined ? "instructed" : "instructionLate",
  stepNo,
  assignment,
  lastDay: until,
});
