import { keyed } from "#access/digest.ts";
import type { IdentityVault } from "#access/identity.ts";
import { networkMark } from "#access/network.ts";
import { joinCounters, joiningCounter } from "#access/paces.ts";
import { newQueryCode, normaliseQueryCode, phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { formHash } from "#access/receipt.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { signatoryJudges } from "#case/acts/judges.ts";
import { whyNotJoined } from "#case/acts/signatory.ts";
import type { JoinForm } from "#case/forms/join-form.ts";
import { withoutApart } from "#case/state/apart.ts";
import type { Case } from "#case/state/case.ts";
import { JoinedBefore } from "#case/state/change.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { isSignatory } from "#case/state/joint.ts";
import type { Refusal } from "#case/state/refusal.ts";
import { requestsIn } from "#case/state/sealed-party.ts";
import { sealSignatory, signatoryFields, signatoryIn } from "#case/state/sealed-signatory.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { districtDate } from "#clock/period.ts";
import { numberOf } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { type Unproven, unproven } from "./petition-key.ts";
import { type Barred, type CountingPorts, type PetitionKey, unlock } from "./unlock.ts";

export type JointPorts = Ports &
  CountingPorts & {
    cases: Pick<CaseStore, "load" | "history">;
    identities: Pick<IdentityStore, "byJoinCode" | "bySignatoryCode" | "petitioner" | "signatory" | "matter" | "texts">;
    vault: IdentityVault;
    clocksOf: (caseId: string) => Promise<ClockRow[]>;
    /** Counts a code that opened nothing, for the alarm. */
    wrongKey: () => void;
  };

/** A petition that a code lets others join, and by which of its openings. */
export type OpenedToOthers = { petition: Case; opening: number };

/** Somebody who has joined, by number, with the code that is theirs. */
export type Joined = { petition: Case; signatory: number; code: string };

/** Why nobody joins now: the case does not allow it, or too many have come from one network just now. */
export type NotJoined = { refusal: Refusal } | { until: Instant };

/** A case as whoever has joined it is told of it, and who they are themselves. */
export type FollowedBySignatory = {
  petition: Case;
  events: CaseEvent[];
  clocks: ClockRow[];
  texts: Texts;
  /** What was asked for, by number, once it is answered: the letter goes through it. */
  requests: string[];
  signatory: { n: number; name: string };
};

/** What became of a wish to leave; `petition` as it stands after it. */
export type Left = { petition: Case; signatory: number } & ({ left: true } | { refusal: Refusal } | Unproven);

/** What became of the word of somebody who has joined on being a contact person. */
export type Stood = { petition: Case; signatory: number } & ({ ready: boolean } | { refusal: Refusal } | Unproven);

/** How often a form that was sent twice at one moment is looked for. */
const attempts = 3;

/** 联名: whoever has the code of a petition joins it, follows it with a code of their own, and leaves it when they like. */
export const jointPetition = (ports: JointPorts) => {
  const { identities, vault, cases } = ports;
  const tryKey = unlock({ ...ports, codes: (hash) => identities.bySignatoryCode(hash) });
  const unprovenBy = unproven(tryKey);
  const carry = carryOut(ports, signatoryJudges);
  const countingNow = async () => {
    const { now } = await ports.world();
    return { now, salt: await ports.saltOf(districtDate(now)) };
  };

  /**
   * The petition that a code lets others join, whether or not it does now. Counted by network, alone and with the code,
   * before it is compared; a right one is not counted in the end.
   */
  const find = async (typed: string, from: string): Promise<Barred | OpenedToOthers> => {
    const code = normaliseQueryCode(typed);
    if (code === undefined) return { barred: "wrong" };
    const hash = queryCodeHash(code);
    const { now, salt } = await countingNow();
    const marks = { network: networkMark(salt, from), pair: networkMark(salt, from, hash) };
    const taken = await ports.tries.take(joinCounters(marks), now);
    if (taken.kind === "wait") {
      ports.wrongKey();
      return { barred: "wait", until: taken.until };
    }
    const found = await identities.byJoinCode(hash);
    const petition = found && (await cases.load(found.caseId));
    if (found === undefined || petition === undefined) {
      ports.wrongKey();
      return { barred: "wrong" };
    }
    await taken.giveBack();
    return { petition, opening: found.opening };
  };

  /** Whoever has joined by a form that was sent before: the form itself gives their code. */
  const joinedBefore = async (code: string): Promise<Joined | undefined> => {
    const found = await identities.bySignatoryCode(queryCodeHash(code));
    const petition = found && (await cases.load(found.caseId));
    return petition && { petition, signatory: found.signatory, code };
  };

  const joinAnew = async (
    { petition, opening }: OpenedToOthers,
    { name, phone }: JoinForm,
    code: string,
  ): Promise<Joined | { refusal: Refusal }> => {
    const { id } = petition;
    const { name: beside } = await identities.petitioner(id);
    if (beside === undefined) throw new Error(`${id} has no petitioner`);
    const sealed = sealSignatory(await vault.sealerBeside(id, beside), queryCodeHash(code), { name, phone, code });
    const signatory = { ...sealed, phone: phoneHashes(code, phone ?? numberOf(id)) };
    const came = await carry(id, { type: "join", opening }, { signatory });
    if (came.kind === "refused") return { refusal: came.refusal };
    const [joined] = came.events;
    if (joined?.fact.type !== "joined") throw new Error(`${id} was joined by nobody`);
    return { petition: came.after, signatory: joined.fact.signatory, code };
  };

  const see = async (caseId: string, n: number): Promise<FollowedBySignatory | "left" | undefined> => {
    const petition = await cases.load(caseId);
    if (petition === undefined) return undefined;
    if (!isSignatory(petition, n)) return "left";
    const { id } = petition;
    const [{ events }, clocks, written, matter, themselves] = await Promise.all([
      cases.history(id),
      ports.clocksOf(id),
      identities.texts(id),
      "letter" in petition ? identities.matter(id) : {},
      identities.signatory(id, n),
    ]);
    const opened = await vault.open(id, { ...written, ...matter, ...signatoryFields(themselves) });
    const { name } = signatoryIn(opened, themselves.mark);
    const texts = textsIn(id, opened);
    return {
      ...withoutApart({ petition, events, clocks }),
      texts,
      requests: requestsIn(opened),
      signatory: { n, name },
    };
  };

  const open = async (
    key: PetitionKey,
    from: string,
  ): Promise<Barred | { petition: Case; signatory: number; now: Instant }> => {
    const { now } = await ports.world();
    const opened = await tryKey(key, from, now);
    if ("barred" in opened) return opened;
    const { caseId, signatory } = opened.known;
    const petition = await cases.load(caseId);
    // Of a case that was lost a code opens nothing and tells nothing.
    if (petition === undefined) {
      ports.wrongKey();
      return { barred: "wrong" };
    }
    return isSignatory(petition, signatory) ? { petition, signatory, now } : { barred: "over" };
  };

  /** What somebody who has joined decides for themselves, with the whole number. */
  const provenBy = async (
    key: PetitionKey,
    from: string,
    wholePhone: string,
  ): Promise<Barred | { petition: Case; signatory: number } | ({ petition: Case; signatory: number } & Unproven)> => {
    const opened = await open(key, from);
    if ("barred" in opened) return opened;
    const { petition, signatory, now } = opened;
    const notProven = await unprovenBy(key, wholePhone, from, now);
    return { petition, signatory, ...notProven };
  };

  return {
    find,

    /** A case that was found before, as it stands now. */
    stands: (caseId: string): Promise<Case | undefined> => cases.load(caseId),

    /** Why nobody can join by an opening now. */
    whyNot: ({ petition, opening }: OpenedToOthers): Refusal | undefined => whyNotJoined(petition, opening),

    /**
     * Joins, by the code of an opening. The same form sent twice joins once and gives the same code, which the form itself
     * opens; other words in it are somebody else's.
     */
    join: async (typed: string, from: string, form: JoinForm): Promise<Barred | Joined | NotJoined> => {
      const found = await find(typed, from);
      if ("barred" in found) return found;
      const mark = formHash(form.submission, { ...form, joins: found.petition.id });
      const code = newQueryCode((bytes) => keyed(mark, "signatory").subarray(0, bytes));
      for (let attempt = 1; ; attempt += 1) {
        const before = await joinedBefore(code);
        if (before !== undefined) return before;
        const refusal = whyNotJoined(found.petition, found.opening);
        if (refusal !== undefined) return { refusal };
        const { now, salt } = await countingNow();
        const counted = await ports.tries.take([joiningCounter(networkMark(salt, from))], now);
        if (counted.kind === "wait") return { until: counted.until };
        try {
          const came = await joinAnew(found, form, code);
          if ("refusal" in came) await counted.giveBack();
          return came;
        } catch (error) {
          await counted.giveBack();
          if (!(error instanceof JoinedBefore) || attempt >= attempts) throw error;
        }
      }
    },

    /** The case that somebody has joined, by their code and what goes with it. */
    open,

    /** A case that was opened before, as it stands now; `left` for whoever has left it, `undefined` for one that was lost. */
    see,

    /** Leaves, with the whole number, as for every decision, and for no reason. */
    leave: async (key: PetitionKey, from: string, wholePhone: string): Promise<Barred | Left> => {
      const proven = await provenBy(key, from, wholePhone);
      if ("barred" in proven || "unproven" in proven) return proven;
      const { petition, signatory } = proven;
      const came = await carry(petition.id, { type: "leave", signatory });
      if (came.kind === "done" || came.refusal === "leftBefore") {
        return { petition: came.kind === "done" ? came.after : came.case, signatory, left: true };
      }
      return { petition: came.case, signatory, refusal: came.refusal };
    },

    /** Is ready to be a contact person, with the whole number; or is so no more; or, as one, would take the petition over. */
    stand: async (
      key: PetitionKey,
      from: string,
      wholePhone: string,
      ready: boolean,
      takesOver?: boolean,
    ): Promise<Barred | Stood> => {
      const proven = await provenBy(key, from, wholePhone);
      if ("barred" in proven || "unproven" in proven) return proven;
      const { petition, signatory } = proven;
      const came = await carry(petition.id, { type: "stand", signatory, ready, takesOver });
      if (came.kind === "done") return { petition: came.after, signatory, ready };
      return { petition: came.case, signatory, refusal: came.refusal };
    },
  };
};
