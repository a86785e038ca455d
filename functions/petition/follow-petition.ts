import type { IdentityVault } from "#access/identity.ts";
import { askingAgainCounter } from "#access/paces.ts";
import { normaliseQueryCode, readTypedPhone } from "#access/query-code.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { codesOf } from "#case/acts/code.ts";
import { isCorrectedTo } from "#case/acts/contact.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import { isDecided, type PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { MailboxSeen } from "#case/state/mailbox.ts";
import type { ContactSeen, Look } from "#case/state/party.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { requestsIn } from "#case/state/sealed-party.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { MailboxStore } from "#case/store/mailbox-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import type { Instant } from "#ground/instant.ts";
import { correctedContact, countAddress, type ProvenKey } from "./corrected-contact.ts";
import { type Barred, type PetitionKey, type Unlocked, type UnlockPorts, unlock } from "./unlock.ts";

export type FollowPorts = Ports &
  Omit<UnlockPorts, "identities"> & {
    cases: Pick<CaseStore, "load" | "history">;
    identities: Pick<IdentityStore, "byCode" | "matter" | "texts" | "petitioner">;
    mailboxes: Pick<MailboxStore, "mailbox">;
    vault: IdentityVault;
    random: WritingPorts["random"];
    clocksOf: (caseId: string) => Promise<ClockRow[]>;
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
};

/**
 * The case after what a petitioner asked for, and why that was not done: refused, not proven, or, of another address for
 * mail, not before `wait`. `phoneTail` goes with the code from now on, where it is another.
 */
export type CameOf = { petition: Case; refusal?: Refusal; wait?: Instant; phoneTail?: string | undefined } & (
  | { unproven?: undefined }
  | Unproven
);

/** Why a decision was not taken: the whole phone number was not typed, was not the right one, or was tried too often. */
export type Unproven = { unproven: "missing" | "notAPhone" | "wrong" } | { unproven: "wait"; until: Instant };

/** What came of asking a mailbox once more; the last wait of the pace ends at `until`. */
export type AskedAgain = { petition: Case } & (
  | { asked: "again" | "nothing to ask" }
  | { asked: "wait"; until: Instant }
);

type CorrectContact = Extract<PetitionerCommand, { command: "correctContact" }>;

/** What a key opens: the case as it stands, and how much of the phone number was typed, and when. */
type OpenedCase = { petition: Case; part: Unlocked["part"]; now: Instant };

/**
 * What petitioners do with their key: look with the ending of their phone number, decide with the whole of it. Opening a
 * new answer is its delivery, from which the time for a review runs, and so a decision too. The key of a case that was
 * lost is a wrong one.
 */
export const followPetition = (ports: FollowPorts) => {
  const write = writing({ ...ports, matter: ports.identities.matter });
  const tryKey = unlock(ports);
  const contactFor = correctedContact(ports);

  /**
   * What people wrote, what was asked for where a letter answers it, and by what the petitioner is reached: one call opens all
   * of it.
   */
  const opened = async (petition: Case): Promise<Pick<Followed, "texts" | "requests" | "mailbox" | "contact">> => {
    const { id } = petition;
    const [written, matter, mailbox, { phone, email, address }] = await Promise.all([
      ports.identities.texts(id),
      "letter" in petition ? ports.identities.matter(id) : {},
      ports.mailboxes.mailbox(id),
      ports.identities.petitioner(id),
    ]);
    const sealed = {
      ...written,
      ...matter,
      ...(phone && { phone }),
      ...(email && { email }),
      ...(address && { address }),
    };
    const { phone: number, email: mailed, address: postal, ...open } = await ports.vault.open(id, sealed);
    const is = mailbox?.is;
    return {
      texts: textsIn(id, open),
      requests: requestsIn(open),
      contact: {
        ...(number && { phone: number }),
        ...(mailed && { email: mailed }),
        ...(postal && { address: postal }),
      },
      ...(is !== undefined && is !== "writing" && is !== "unwritten" && mailed && { mailbox: { is, address: mailed } }),
    };
  };

  const see = async (petition: Case): Promise<Followed> => {
    const { id } = petition;
    const [{ events, looks }, clocks, secrets] = await Promise.all([
      ports.cases.history(id),
      ports.clocksOf(id),
      opened(petition),
    ]);
    return { petition, events, looks, clocks, ...secrets };
  };

  const carried = async (caseId: string, act: PetitionerCommand, saw: number): Promise<CameOf> => {
    const { act: written, texts } = await write(caseId, act);
    const outcome = await carryOut(ports, petitionerJudges)(
      caseId,
      { type: "petitioner", act: written, saw },
      { texts },
    );
    return outcome.kind === "done" ? { petition: outcome.after } : { petition: outcome.case, refusal: outcome.refusal };
  };

  /**
   * Corrects how a petitioner is reached. What was decided on the page before is done already if it was just this; anything
   * else is shown again, so that of two corrections none is lost in silence.
   */
  const correct = async (
    { petition, now }: OpenedCase,
    { act, saw }: { act: CorrectContact; saw: number },
    proven: ProvenKey,
  ): Promise<CameOf> => {
    const { id } = petition;
    const counted = act.email === undefined ? undefined : await countAddress(ports, { id, email: act.email }, now);
    if (counted?.kind === "wait") return { petition, wait: counted.until };
    const contact = await contactFor(id, act, proven);
    const outcome = await carryOut(ports, petitionerJudges)(id, { type: "petitioner", act, saw }, { contact });
    if (outcome.kind === "done" && outcome.events.length > 0) {
      return { petition: outcome.after, phoneTail: contact.code && act.phone };
    }
    await counted?.giveBack();
    if (outcome.kind === "refused") return { petition: outcome.case, refusal: outcome.refusal };
    const isDone = isCorrectedTo(act, (await opened(outcome.after)).contact);
    return { petition: outcome.after, ...(!isDone && { refusal: "pageOutdated" as const }) };
  };

  const open = async (key: PetitionKey, from: string): Promise<Barred | OpenedCase> => {
    const { now } = await ports.world();
    const opened = await tryKey(key, from, now);
    if ("barred" in opened) return opened;
    const petition = await ports.cases.load(opened.caseId);
    if (petition !== undefined && codesOf(petition) === opened.issue) return { petition, part: opened.part, now };
    // A code that another one took the place of, or of a case that was lost, opens nothing and tells nothing.
    ports.wrongKey();
    return { barred: "wrong" };
  };

  /** Whether the whole number was typed, and is the right one: with the key itself, or for the decision. */
  const unprovenBy = async (
    key: PetitionKey,
    wholePhone: string,
    from: string,
    now: Instant,
  ): Promise<Unproven | undefined> => {
    if (wholePhone.trim() === "") return { unproven: "missing" };
    const whole = readTypedPhone(wholePhone);
    if (whole?.part !== "number") return { unproven: "notAPhone" };
    const proven = await tryKey({ ...key, phoneTail: wholePhone }, from, now);
    if (!("barred" in proven)) return undefined;
    return proven.barred === "wait" ? { unproven: "wait", until: proven.until } : { unproven: "wrong" };
  };

  /** Of the same correction sent twice the second comes with a number that the first has changed: it is done already. */
  const correctedBefore = async (
    key: PetitionKey,
    from: string,
    { command, saw }: { command: PetitionerCommand; saw: number },
  ): Promise<CameOf | undefined> => {
    if (command.command !== "correctContact" || command.phone === undefined) return undefined;
    const anew = await open({ ...key, phoneTail: command.phone }, from);
    if ("barred" in anew || !isDecided(anew.petition, "correctContact", saw)) return undefined;
    const isDone = isCorrectedTo(command, (await opened(anew.petition)).contact);
    return isDone ? { petition: anew.petition, phoneTail: command.phone } : undefined;
  };

  return {
    /** Opens a case. A key with the whole number opens a new answer, too, once everything could be read. */
    look: async (key: PetitionKey, from: string): Promise<CameOf | Barred> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, part } = opened;
      if (petition.status !== "delivering" || part !== "number") return { petition };
      await see(petition);
      return carried(petition.id, { command: "openAnswer" }, petition.told);
    },

    /**
     * Has the mail sent again that asks whose the mailbox is. The key is enough: it goes to the address that was left, and
     * how often it does is counted by case.
     */
    askMailboxAgain: async (key: PetitionKey, from: string): Promise<Barred | AskedAgain> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, now } = opened;
      const { id } = petition;
      const { mailbox } = await see(petition);
      if (hasEnded(petition) || mailbox?.is !== "asked") return { asked: "nothing to ask", petition };
      const taken = await ports.tries.take([askingAgainCounter(id)], now);
      if (taken.kind === "wait") return { asked: "wait", until: taken.until, petition };
      const outcome = await carryOut(ports, petitionerJudges)(id, { type: "askMailboxAgain" });
      if (outcome.kind === "done") return { asked: "again", petition: outcome.after };
      await taken.giveBack();
      return { asked: "nothing to ask", petition: outcome.case };
    },

    /** Does what the petitioner asks for, on what they `saw`; says why not when it is refused or unproven. */
    act: async (
      key: PetitionKey,
      from: string,
      { command, saw }: { command: PetitionerCommand; saw: number },
      wholePhone: string,
    ): Promise<CameOf | Barred> => {
      const opened = await open(key, from);
      if ("barred" in opened) return (await correctedBefore(key, from, { command, saw })) ?? opened;
      const unproven = await unprovenBy(key, wholePhone, from, opened.now);
      if (unproven !== undefined) return { petition: opened.petition, ...unproven };
      if (command.command !== "correctContact") return carried(opened.petition.id, command, saw);
      const [code, number] = [normaliseQueryCode(key.code), readTypedPhone(wholePhone)?.digits];
      if (code === undefined || number === undefined) throw new Error("A key that has opened a case is none");
      return correct(opened, { act: command, saw }, { code, number });
    },

    /** A case that was opened before, as it stands now: looking again decides nothing. `undefined` for one that was lost. */
    see: async (caseId: string): Promise<Followed | undefined> => {
      const petition = await ports.cases.load(caseId);
      return petition && see(petition);
    },
  };
};
