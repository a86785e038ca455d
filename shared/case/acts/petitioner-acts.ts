import type * as z from "zod";
import type { Case } from "#case/state/case.ts";
import { type Decision, nothingToDo } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import type { Act, Typed } from "./act.ts";
import { answerOpenings } from "./answer.ts";
import { settlementAnswers } from "./settlement.ts";

/** What petitioners may do to their case: the one list. */
const petitionerActs = { ...settlementAnswers, ...answerOpenings };
export type PetitionerActName = keyof typeof petitionerActs;

type TypedFor = Typed<typeof petitionerActs>;
type Commands = { [N in PetitionerActName]: { command: N } & TypedFor[N] };
/** An act with what was typed for it. */
export type PetitionerCommand = Commands[PetitionerActName];

type Row<N extends PetitionerActName> = Pick<Act, "whyNot"> & {
  form: z.ZodType<TypedFor[N]>;
  judge: (c: Case, command: Commands[N], world: World) => Decision;
};
const rows: { readonly [N in PetitionerActName]: Row<N> } = petitionerActs;

/** The form of an act. */
export const petitionerForm = <N extends PetitionerActName>(name: N): Row<N>["form"] => rows[name].form;

/** The row of a command's name judges it; a union type would lose the tie between them. */
const judged = <N extends PetitionerActName>(name: N, command: Commands[N], c: Case, world: World): Decision =>
  rows[name].judge(c, command, world);

/** Judges what a petitioner asks with the query code. To open what needs no opening is nothing to do, and no refusal. */
export const decidePetitioner = (c: Case, act: PetitionerCommand, world: World): Decision =>
  act.command === "openAnswer" && c.status !== "delivering" ? nothingToDo : judged(act.command, act, c, world);
