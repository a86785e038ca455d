import type { IdentityVault } from "#access/identity.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { materialBringing } from "#case/acts/bringing.ts";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { givenToPetitioner } from "#case/acts/given-to-petitioner.ts";
import { petitionerJudges } from "#case/acts/judges.ts";
import type { PetitionerCommand } from "#case/acts/petitioner-acts.ts";
import { type WritingPorts, writing } from "#case/acts/writing.ts";
import { scopeOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import { type KeyPorts, type Unproven, withKey } from "./petition-key.ts";
import type { Barred, PetitionKey } from "./unlock.ts";

export type MaterialPorts = Ports &
  Omit<KeyPorts, "identities" | "cases"> & {
    cases: Pick<CaseStore, "load" | "history">;
    identities: Pick<IdentityStore, "byCode" | "matter" | "texts">;
    vault: IdentityVault;
    random: WritingPorts["random"];
  };

/** The case, whoever brings something to it, and what people wrote on it. */
export type MaterialSeen = { petition: Case; events: CaseEvent[]; texts: Texts; agent: number | undefined };

/** The case after something was brought, and why it was not taken. */
export type MaterialCame = { petition: Case; agent: number | undefined } & (
  | { added: true }
  | { refusal: Refusal }
  | Unproven
);

type AddMaterial = Extract<PetitionerCommand, { command: "addMaterial" }>;

/** What is given there: this and no other act. */
export const bringingGiven = givenToPetitioner(materialBringing);

/** 补充材料: whoever has a key to a case adds something to it, with the whole number, as for every decision. */
export const addMaterial = (ports: MaterialPorts) => {
  const { open, unprovenBy, opensStill } = withKey(ports);
  const write = writing({ ...ports, matter: ports.identities.matter });
  const carry = carryOut(ports, petitionerJudges(bringingGiven));

  const textsOf = async (id: Case["id"]): Promise<Texts> =>
    textsIn(id, await ports.vault.open(id, await ports.identities.texts(id)));

  /** Whether just these words have arrived since the event `saw`. */
  const isThere = async ({ id, told }: Case, material: string, saw: number): Promise<boolean> => {
    if (told <= saw) return false;
    const { events } = await ports.cases.history(id);
    const since = events.flatMap(({ seq, fact }) =>
      seq > saw && fact.type === "materialAdded" ? [fact.material] : [],
    );
    if (since.length === 0) return false;
    const texts = await textsOf(id);
    return since.some((name) => texts.get(name) === material);
  };

  /**
   * Adds it. What is sent twice from one page is there once; other words from the same page are added to what is there, so
   * that of two nothing is lost in silence.
   */
  const add = async (petition: Case, act: AddMaterial, by: { saw: number; agent: number | undefined }) => {
    const { id } = petition;
    if (await isThere(petition, act.material, by.saw)) return { petition, added: true as const };
    const { act: written, texts } = await write(id, act);
    const sent = await carry(id, { type: "petitioner", act: written, ...by }, { texts });
    if (sent.kind === "refused") return { petition: sent.case, refusal: sent.refusal };
    if (sent.events.length > 0 || (await isThere(sent.after, act.material, by.saw))) {
      return { petition: sent.after, added: true as const };
    }
    const anew = await carry(id, { type: "petitioner", act: written, ...by, saw: sent.after.told }, { texts });
    if (anew.kind === "refused") return { petition: anew.case, refusal: anew.refusal };
    return anew.events.length > 0
      ? { petition: anew.after, added: true as const }
      : { petition: anew.after, refusal: "pageOutdated" as const };
  };

  return {
    open,

    /** A case that was opened before, as it stands now; `undefined` for one that was lost, and for whoever is its agent no more, or has its code no more. */
    see: async (caseId: string, agent: number | undefined, code?: string): Promise<MaterialSeen | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined || (agent !== undefined && scopeOf(petition, agent) === undefined)) return undefined;
      if (agent === undefined && !(await opensStill(petition, code))) return undefined;
      const [{ events }, texts] = await Promise.all([ports.cases.history(petition.id), textsOf(petition.id)]);
      return { petition, events, texts, agent };
    },

    /** Adds what was typed, on the page that told up to the event `saw`. */
    add: async (
      key: PetitionKey,
      from: string,
      { act, saw, wholePhone }: { act: AddMaterial; saw: number; wholePhone: string },
    ): Promise<Barred | MaterialCame> => {
      const opened = await open(key, from);
      if ("barred" in opened) return opened;
      const { petition, agent, now } = opened;
      const unproven = await unprovenBy(key, wholePhone, from, now);
      if (unproven !== undefined) return { petition, agent, ...unproven };
      return { agent, ...(await add(petition, act, { saw, agent })) };
    },
  };
};
