import type * as z from "zod";
import { type ForAgents, whyNotTheirs } from "#case/offers/offer.ts";
import type { Case } from "#case/state/case.ts";
import { type Decision, nothingToDo, refuse } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { Act } from "./act.ts";
import { formsOf } from "./act-forms.ts";
import type {
  DecidesOn,
  PetitionerActName,
  PetitionerActs,
  PetitionerCommand,
  PetitionerCommands,
  PetitionerTyped,
} from "./petitioner-acts.ts";

/** An act as one of the list: what is read from its form is what it judges. */
type PetitionerRow<N extends PetitionerActName> = Pick<Act, "whyNot" | "brings" | "agent" | "onAnyPage"> & {
  form: z.ZodType<PetitionerTyped[N]>;
  judge: (c: Case, command: PetitionerCommands[N], world: World) => Decision;
};

/** What an agent brings about is theirs on record, and the petitioner is told of it. */
const byAgent = (event: NewEvent, agent: number): NewEvent =>
  event.by.kind === "petitioner"
    ? {
        ...event,
        by: { ...event.by, agent },
        messages: [...event.messages, { kind: "newsMail", news: "agentActed" }],
      }
    : event;

/** A decision with who took it, and with what they saw when they did. */
const asTheyTookIt = (decision: Decision, { saw, agent }: { saw?: number; agent: number | undefined }): Decision =>
  "refused" in decision
    ? decision
    : {
        events: decision.events
          .map((event) =>
            event.by.kind === "petitioner" && saw !== undefined ? { ...event, by: { ...event.by, saw } } : event,
          )
          .map((event) => (agent === undefined ? event : byAgent(event, agent))),
      };

/**
 * The acts that a door gives petitioners, and whoever acts for them: their forms, when they are offered, and how they are
 * judged. No other is known there.
 */
export const givenToPetitioner = (acts: Partial<PetitionerActs>) => {
  const forms = formsOf<PetitionerActs>(acts);
  const rows: { readonly [N in PetitionerActName]?: PetitionerRow<N> } = acts;

  /** With which scope an agent may do an act for the petitioner; `never`: nobody may but they themselves. */
  const agentScopeOf = (name: PetitionerActName): ForAgents => rows[name]?.agent ?? "never";

  /** Why whoever asks may not do this for the petitioner, whatever the case allows: an agent, by number, or they themselves. */
  const whyNotTheirsAt = (c: Case, name: PetitionerActName, agent: number | undefined): Refusal | undefined =>
    whyNotTheirs(c, agentScopeOf(name), agent);

  /** Why the case does not allow an act now, whoever asks. */
  const whyNotNow = (c: Case, name: PetitionerActName, world: World): Refusal | undefined => {
    const row = rows[name];
    return row === undefined ? "notAtThisLevel" : row.whyNot(c, world);
  };

  /** The row of a command's name judges it; a union type would lose the tie between them. */
  const judged = <N extends PetitionerActName>(
    name: N,
    command: PetitionerCommands[N],
    c: Case,
    world: World,
  ): Decision => rows[name]?.judge(c, command, world) ?? refuse("notAtThisLevel");

  /** Why a decision cannot be taken by somebody who saw the case up to an event, whatever is typed for it. */
  const whyNotDecided = (
    c: Case,
    command: PetitionerActName,
    { saw, agent }: DecidesOn,
    world: World,
  ): Refusal | undefined =>
    whyNotTheirsAt(c, command, agent) ??
    whyNotNow(c, command, world) ??
    (saw === c.told || rows[command]?.onAnyPage ? undefined : "pageOutdated");

  /** Whether just this decision was taken already, on what was seen up to just this event, and no other since. */
  const isDecided = ({ decided }: Case, command: PetitionerActName, saw: number): boolean =>
    decided?.saw === saw && decided.fact === rows[command]?.brings;

  return {
    /** The names, fields and reading of the forms. */
    forms,
    agentScopeOf,
    whyNotDecided,
    isDecided,

    /** The acts that the case allows its petitioner now, or one of their agents, in the order of the list. */
    offeredToPetitioner: (c: Case, world: World, agent?: number): PetitionerActName[] =>
      forms.names.filter((name) => (whyNotTheirsAt(c, name, agent) ?? whyNotNow(c, name, world)) === undefined),

    /**
     * Judges what a petitioner asks with the query code, or an agent with theirs. A decision counts for what they saw: on a
     * page that has been overtaken nothing is decided. The same decision, sent again from the same page, is done already. So
     * it is to open what needs no opening; to open an answer is to see it, whatever the page before it said.
     */
    decidePetitioner: (c: Case, act: PetitionerCommand, by: DecidesOn, world: World): Decision => {
      const { command } = act;
      const { saw, agent } = by;
      const notTheirs = whyNotTheirsAt(c, command, agent);
      if (notTheirs !== undefined) return refuse(notTheirs);
      if (command === "openAnswer") {
        return c.status === "delivering" ? asTheyTookIt(judged(command, act, c, world), { agent }) : nothingToDo;
      }
      if (isDecided(c, command, saw)) return nothingToDo;
      const refusal = whyNotDecided(c, command, by, world);
      return refusal === undefined ? asTheyTookIt(judged(command, act, c, world), { saw, agent }) : refuse(refusal);
    },
  };
};
export type GivenToPetitioner = ReturnType<typeof givenToPetitioner>;
