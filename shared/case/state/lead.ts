import { type Case, hasEnded, type Instruction, type Lead } from "./case.ts";
import type { LeadStage } from "./facts/lead.ts";
import type { HeldPart } from "./turn.ts";

/** Whether a leader's matters of it wait or are over: it has ended, or is handled in another case. */
const isAtRest = (c: Case): boolean => hasEnded(c) || c.status === "merged";

/** Who is in charge of a case as a leader; nobody once it has ended, or while it is handled in another one. */
export const leadOf = (c: Case): Lead | undefined => (isAtRest(c) || c.inCharge?.isOver ? undefined : c.inCharge);

/** 批示: what was instructed and is not done; nothing once the case has ended, or while it is handled in another one. */
export const openInstructions = (c: Case): Instruction[] =>
  isAtRest(c) ? [] : (c.instructions ?? []).filter(({ performed, isOver }) => performed === undefined && !isOver);

/** What a leader had in charge is over with the case: reopened, it begins without them. */
export const leadAfter = (c: Case): Pick<Case, "inCharge" | "instructions"> =>
  hasEnded(c) && c.inCharge !== undefined
    ? {
        inCharge: { ...c.inCharge, isOver: true },
        ...(c.instructions && { instructions: c.instructions.map((one) => ({ ...one, isOver: true as const })) }),
      }
    : {};

/** What the leader owes next. */
export const stageOf = ({ metOn, isPlanned }: Pick<Lead, "metOn" | "isPlanned">): LeadStage => {
  if (metOn === undefined) return "meet";
  return isPlanned ? "report" : "plan";
};

/**
 * The turns of the leader in charge, of whoever of the bureau sees what they have missed, and of those who were instructed. Whoever
 * was kept out of the case has none, also before theirs has passed on.
 */
export const leadParts = (c: Case): HeldPart[] => {
  const lead = leadOf(c);
  const { staff, units } = c.about;
  const parts = [
    ...(lead === undefined
      ? []
      : [
          {
            ...lead.leader,
            stepNo: lead.stepNo,
            assignment: lead.assignment,
            role: "inCharge" as const,
          },
          ...(lead.namer === undefined ? [] : [{ ...lead.namer, role: "namer" as const }]),
        ]),
    ...openInstructions(c).map(({ holder, stepNo, assignment }) => ({
      ...holder,
      ...{ stepNo, assignment, role: "instructed" as const },
    })),
  ];
  return parts.filter((part) => !staff.includes(part.staff) && !units.includes(part.unit));
};

/** The instruction whose turn somebody has. */
export const instructionOf = (c: Case, turn: { staff: string; stepNo: number; assignment: number } | undefined) =>
  openInstructions(c).find(
    ({ holder, stepNo, assignment }) =>
      holder.staff === turn?.staff && stepNo === turn.stepNo && assignment === turn.assignment,
  );

/** The kinds of clock that a leader in charge, and those whom they have instructed, go by. */
export const leadKinds = ["lead", "instruction"] as const;
