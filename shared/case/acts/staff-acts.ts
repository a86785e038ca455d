import type * as z from "zod";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import { rightIn } from "#case/state/rights.ts";
import { partsIn } from "#case/state/standing.ts";
import type { Role, Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { acceptanceActs } from "./acceptance.ts";
import type { Act, Form, Typed } from "./act.ts";
import { type CommandsOf, formsOf } from "./act-forms.ts";
import { answerActs } from "./answer.ts";
import { climbActs } from "./climb.ts";
import { communityActs } from "./community.ts";
import { correctionActs } from "./correction.ts";
import { deliveryActs } from "./delivery.ts";
import { extensionActs } from "./extension.ts";
import { guidanceActs } from "./guidance.ts";
import { hearingActs } from "./hearing.ts";
import { progressActs } from "./progress.ts";
import { settlementActs } from "./settlement.ts";
import { simpleActs } from "./simple.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What the office may do to a case: the one list, in the order of likelihood. */
const staffActs = {
  ...acknowledgementActs,
  ...communityActs,
  ...acceptanceActs,
  ...guidanceActs,
  ...hearingActs,
  ...answerActs,
  ...settlementActs,
  ...progressActs,
  ...climbActs,
  ...extensionActs,
  ...simpleActs,
  ...reassignmentActs,
  ...deliveryActs,
  ...correctionActs,
};
export type StaffActName = keyof typeof staffActs;

type StaffTyped = Typed<typeof staffActs>;
type StaffCommands = CommandsOf<typeof staffActs>;
/** An act with what was typed for it. */
export type StaffCommand = StaffCommands[StaffActName];

/** The names (in the order of likelihood), fields and reading of the forms. */
export const staffForms = formsOf(staffActs);
export type StaffField = (typeof staffForms.fields)[number];

/** An act as one of the list: what is read from its form is what it judges. */
type StaffRow<N extends StaffActName> = Pick<Act<Form, Role>, "role" | "turn" | "whyNot"> & {
  form: z.ZodType<StaffTyped[N]>;
  judge: (c: Case, command: StaffCommands[N], world: World) => Decision;
};
const rows: { readonly [N in StaffActName]: StaffRow<N> } = staffActs;

/** Whether an act ends the person's turn and with it the link; the others leave the link usable. */
export const endsTurn = (name: StaffActName): boolean => rows[name].turn === "ends";

/** The acts that a part in the case allows now, most likely first. */
export const offeredTo = (role: Role, c: Case, world: World): StaffActName[] =>
  partsIn(c).some((part) => part.role === role)
    ? staffForms.names.filter((name) => rows[name].role === role && rows[name].whyNot(c, world) === undefined)
    : [];

/**
 * The acts that are shown to a part in the case: those that it allows now, and one that was sent and that time or
 * somebody else has withdrawn, so that what was typed in its form stays. Where it makes no sense at all it goes.
 */
export const shownTo = (role: Role, c: Case, world: World, sent?: StaffActName): StaffActName[] => {
  const offered = offeredTo(role, c, world);
  if (sent === undefined || offered.includes(sent) || rows[sent].role !== role) return offered;
  const isWithdrawn = staffForms.fieldsOf(sent).length > 0 && rows[sent].whyNot(c, world) !== "notAtThisLevel";
  return isWithdrawn ? [...offered, sent] : offered;
};

/** Whether one click does an act: nothing is typed for it, and the turn goes on, so that nothing is lost by it. */
export const isOneClick = (name: StaffActName): boolean => staffForms.fieldsOf(name).length === 0 && !endsTurn(name);

/** Whether an act issues a letter, which is looked at before it counts. */
export const issuesLetter = (name: StaffActName): boolean => name === "reply" || name === "correctLetter";

/** The row of a command's name judges it; a union type would lose the tie between them. */
const judged = <N extends StaffActName>(name: N, command: StaffCommands[N], c: Case, world: World): Decision =>
  rows[name].judge(c, command, world);

/** Judges an act that came by the link for a turn. */
export const decideStaff = (
  c: Case,
  { by: staff, stepNo, assignment, act }: { by: Turn["staff"]; stepNo: number; assignment: number; act: StaffCommand },
  world: World,
): Decision => {
  if (hasEnded(c)) return refuse("ended");
  const right = rightIn(c, { staff, stepNo, assignment }, world.directory);
  if ("barred" in right) return refuse("movedOn");
  if (rows[act.command].role !== right.role) return refuse("notAtThisLevel");
  return judged(act.command, act, c, world);
};
