import type { IdentityVault } from "#access/identity.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import { agentsNamed, scopeOf } from "#case/state/agent.ts";
import { withoutApart } from "#case/state/apart.ts";
import type { Case } from "#case/state/case.ts";
import { contactPersonFields, contactPersonsIn, contactPersonsOf } from "#case/state/contact-persons.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { isOpenToOthers } from "#case/state/joint.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { ContactSeen, Look } from "#case/state/party.ts";
import { type AgentSeen, agentFields, agentIn, agentsSeen } from "#case/state/sealed-agent.ts";
import { requestsIn } from "#case/state/sealed-party.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import { openingField, openingFields } from "#case/state/sealed-signatory.ts";
import { unitInCharge } from "#case/state/standing.ts";
import type { CaseReader } from "#case/store/case-reader.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import type { UnitId } from "#ground/ids.ts";
import { type KeyPorts, withKey } from "./petition-key.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type FollowPorts = Omit<KeyPorts, "identities" | "cases"> & {
  cases: CaseReader;
  identities: Pick<IdentityStore, "byCode" | "matter" | "texts" | "petitioner" | "agents" | "opening" | "signatory">;
  mailboxes: Pick<MailboxStore, "mailbox">;
  vault: IdentityVault;
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
  /** What is offered here. */
  offered: GivenToPetitioner["offeredToPetitioner"];
  /** Whether the code by which others join is told here: at the door that gives it. */
  passesOn?: boolean;
};

/** Everything that a petitioner may see of the case. */
export type Followed = {
  petition: Case;
  events: CaseEvent[];
  looks: Look[];
  clocks: ClockRow[];
  /** What people wrote on the case: all of it is the petitioner's to read. */
  texts: Texts;
  /** What was asked for, by number, once it is answered: the letter goes through it. */
  requests: string[];
  /** How the mailbox stands that they left; nothing when nothing was mailed yet. */
  mailbox?: MailboxSeen | undefined;
  /** By what they can be reached. */
  contact: ContactSeen;
  /** Who acts for them, or did. */
  agents: AgentSeen[];
  /** The unit that has the petition in which this one is handled. */
  leadUnit?: UnitId | undefined;
  /** The code by which others may join, as long as they may. */
  joinCode?: string | undefined;
  /** Who of those who have joined is a contact person, or ready to be one: at the door where they are named. */
  contactPersons?: readonly ContactPerson[] | undefined;
};

/** What an agent is shown of the case on the way to what their scope lets them see: nothing that is the petitioner's alone. */
export type FollowedByAgent = Pick<Followed, "petition" | "events" | "clocks" | "texts" | "requests"> & {
  agent: { n: number; name: string; scope: readonly AgentScope[] };
};

/** The case that a key opens, and whether the answer that waits in it is opened with that key. */
export type OpenedToLook = { petition: Case; agent: number | undefined; opens: boolean };

/**
 * What petitioners, and whoever acts for them, are shown with their key, of which the ending of their phone number is enough.
 * Nothing is decided by looking. The key of a case that was lost is a wrong one.
 */
export const followPetition = ({ passesOn = false, ...ports }: FollowPorts) => {
  const { open, unprovenBy, opensStill } = withKey(ports);

  /**
   * What people wrote, what was asked for where a letter answers it, and by what the petitioner is reached: one call opens all
   * of it.
   */
  const opened = async (
    petition: Case,
  ): Promise<
    Pick<Followed, "texts" | "requests" | "mailbox" | "contact" | "agents" | "joinCode" | "contactPersons">
  > => {
    const { id } = petition;
    const [written, matter, mailbox, { phone, email, address }, agents, opening, persons] = await Promise.all([
      ports.identities.texts(id),
      "letter" in petition ? ports.identities.matter(id) : {},
      ports.mailboxes.mailbox(id),
      ports.identities.petitioner(id),
      agentsNamed(petition) === 0 ? [] : ports.identities.agents(id),
      passesOn && isOpenToOthers(petition) ? ports.identities.opening(id) : undefined,
      passesOn ? contactPersonsOf(ports.identities, petition) : [],
    ]);
    const sealed = {
      ...written,
      ...matter,
      ...agentFields(agents),
      ...(opening && openingFields(opening)),
      ...contactPersonFields(persons),
      ...(phone && { phone }),
      ...(email && { email }),
      ...(address && { address }),
    };
    const { phone: number, email: mailed, address: postal, ...open } = await ports.vault.open(id, sealed);
    const is = mailbox?.is;
    return {
      texts: textsIn(id, open),
      requests: requestsIn(open),
      agents: agentsSeen(petition, open),
      ...(opening && { joinCode: open[openingField(opening.opening)] }),
      ...(persons.length > 0 && { contactPersons: contactPersonsIn(open, persons) }),
      contact: {
        ...(number && { phone: number }),
        ...(mailed && { email: mailed }),
        ...(postal && { address: postal }),
      },
      ...(is !== undefined && is !== "writing" && is !== "unwritten" && mailed && { mailbox: { is, address: mailed } }),
    };
  };

  /** The unit that looks into a petition which is handled in another: of that one nothing else is told. */
  const leadUnitOf = async (petition: Case): Promise<UnitId | undefined> => {
    const lead = petition.status === "merged" ? await ports.cases.load(petition.lead) : undefined;
    return lead && unitInCharge(lead);
  };

  const see = async (petition: Case): Promise<Followed> => {
    const { id } = petition;
    const [{ events, looks }, clocks, secrets, leadUnit] = await Promise.all([
      ports.cases.history(id),
      ports.clocksOf(id),
      opened(petition),
      leadUnitOf(petition),
    ]);
    return { petition, events, looks, clocks, leadUnit, ...secrets };
  };

  /** The case as an agent may follow it; nothing once they act for the petitioner no more. */
  const seeFor = async (petition: Case, n: number): Promise<FollowedByAgent | undefined> => {
    const { id } = petition;
    const scope = scopeOf(petition, n);
    if (scope === undefined) return undefined;
    const [{ events }, clocks, written, matter, agents] = await Promise.all([
      ports.cases.history(id),
      ports.clocksOf(id),
      ports.identities.texts(id),
      "letter" in petition && scope.includes("receive") ? ports.identities.matter(id) : {},
      ports.identities.agents(id),
    ]);
    const themselves = agentFields(agents.filter((agent) => agent.n === n));
    const open = await ports.vault.open(id, { ...written, ...matter, ...themselves });
    const { name } = agentIn(open, n);
    return {
      ...withoutApart({ petition, events, clocks }),
      texts: textsIn(id, open),
      requests: requestsIn(open),
      agent: { n, name, scope },
    };
  };

  return {
    /** What a key opens, and what it proves. */
    ...{ open, unprovenBy, opened },

    /** Opens a case. A key with the whole number may be meant to open a new answer, too: `opens` says so. */
    look: async (key: PetitionKey, from: string): Promise<OpenedToLook | Barred> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, agent, part } = opened;
      const opens =
        petition.status === "delivering" &&
        part === "number" &&
        ports.offered(petition, await ports.world(), agent).includes("openAnswer");
      return { petition, agent, opens };
    },

    /**
     * A case that was opened before, as it stands now: looking again decides nothing. `undefined` for one that was lost.
     * @param code the one by which it was opened: once another opens the case, it shows nothing more
     */
    see: async (caseId: string, code?: string): Promise<Followed | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined || !(await opensStill(petition, code))) return undefined;
      return see(petition);
    },

    /** The same for an agent: `undefined` once they act for the petitioner no more, too. */
    seeFor: async (caseId: string, agent: number): Promise<FollowedByAgent | undefined> => {
      const petition = await ports.cases.load(caseId);
      return petition && seeFor(petition, agent);
    },
  };
};
export type Following = ReturnType<typeof followPetition>;
