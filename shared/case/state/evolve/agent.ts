import { agentsNamed, agentsOf } from "#case/state/agent.ts";
import { goingStates } from "#case/state/case.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

type AgentFact = "agentNamed" | "agentRevoked" | "agentFiled" | "agentConfirmed";

export const agentEvolutions: Evolutions<AgentFact> = {
  agentNamed: from(goingStates, (c, { agent, scope }, event) => {
    if (agent !== agentsNamed(c) + 1) throw broken(event, `it has had ${agentsNamed(c)} agents`);
    return { ...c, agents: { named: agent, now: [...agentsOf(c), { n: agent, scope }] } };
  }),
  agentRevoked: from(goingStates, (c, { agent }) => ({
    ...c,
    agents: { named: agentsNamed(c), now: agentsOf(c).filter(({ n }) => n !== agent) },
  })),
  agentFiled: from(["registered"], (c, { agent, scope, relation }, event) => {
    if (agentsNamed(c) > 0) throw broken(event, `it has had ${agentsNamed(c)} agents`);
    return { ...c, agents: { named: agent, now: [{ n: agent, scope, filed: { as: relation, confirmed: false } }] } };
  }),
  agentConfirmed: from(goingStates, (c, { agent, scope }, event) => {
    const filed = agentsOf(c).find(({ n }) => n === agent)?.filed;
    if (filed === undefined) throw broken(event, `agent ${agent} has not filed it`);
    const confirmed = { n: agent, scope, filed: { ...filed, confirmed: true } };
    return {
      ...c,
      agents: { named: agentsNamed(c), now: agentsOf(c).map((one) => (one.n === agent ? confirmed : one)) },
    };
  }),
};
