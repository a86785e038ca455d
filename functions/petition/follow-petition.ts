import type { IdentityVault } from "#access/identity.ts";
import { normaliseQueryCode, phoneTailMatches, queryCodeHash } from "#access/query-code.ts";
import { noTexts, type Texts, textsIn } from "#access/texts.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Look } from "#case/state/party.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { BounceStore } from "#case/store/bounce-store.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { ClockRow } from "#clock/clock.ts";

export type FollowPorts = Ports & {
  cases: Pick<CaseStore, "load" | "history">;
  identities: Pick<IdentityStore, "byCode" | "matter" | "texts">;
  bounces: Pick<BounceStore, "isPetitionerUnreachable">;
  vault: IdentityVault;
  random: WritingPorts["random"];
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
};

/** Everything that a petitioner may see of the case, and why what they asked for was not done. */
export type Followed = {
  petition: Case;
  events: CaseEvent[];
  looks: Look[];
  clocks: ClockRow[];
  /** What people wrote on the case: all of it is the petitioner's to read. */
  texts: Texts;
  /** Mail to the address that they left was refused for good. */
  mailRefused: boolean;
  refusal?: Refusal;
};

/** What the petitioner's key opens. */
export type PetitionKey = { code: string; phoneTail: string };

/**
 * What petitioners do with query code and phone digits: look, which delivers an answer, and decide on a settlement.
 * Each gives `undefined` for a wrong key, whatever part of it is wrong, and for that of a case that was lost.
 */
export const followPetition = (ports: FollowPorts) => {
  const write = writing({ ...ports, matter: ports.identities.matter });

  const unlock = async ({ code: typed, phoneTail }: PetitionKey): Promise<string | undefined> => {
    const code = normaliseQueryCode(typed);
    const found = code === undefined ? undefined : await ports.identities.byCode(queryCodeHash(code));
    return code !== undefined && found && phoneTailMatches(code, phoneTail, found.phoneTail) ? found.caseId : undefined;
  };

  const textsOf = async (id: string): Promise<Texts> => {
    const sealed = await ports.identities.texts(id);
    return Object.keys(sealed).length === 0 ? noTexts : textsIn(id, await ports.vault.open(id, sealed));
  };

  const see = async (petition: Case): Promise<Followed> => {
    const { id } = petition;
    const [{ events, looks }, clocks, texts, mailRefused] = await Promise.all([
      ports.cases.history(id),
      ports.clocksOf(id),
      textsOf(id),
      ports.bounces.isPetitionerUnreachable(id),
    ]);
    return { petition, events, looks, clocks, texts, mailRefused };
  };

  const carried = async (caseId: string, act: PetitionerCommand): Promise<Followed> => {
    const { act: written, texts } = await write(caseId, act);
    const outcome = await carryOut(ports)(caseId, { type: "petitioner", act: written }, { texts });
    return outcome.kind === "done" ? see(outcome.after) : { ...(await see(outcome.case)), refusal: outcome.refusal };
  };

  const act = async (key: PetitionKey, command: PetitionerCommand): Promise<Followed | undefined> => {
    const caseId = await unlock(key);
    const isThere = caseId !== undefined && (await ports.cases.load(caseId)) !== undefined;
    return isThere ? carried(caseId, command) : undefined;
  };

  return {
    /** The case as it stands. Opening a new answer is its delivery, once everything on the page could be read. */
    look: async (key: PetitionKey): Promise<Followed | undefined> => {
      const caseId = await unlock(key);
      if (caseId === undefined) return undefined;
      const petition = await ports.cases.load(caseId);
      if (petition === undefined) return undefined;
      const seen = await see(petition);
      return petition.status === "delivering" ? carried(caseId, { command: "openAnswer" }) : seen;
    },
    /** Does what the petitioner asks for; the case as it stands then, and why not when it is refused. */
    act,
  };
};
