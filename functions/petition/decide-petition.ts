import { askingAgainCounter } from "#access/paces.ts";
import { normaliseQueryCode, readTypedPhone } from "#access/query-code.ts";
import { type CarriedOut, carryOut, type Ports } from "#case/acts/carry-out.ts";
import type { GivenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import type { DecidesOn, PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { isRatedAs } from "#case/acts/rating.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import { type Case, hasEnded } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { Instant } from "#ground/instant.ts";
import type { ProvenKey } from "./corrected-contact.ts";
import { type Followed, type FollowPorts, followPetition } from "./follow-petition.ts";
import type { OpenedCase, Unproven } from "./petition-key.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type DecidingPorts = Ports &
  Omit<FollowPorts, "offered" | "passesOn" | "cases"> & {
    cases: FollowPorts["cases"] & Ports["cases"];
    random: WritingPorts["random"];
    /** The acts that are given here. */
    given: GivenToPetitioner;
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
    along: Pick<Change, "contact" | "code" | "agent" | "opening" | "signatory">,
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
 * What petitioners, and whoever acts for them, decide with their key, which takes the whole of their phone number. Opening a
 * new answer is its delivery, from which the time for a review runs, and so a decision too.
 */
export const decidePetition = (ports: DecidingPorts, storingBy?: (inner: Inner) => StoringWays) => {
  const { given } = ports;
  const following = followPetition({
    ...ports,
    offered: given.offeredToPetitioner,
    passesOn: given.forms.isName("closeJoining"),
  });
  const { open, unprovenBy, opened, see, seeFor } = following;
  const write = writing({ ...ports, matter: ports.identities.matter });
  const carry = carryOut(ports, petitionerJudges(given));

  const carried = async (caseId: string, act: PetitionerCommand, by: DecidesOn): Promise<CameOf> => {
    const { act: written, texts } = await write(caseId, act);
    const outcome = await carry(caseId, { type: "petitioner", act: written, ...by }, { texts });
    if (outcome.kind === "refused") return { petition: outcome.case, refusal: outcome.refusal };
    const { after: petition, events } = outcome;
    // Of two ratings that come from one page none is lost in silence: the second is shown again, unless it says the same.
    const isLost =
      act.command === "rate" && events.length === 0 && !isRatedAs(act, petition, (await opened(petition)).texts);
    return { petition, ...(isLost && { refusal: "pageOutdated" as const }) };
  };

  const storing = storingBy?.({ carry, opened, open });

  return {
    ...following,

    /** Opens the answer of a case, with a key that has the whole number, once everything could be read. */
    openAnswer: async (key: PetitionKey, from: string): Promise<CameOf | Barred> => {
      const looked = await following.look(key, from);
      if ("barred" in looked) return looked;
      const { petition, agent, opens } = looked;
      if (!opens) return { petition, agent };
      await (agent === undefined ? see(petition.id) : seeFor(petition.id, agent));
      return { agent, ...(await carried(petition.id, { command: "openAnswer" }, { saw: petition.told, agent })) };
    },

    /**
     * Has the mail sent again that asks whose the mailbox is. The key is enough: it goes to the address that was left, and
     * how often it does is counted by case.
     */
    askMailboxAgain: async (key: PetitionKey, from: string): Promise<Barred | AskedAgain> => {
      const unlocked = await open(key, from);
      if ("barred" in unlocked) return unlocked;
      const { petition, agent, now } = unlocked;
      // Whose the mailbox is is the petitioner's own to settle.
      if (agent !== undefined) return { barred: "wrong" };
      const { id } = petition;
      const { mailbox } = await opened(petition);
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
      const unlocked = await open(key, from);
      if ("barred" in unlocked) return (await storing?.doneBefore(key, from, asked)) ?? unlocked;
      const { petition, agent, now } = unlocked;
      const unproven = await unprovenBy(key, wholePhone, from, now);
      if (unproven !== undefined) return { petition, agent, ...unproven };
      // Whatever an agent asks for is judged with who they are: what is sealed for a petitioner's own act is not sealed for theirs.
      if (agent !== undefined) return { agent, ...(await carried(petition.id, command, { saw, agent })) };
      const [code, number] = [normaliseQueryCode(key.code), readTypedPhone(wholePhone)?.digits];
      if (code === undefined || number === undefined) throw new Error("A key that has opened a case is none");
      return storing?.act(unlocked, asked, { code, number }) ?? carried(petition.id, command, { saw });
    },
  };
};
export type Deciding = ReturnType<typeof decidePetition>;
