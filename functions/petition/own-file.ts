import type { IdentityVault } from "#access/identity.ts";
import { type Texts, textsIn } from "#access/texts.ts";
import { agentsNamed, scopeOf } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { Look, Matter } from "#case/state/party.ts";
import { type AgentSeen, agentFields, agentsSeen } from "#case/state/sealed-agent.ts";
import { matterIn, type Party, partyIn } from "#case/state/sealed-party.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";
import type { ClockRow } from "#clock/clock.ts";
import { type KeyPorts, withKey } from "./petition-key.ts";

export type OwnFilePorts = Omit<KeyPorts, "identities" | "cases"> & {
  cases: Pick<CaseStore, "load" | "history">;
  identities: Pick<IdentityStore, "byCode" | "matter" | "texts" | "petitioner" | "agents">;
  vault: IdentityVault;
  clocksOf: (caseId: string) => Promise<ClockRow[]>;
};

/** A case with what people wrote on it. */
export type FileSeen = { petition: Case; events: CaseEvent[]; texts: Texts };

/** What happened to it, and who acts for its petitioner, whom some of that names. */
export type StorySeen = FileSeen & { agents: AgentSeen[] };

/** The same with everything that it holds about its petitioner. */
export type WholeSeen = StorySeen & {
  party: Omit<Party, "code">;
  matter: Matter;
  looks: Look[];
  clocks: ClockRow[];
};

/**
 * 我的卷宗 (《个人信息保护法》 Art. 45): what a case holds about its petitioner. With the key one reads the letters; all of it is
 * opened with the whole number, as every decision is. An agent who may receive letters reads those, and nothing else.
 */
export const ownFile = (ports: OwnFilePorts) => {
  const { open, unprovenBy, opensStill } = withKey(ports);

  /** Those whom a petitioner has named to act for them, still sealed. */
  const agentsOf = async (petition: Case) => (agentsNamed(petition) === 0 ? [] : ports.identities.agents(petition.id));

  return {
    open,
    unprovenBy,

    /** A case that was opened before, as it stands now; `undefined` for one that was lost, and for an agent who may read no letters. */
    see: async (caseId: string, agent: number | undefined, code?: string): Promise<FileSeen | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined) return undefined;
      if (agent === undefined && !(await opensStill(petition, code))) return undefined;
      if (agent !== undefined && scopeOf(petition, agent)?.includes("receive") !== true) return undefined;
      const { id } = petition;
      const [{ events }, sealed] = await Promise.all([ports.cases.history(id), ports.identities.texts(id)]);
      return { petition, events, texts: textsIn(id, await ports.vault.open(id, sealed)) };
    },

    /** What happened, for its petitioner alone; `undefined` for a case that was lost. */
    story: async (caseId: string, code: string): Promise<StorySeen | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined || !(await opensStill(petition, code))) return undefined;
      const { id } = petition;
      const [{ events }, texts, agents] = await Promise.all([
        ports.cases.history(id),
        ports.identities.texts(id),
        agentsOf(petition),
      ]);
      const opened = await ports.vault.open(id, { ...texts, ...agentFields(agents) });
      return { petition, events, texts: textsIn(id, opened), agents: agentsSeen(petition, opened) };
    },

    /** Everything, once the whole number was proven. `undefined` for a case that was lost. */
    whole: async (caseId: string, code?: string): Promise<WholeSeen | undefined> => {
      const petition = await ports.cases.load(caseId);
      if (petition === undefined || !(await opensStill(petition, code))) return undefined;
      const { id } = petition;
      const { identities, vault } = ports;
      const [{ events, looks }, clocks, texts, matter, party, agents] = await Promise.all([
        ports.cases.history(id),
        ports.clocksOf(id),
        identities.texts(id),
        identities.matter(id),
        identities.petitioner(id),
        agentsOf(petition),
      ]);
      const opened = await vault.open(id, { ...texts, ...matter, ...party, ...agentFields(agents) });
      const { code: _, ...themselves } = partyIn(opened);
      return {
        ...{ petition, events, looks, clocks, party: themselves },
        ...{ texts: textsIn(id, opened), matter: matterIn(opened), agents: agentsSeen(petition, opened) },
      };
    },
  };
};
