import { noTexts, type Texts } from "#access/texts.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import type { Lang } from "#ground/bilingual.ts";
import { said } from "#words/said.ts";
import type { FollowedByAgent } from "./follow-petition.ts";

/** Of what people wrote an agent is shown what comes with letters that they receive, and the progress that they may follow. */
const textsFor = (scope: readonly AgentScope[], { type }: CaseEvent["fact"], texts: Texts): Texts =>
  scope.includes("receive") || (type === "progressTold" && scope.includes("follow")) ? texts : noTexts;

/** The case with what is proposed for whoever may answer, and what is asked for for whoever may bring it. */
export const caseToldToAgent = (petition: Case, scope: readonly AgentScope[], texts: Texts, lang: Lang): Case => {
  const told = said(petition, scope.includes("settle") ? texts : noTexts, lang);
  return told.status === "handling" && petition.status === "handling" && petition.material && scope.includes("file")
    ? { ...told, material: said(petition.material, texts, lang) }
    : told;
};

/** A case as an agent is told of it: of how it stands, what is proposed and promised is for whoever may answer. */
export const toldToAgent = (
  { petition, events, texts, agent, ...others }: FollowedByAgent,
  lang: Lang,
): Omit<FollowedByAgent, "texts"> => ({
  ...others,
  agent,
  petition: caseToldToAgent(petition, agent.scope, texts, lang),
  events: events.map((event) => said(event, textsFor(agent.scope, event.fact, texts), lang)),
});
