import type { IdentityVault } from "#access/identity.ts";
import { askingAgainCounter } from "#access/paces.ts";
import { normaliseQueryCode, readTypedPhone } from "#access/query-code.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { type CarriedOut, carryOut, type Ports } from "#case/acts/carry-out.ts";
import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import type { DecidesOn, PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import { agentsNamed, scopeOf } from "#case/state/agent.ts";
import { withoutApart } from "#case/state/apart.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { contactPersonFields, contactPersonsIn, contactPersonsOf } from "#case/state/contact-persons.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import { isOpenToOthers } from "#case/state/joint.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { ContactSeen, Look } from "#case/state/party.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { type AgentSeen, agentFields, agentIn, agentsSeen } from "#case/state/sealed-agent.ts";
import { requestsIn } from "#case/state/sealed-party.ts";
import type { ContactPerson } from "#case/state/sealed-signatory.ts";
import { openingField, openingFields } from "#case/state/sealed-signatory.ts";
import { unitInCharge } from "#case/state/standing.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import type { ProvenKey } from "./corrected-contact.ts";
import { type KeyPorts, type OpenedCase, type Unproven, withKey } from "./petition-key.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type FollowPorts = Ports &
  Omit<KeyPorts, "identities" | "cases"> & {
    cases: Pick<CaseStore, "load" | "history">;
    identities: Pick<IdentityStore, "byCode" | "matter" | "texts" | "petitioner" | "agents" | "opening" | "signatory">;
    mailboxes: Pick<MailboxStore, "mailbox">;
    vault: IdentityVault;
    random: WritingPorts["random"];
    clocksOf: (caseId: string) => Promise<ClockRow[]>;
    /** The acts that are given here. */
    given: GivenToPetitioner;
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

/**
 * The case after what a petitioner asked for, and why that was not done: refused, not proven, or, of another address for
 * mail, not before `wait`. `phoneTail` goes with the code from now on, where it is another.
 */
export type CameOf = {
  petition: Case;
  /** Whose key it was, if it was an agent's. */
  agent?: number | undefined;
  refusal?: Refusal;
  wait?: Instant;
  phoneTail?: string | undefined;
} & ({ unproven?: undefined } | Unproven);

/** What came of asking a mailbox once more; the last wait of the pace ends at `until`. */
export type AskedAgain = { petition: Case } & (
  | { asked: "again" | "nothing to ask" }
  | { asked: "wait"; until: Instant }
);

/** What was asked for, on what its petitioner saw. */
export type AskedByPetitioner = { command: PetitionerCommand; saw: number };

/** What acts that store more about a petitioner than they say on the record are done with. */
export type Inner = {
  carry: (
    caseId: string,
    asked: { type: "petitioner"; act: PetitionerCommand; saw: number },
    along: Pick<Change, "contact" | "agent" | "opening">,
  ) => Promise<CarriedOut>;
  opened: (petition: Case) => Promise<Pick<Followed, "contact" | "agents">>;
  open: (key: PetitionKey, from: string) => Promise<Barred | OpenedCase>;
};

/** How such acts are done; nothing for any other act. */
export type StoringWays = {
  act: (opened: OpenedCase, asked: AskedByPetitioner, proven: ProvenKey) => Promise<CameOf> | undefined;
  /** What was done before with a key that it has changed; nothing where nothing was. */
  doneBefore: (key: PetitionKey, from: string, asked: AskedByPetitioner) => Promise<CameOf | undefined>;
};

/**
 * What petitioners, and whoever acts for them, do with their key: look with the ending of their phone number, decide with the whole of it. Opening a
 * new answer is its delivery, from which the time for a review runs, and so a decision too. The key of a case that was
 * lost is a wrong one.
 */
export const followPetition = (ports: FollowPorts, storingBy?: (inner: Inner) => StoringWays) => {
  const { given } = ports;
  const write = writing({ ...ports, matter: ports.identities.matter });
  const { open, unprovenBy } = withKey(ports);
  const carry = carryOut(ports, petitionerJudges(given));
  /** Whether the code by which others join is told here: at the door that gives it. */
  const passesOn = given.forms.isName("closeJoining");

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

  const carried = async (caseId: string, act: PetitionerCommand, by: DecidesOn): Promise<CameOf> => {
    const { act: written, texts } = await write(caseId, act);
    const outcome = await carry(caseId, { type: "petitioner", act: written, ...by }, { texts });
    return outcome.kind === "done" ? { petition: outcome.after } : { petition: outcome.case, refusal: outcome.refusal };
  };

  const storing = storingBy?.({ carry, opened, open });

  return {
    /** Opens a case. A key with the whole number opens a new answer, too, once everything could be read. */
    look: async (key: PetitionKey, from: string): Promise<CameOf | Barred> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, agent, part } = opened;
      const opens =
        petition.status === "delivering" &&
        part === "number" &&
        given.offeredToPetitioner(petition, await ports.world(), agent).includes("openAnswer");
      if (!opens) return { petition, agent };
      await (agent === undefined ? see(petition) : seeFor(petition, agent));
      return { agent, ...(await carried(petition.id, { command: "openAnswer" }, { saw: petition.told, agent })) };
    },

    /**
     * Has the mail sent again that asks whose the mailbox is. The key is enough: it goes to the address that was left, and
     * how often it does is counted by case.
     */
    askMailboxAgain: async (key: PetitionKey, from: string): Promise<Barred | AskedAgain> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, agent, now } = opened;
      // Whose the mailbox is is the petitioner's own to settle.
      if (agent !== undefined) return { barred: "wrong" };
      const { id } = petition;
      const { mailbox } = await see(petition);
      if (hasEnded(petition) || mailbox?.is !== "asked") return { asked: "nothing to ask", petition };
      const taken = await ports.tries.take([askingAgainCounter(id)], now);
      if (taken.kind === "wait") return { asked: "wait", until: taken.until, petition };
      const outcome = await carry(id, { type: "askMailboxAgain" });
      if (outcome.kind === "done") return { asked: "again", petition: outcome.after };
      await taken.giveBack();
      return { asked: "nothing to ask", petition: outcome.case };
    },

    /** Does what the petitioner asks for, on what they `saw`; says why not when it is refused or unproven. */
    act: async (
      key: PetitionKey,
      from: string,
      asked: AskedByPetitioner,
      wholePhone: string,
    ): Promise<CameOf | Barred> => {
      const { command, saw } = asked;
      const opened = await open(key, from);
      if ("barred" in opened) return (await storing?.doneBefore(key, from, asked)) ?? opened;
      const unproven = await unprovenBy(key, wholePhone, from, opened.now);
      const { petition, agent } = opened;
      if (unproven !== undefined) return { petition, agent, ...unproven };
      // Whatever an agent asks for is judged with who they are: what is sealed for a petitioner's own act is not sealed for theirs.
      if (agent !== undefined) return { agent, ...(await carried(petition.id, command, { saw, agent })) };
      const [code, number] = [normaliseQueryCode(key.code), readTypedPhone(wholePhone)?.digits];
      if (code === undefined || number === undefined) throw new Error("A key that has opened a case is none");
      return storing?.act(opened, asked, { code, number }) ?? carried(petition.id, command, { saw });
    },

    /** A case that was opened before, as it stands now: looking again decides nothing. `undefined` for one that was lost. */
    see: async (caseId: string): Promise<Followed | undefined> => {
      const petition = await ports.cases.load(caseId);
      return petition && see(petition);
    },

    /** The same for an agent: `undefined` once they act for the petitioner no more, too. */
    seeFor: async (caseId: string, agent: number): Promise<FollowedByAgent | undefined> => {
      const petition = await ports.cases.load(caseId);
      return petition && seeFor(petition, agent);
    },
  };
};
