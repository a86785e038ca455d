import type * as z from "zod";
import { type FieldProblem, problemsOf } from "#case/forms/form-text.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import { type Decision, refuse } from "#case/state/decision.ts";
import { partsIn, roleIn } from "#case/state/standing.ts";
import type { Role, Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { acceptanceActs } from "./acceptance.ts";
import type { Act, Form, Typed } from "./act.ts";
import { answerActs, deliveryActs } from "./answer.ts";
import { climbActs } from "./climb.ts";
import { extensionActs } from "./extension.ts";
import { settlementActs } from "./settlement.ts";
import { acknowledgementActs, reassignmentActs } from "./step.ts";

/** What the office may do to a case: the one list, in the order of likelihood. */
const staffActs = {
  ...acknowledgementActs,
  ...acceptanceActs,
  ...answerActs,
  ...settlementActs,
  ...climbActs,
  ...extensionActs,
  ...reassignmentActs,
  ...deliveryActs,
};
export type StaffActName = keyof typeof staffActs;

type TypedFor = Typed<typeof staffActs>;
type Commands = { [N in StaffActName]: { command: N } & TypedFor[N] };
/** An act with what was typed for it. The names double as the forms' `command` field. */
export type StaffCommand = Commands[StaffActName];

/** The fields of all acts' forms. */
export type StaffField = { [N in StaffActName]: keyof TypedFor[N] }[StaffActName] & string;

/** An act as one of the list: what is read from its form is what it judges. */
type Row<N extends StaffActName> = Pick<Act<Form, Role>, "role" | "turn" | "whyNot"> & {
  form: z.ZodType<TypedFor[N]> & Pick<z.ZodObject, "shape">;
  judge: (c: Case, command: Commands[N], world: World) => Decision;
};
const rows: { readonly [N in StaffActName]: Row<N> } = staffActs;

/** Whether a text names an act of the office. */
export const isStaffActName = (name: string | undefined): name is StaffActName =>
  name !== undefined && Object.hasOwn(rows, name);

/** The names, in the order of likelihood. */
export const staffActNames: readonly StaffActName[] = Object.keys(rows).filter(isStaffActName);

/** Whether an act ends the person's turn and with it the link; the others leave the link usable. */
export const endsTurn = (name: StaffActName): boolean => rows[name].turn === "ends";

const namesIn = (name: StaffActName): string[] => Object.keys(rows[name].form.shape);
const isStaffField = (field: string): field is StaffField =>
  staffActNames.some((name) => namesIn(name).includes(field));

/** The fields of an act's form, in their order. */
export const fieldsOf = (name: StaffActName): StaffField[] => namesIn(name).filter(isStaffField);
/** The fields of all forms. */
export const staffFields: readonly StaffField[] = [...new Set(staffActNames.flatMap(fieldsOf))];

/** The acts that a part in the case allows now, most likely first. */
export const offeredTo = (role: Role, c: Case, world: World): StaffActName[] =>
  partsIn(c).some((part) => part.role === role)
    ? staffActNames.filter((name) => rows[name].role === role && rows[name].whyNot(c, world) === undefined)
    : [];

/**
 * The acts that are shown to a part in the case: those that it allows now, and one that was sent and that time or
 * somebody else has withdrawn, so that what was typed in its form stays. Where it makes no sense at all it goes.
 */
export const shownTo = (role: Role, c: Case, world: World, sent?: StaffActName): StaffActName[] => {
  const offered = offeredTo(role, c, world);
  if (sent === undefined || offered.includes(sent) || rows[sent].role !== role) return offered;
  const isWithdrawn = fieldsOf(sent).length > 0 && rows[sent].whyNot(c, world) !== "notAtThisLevel";
  return isWithdrawn ? [...offered, sent] : offered;
};

/** Whether one click does an act: nothing is typed for it, and the turn goes on, so that nothing is lost by it. */
export const isOneClick = (name: StaffActName): boolean => fieldsOf(name).length === 0 && !endsTurn(name);

/** The row of a command's name judges it; a union type would lose the tie between them. */
const judged = <N extends StaffActName>(name: N, command: Commands[N], c: Case, world: World): Decision =>
  rows[name].judge(c, command, world);

/** Judges an act that came by the link for a turn. */
export const decideStaff = (
  c: Case,
  { by: staff, stepNo, assignment, act }: { by: Turn["staff"]; stepNo: number; assignment: number; act: StaffCommand },
  world: World,
): Decision => {
  if (hasEnded(c)) return refuse("ended");
  const role = roleIn(c, { staff, stepNo, assignment });
  if (role === undefined) return refuse("movedOn");
  if (rows[act.command].role !== role) return refuse("notAtThisLevel");
  return judged(act.command, act, c, world);
};

/** An act, or what is wrong with each field of its form; `broken` when the form itself is not one of ours. */
export type StaffRead =
  | { act: StaffCommand }
  | { problems: Partial<Record<StaffField, FieldProblem>>; broken: boolean };

/** Whether what was read by the form of the act that it names is that act: the form has left exactly its fields. */
const isCommand = (read: { command: StaffActName }): read is StaffCommand =>
  ["command", ...fieldsOf(read.command)].toSorted().join() === Object.keys(read).toSorted().join();

/** Reads an act's form as typed. Names every field with a problem, each with its first one. */
export const readStaffForm = ({ command, ...typed }: Record<string, string>): StaffRead => {
  if (!isStaffActName(command)) return { problems: {}, broken: true };
  const { success, data, error } = rows[command].form.safeParse(typed);
  if (!success) return problemsOf(error, fieldsOf(command));
  const act = { ...data, command };
  return isCommand(act) ? { act } : { problems: {}, broken: true };
};
