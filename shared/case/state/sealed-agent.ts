import * as z from "zod";
import type { Sealed, Sealer } from "#access/identity.ts";
import { Phone } from "#ground/phone.ts";
import { agentsNamed, scopeOf } from "./agent.ts";
import type { Case } from "./case.ts";
import type { AgentScope } from "./facts/agent.ts";
import { SealedFields } from "./sealed-party.ts";

/** An agent as the petitioner named them, with the code that is theirs. Kept encrypted, as who the petitioner is. */
export const AgentParty = z.strictObject({ name: z.string(), phone: Phone, code: z.string() });
export type AgentParty = z.infer<typeof AgentParty>;

/** An agent as their petitioner sees them; without a scope once they act for them no more. */
export type AgentSeen = AgentParty & { n: number; scope: readonly AgentScope[] | undefined };

/** An agent of a case by number, as stored. */
export const SealedAgent = z.strictObject({ n: z.int().positive(), sealed: SealedFields });
export type SealedAgent = z.infer<typeof SealedAgent>;

/** A field of an agent's, by a name that no other agent's and none of the petitioner's has: all are opened together. */
const fieldOf = (n: number, field: string): string => `agent${n}.${field}`;

export const sealAgent = (seal: Sealer, n: number, party: AgentParty): SealedAgent => ({
  n,
  sealed: Object.fromEntries(Object.entries(party).map(([field, text]) => [field, seal(fieldOf(n, field), text)])),
});

/** The sealed fields of agents, as they are opened. */
export const agentFields = (agents: readonly SealedAgent[]): Record<string, Sealed> =>
  Object.fromEntries(
    agents.flatMap(({ n, sealed }) => Object.entries(sealed).map(([field, text]) => [fieldOf(n, field), text])),
  );

/** An agent among what was opened. */
export const agentIn = (opened: Readonly<Record<string, string>>, n: number): AgentParty =>
  AgentParty.parse(
    Object.fromEntries(Object.keys(AgentParty.shape).map((field) => [field, opened[fieldOf(n, field)]])),
  );

/** The agents that its petitioner has had, among what was opened of it: none of whoever has handed it over to them. */
export const agentsSeen = (petition: Case, opened: Readonly<Record<string, string>>): AgentSeen[] => {
  const before = petition.joint?.agentsBefore ?? 0;
  return Array.from({ length: agentsNamed(petition) - before }, (_, at) => before + at + 1).map((n) => ({
    n,
    scope: scopeOf(petition, n),
    ...agentIn(opened, n),
  }));
};

/** How staff reach those who act for a petitioner now, and for what. */
export type AgentContact = Pick<AgentParty, "name" | "phone"> & { n: number; scope: readonly AgentScope[] };

/** Those who act for the petitioner now, among those who ever did. */
export const actingNow = (agents: readonly AgentSeen[]): AgentContact[] =>
  agents.flatMap(({ n, name, phone, scope }) => (scope === undefined ? [] : [{ n, name, phone, scope }]));
