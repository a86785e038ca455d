import { agentsNamed, agentsOf } from "#case/state/agent.ts";
import { goingStates } from "#case/state/case.ts";
import { broken, type Evolutions, from } from "./evolution.ts";

export const agentEvolutions: Evolutions<"agentNamed" | "agentRevoked"> = {
  agentNamed: from(goingStates, (c, { agent, scope }, event) => {
    if (agent !== agentsNamed(c) + 1) throw broken(event, `it has had ${agentsNamed(c)} agents`);
    return { ...c, agents: { named: agent, now: [...agentsOf(c), { n: agent, scope }] } };
  }),
  agentRevoked: from(goingStates, (c, { agent }) => ({
    ...c,
    agents: { named: agentsNamed(c), now: agentsOf(c).filter(({ n }) => n !== agent) },
  })),
};
