import type * as z from "zod";
import type { Case } from "#case/state/case.ts";
import { type Decision, nothingToDo, refuse } from "#case/state/decision.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Act, Typed } from "./act.ts";
import { type CommandsOf, formsOf } from "./act-forms.ts";
import { contactCorrections } from "./contact.ts";
import { answerOpenings } from "./delivery.ts";
import { settlementAnswers } from "./settlement.ts";
import { withdrawals } from "./withdrawal.ts";

/** What petitioners may do to their case: the one list. */
const petitionerActs = { ...settlementAnswers, ...answerOpenings, ...contactCorrections, ...withdrawals };
export type PetitionerActName = keyof typeof petitionerActs;

type PetitionerTyped = Typed<typeof petitionerActs>;
type PetitionerCommands = CommandsOf<typeof petitionerActs>;
/** An act with what was typed for it. */
export type PetitionerCommand = PetitionerCommands[PetitionerActName];

/** The names, fields and reading of the petitioner's forms. */
export const petitionerForms = formsOf(petitionerActs);
export type PetitionerField = (typeof petitionerForms.fields)[number];

type PetitionerRow<N extends PetitionerActName> = Pick<Act, "whyNot" | "brings"> & {
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

/** Why a decision cannot be taken by somebody who saw the case up to an event, whatever is typed for it. */
export const whyNotDecided = (c: Case, command: PetitionerActName, saw: number, world: World): Refusal | undefined =>
  rows[command].whyNot(c, world) ?? (saw === c.told ? undefined : "pageOutdated");

/** Whether just this decision was taken already, on what was seen up to just this event, and no other since. */
export const isDecided = ({ decided }: Case, command: PetitionerActName, saw: number): boolean =>
  decided?.saw === saw && decided.fact === rows[command].brings;

/** A decision with what its petitioner saw when they took it. */
const onWhatTheySaw = (decision: Decision, saw: number): Decision =>
  "refused" in decision
    ? decision
    : {
        events: decision.events.map((event) =>
          event.by.kind === "petitioner" ? { ...event, by: { ...event.by, saw } } : event,
        ),
      };

/**
 * Judges what a petitioner asks with the query code. A decision counts for what they saw: on a page that has been overtaken
 * nothing is decided. The same decision, sent again from the same page, is done already. So it is to open what needs no
 * opening; to open an answer is to see it, whatever the page before it said.
 * @param saw the number of the newest event that their page told of
 */
export const decidePetitioner = (c: Case, act: PetitionerCommand, saw: number, world: World): Decision => {
  const { command } = act;
  if (command === "openAnswer") return c.status === "delivering" ? judged(command, act, c, world) : nothingToDo;
  if (isDecided(c, command, saw)) return nothingToDo;
  const refusal = whyNotDecided(c, command, saw, world);
  return refusal === undefined ? onWhatTheySaw(judged(command, act, c, world), saw) : refuse(refusal);
};
