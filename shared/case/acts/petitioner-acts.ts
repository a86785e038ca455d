import type * as z from "zod";
import { type FieldProblem, problemsOf } from "#case/forms/form-text.ts";
import type { Case } from "#case/state/case.ts";
import { type Decision, nothingToDo } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import type { Act, Typed } from "./act.ts";
import { answerOpenings } from "./answer.ts";
import { settlementAnswers } from "./settlement.ts";
import { withdrawals } from "./withdrawal.ts";

/** What petitioners may do to their case: the one list. */
const petitionerActs = { ...settlementAnswers, ...answerOpenings, ...withdrawals };
export type PetitionerActName = keyof typeof petitionerActs;

type TypedFor = Typed<typeof petitionerActs>;
type Commands = { [N in PetitionerActName]: { command: N } & TypedFor[N] };
/** An act with what was typed for it. */
export type PetitionerCommand = Commands[PetitionerActName];

type Row<N extends PetitionerActName> = Pick<Act, "whyNot"> & {
  form: z.ZodType<TypedFor[N]> & Pick<z.ZodObject, "shape">;
  judge: (c: Case, command: Commands[N], world: World) => Decision;
};
const rows: { readonly [N in PetitionerActName]: Row<N> } = petitionerActs;

/** The fields of all acts' forms. */
export type PetitionerField = { [N in PetitionerActName]: keyof TypedFor[N] }[PetitionerActName] & string;

/** Whether a text names an act of petitioners. */
export const isPetitionerActName = (name: string | undefined): name is PetitionerActName =>
  name !== undefined && Object.hasOwn(rows, name);
const names: readonly PetitionerActName[] = Object.keys(rows).filter(isPetitionerActName);

/** The acts that the case allows its petitioner now, in the order of the list. */
export const offeredToPetitioner = (c: Case, world: World): PetitionerActName[] =>
  names.filter((name) => rows[name].whyNot(c, world) === undefined);

const namesIn = (name: PetitionerActName): string[] => Object.keys(rows[name].form.shape);
const isField = (field: string): field is PetitionerField => names.some((name) => namesIn(name).includes(field));
/** The fields of all forms. */
export const petitionerFields: readonly PetitionerField[] = [...new Set(names.flatMap(namesIn))].filter(isField);

/** Whether what was read by the form of the act that it names is that act: the form has left exactly its fields. */
const isCommand = (read: { command: PetitionerActName }): read is PetitionerCommand =>
  ["command", ...namesIn(read.command)].toSorted().join() === Object.keys(read).toSorted().join();

/** An act, or what is wrong with each field of its form; `broken` when the form itself is not one of ours. */
export type PetitionerRead =
  | { act: PetitionerCommand }
  | { problems: Partial<Record<PetitionerField, FieldProblem>>; broken: boolean };

/** Reads an act's form as typed. @param typed its fields and no others */
export const readPetitionerForm = (command: PetitionerActName, typed: Record<string, string>): PetitionerRead => {
  const { success, data, error } = rows[command].form.safeParse(typed);
  if (!success) return problemsOf(error, namesIn(command).filter(isField));
  const act = { ...data, command };
  return isCommand(act) ? { act } : { problems: {}, broken: true };
};

/** The row of a command's name judges it; a union type would lose the tie between them. */
const judged = <N extends PetitionerActName>(name: N, command: Commands[N], c: Case, world: World): Decision =>
  rows[name].judge(c, command, world);

/** Judges what a petitioner asks with the query code. To open what needs no opening is nothing to do, and no refusal. */
export const decidePetitioner = (c: Case, act: PetitionerCommand, world: World): Decision =>
  act.command === "openAnswer" && c.status !== "delivering" ? nothingToDo : judged(act.command, act, c, world);
