import type { Case } from "./case.ts";
import { AgentScope } from "./facts/agent.ts";

/** How many agents a case can have at a time. */
export const mostAgents = 2;

/** Whether an agent with some scope may do what takes another; nobody may what is never an agent's. */
export const coversScope = (scope: readonly AgentScope[], needed: AgentScope | "never"): boolean =>
  needed !== "never" && scope.includes(needed);

/** Those who act for the petitioner now. */
export const agentsOf = ({ agents }: Pick<Case, "agents">): NonNullable<Case["agents"]>["now"] => agents?.now ?? [];

/** How many agents the case has had. */
export const agentsNamed = ({ agents }: Pick<Case, "agents">): number => agents?.named ?? 0;

/** What an agent may do for the petitioner; `undefined` once they were revoked, or the case has ended. */
export const scopeOf = (c: Pick<Case, "agents">, agent: number): readonly AgentScope[] | undefined =>
  agentsOf(c).find(({ n }) => n === agent)?.scope;

/** The number of an agent who files: the first one of the case. */
export const filingAgent = 1;

/** What an agent may do who has filed for somebody, until that somebody has confirmed it: nothing that decides. */
export const scopeByFiling: readonly AgentScope[] = ["file", "follow"];

/** Who has filed the petition for its petitioner and is not confirmed by them yet, if anybody. */
export const unconfirmedAgent = (c: Pick<Case, "agents">) =>
  agentsOf(c).find(({ filed }) => filed !== undefined && !filed.confirmed);

/** The scopes in one order, whatever order they were chosen in. */
export const inOrderOfScopes = (chosen: (scope: AgentScope) => boolean): AgentScope[] =>
  AgentScope.options.filter(chosen);
