import type { IdentityVault } from "#access/identity.ts";
import { newQueryCode, phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { type NamedAgent, scopeNamed } from "#case/acts/agent.ts";
import type { WritingPorts } from "#case/acts/writing.ts";
import { agentsNamed } from "#case/state/agent.ts";
import type { Case } from "#case/state/case.ts";
import type { Change } from "#case/state/change.ts";
import { type AgentSeen, sealAgent } from "#case/state/sealed-agent.ts";
import type { IdentityStore } from "#case/store/identity-store.ts";

export type NamingPorts = {
  identities: Pick<IdentityStore, "petitioner">;
  vault: IdentityVault;
  random: WritingPorts["random"];
};

/** Whether somebody was named just so, so that nothing of it is lost when nothing is done. */
export const isNamedAs = (named: NamedAgent, agent: AgentSeen | undefined): boolean =>
  agent?.name === named.agentName &&
  agent.phone === named.agentPhone &&
  agent.scope?.join() === scopeNamed(named).join();

/** What is to be stored with the naming of an agent: who they are, sealed beside the petitioner, and a code of their own. */
export const namedAgent =
  ({ identities, vault, random }: NamingPorts) =>
  async (petition: Case, { agentName: name, agentPhone: phone }: NamedAgent): Promise<NonNullable<Change["agent"]>> => {
    const { id } = petition;
    const { name: beside } = await identities.petitioner(id);
    if (beside === undefined) throw new Error(`${id} has no petitioner`);
    const code = newQueryCode(random);
    const seal = await vault.sealerBeside(id, beside);
    return {
      ...sealAgent(seal, agentsNamed(petition) + 1, { name, phone, code }),
      codeHash: queryCodeHash(code),
      phone: phoneHashes(code, phone),
    };
  };
