import type * as z from "zod";
import type { Case } from "#case/state/case.ts";
import { type Decision, nothingToDo } from "#case/state/decision.ts";
import type { World } from "#case/state/world.ts";
import type { Act, Typed } from "./act.ts";
import { type CommandsOf, formsOf } from "./act-forms.ts";
import { answerOpenings } from "./answer.ts";
import { settlementAnswers } from "./settlement.ts";
import { withdrawals } from "./withdrawal.ts";

/** What petitioners may do to their case: the one list. */
const petitionerActs = { ...settlementAnswers, ...answerOpenings, ...withdrawals };
export type PetitionerActName = keyof typeof petitionerActs;

type PetitionerTyped = Typed<typeof petitionerActs>;
type PetitionerCommands = CommandsOf<typeof petitionerActs>;
/** An act with what was typed for it. */
export type PetitionerCommand = PetitionerCommands[PetitionerActName];

/** The names, fields and reading of the petitioner's forms. */
export const petitionerForms = formsOf(petitionerActs);
export type PetitionerField = (typeof petitionerForms.fields)[number];

type PetitionerRow<N extends PetitionerActName> = Pick<Act, "whyNot"> & {
  form: z.ZodType<PetitionerTyped[N]>;
  judge: (c: Case, command: PetitionerCommands[N], world: World) => Decision;
};
const rows: { readonly [N in PetitionerActName]: PetitionerRow<N> } = petitionerActs;

/** The acts that the case allows its petitioner now, in the order of the list. */
export const offeredToPetitioner = (c: Case, world: World): PetitionerActName[] =>
  petitionerForms.names.filter((name) => rows[name].whyNot(c, world) === undefined);

/** The row of a command's name judges it; a union type would lose the tie between them. */
const judged = <N extends PetitionerActName>(
  name: N,
  command: PetitionerCommands[N],
  c: Case,
  world: World,
): Decision => rows[name].judge(c, command, world);

/** Judges what a petitioner asks with the query code. To open what needs no opening is nothing to do, and no refusal. */
export const decidePetitioner = (c: Case, act: PetitionerCommand, world: World): Decision =>
  act.command === "openAnswer" && c.status !== "delivering" ? nothingToDo : judged(act.command, act, c, world);
