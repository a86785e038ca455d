import { noTexts, type Texts } from "#access/texts.ts";
import type { CaseEvent } from "#case/state/event.ts";
import type { AgentScope } from "#case/state/facts/agent.ts";
import type { Lang } from "#ground/bilingual.ts";
import { said } from "#words/said.ts";
import type { FollowedByAgent } from "./follow-petition.ts";

/** Of what people wrote an agent is shown what comes with letters that they receive, and the progress that they may follow. */
const textsFor = (scope: readonly AgentScope[], { type }: CaseEvent["fact"], texts: Texts): Texts =>
  scope.includes("receive") || (type === "progressTold" && scope.includes("follow")) ? texts : noTexts;

/** A case as an agent is told of it: of how it stands, what is proposed and promised is for whoever may answer. */
export const toldToAgent = (
  { petition, events, texts, agent, ...others }: FollowedByAgent,
  lang: Lang,
): Omit<FollowedByAgent, "texts"> => ({
  ...others,
  agent,
  petition: said(petition, agent.scope.includes("settle") ? texts : noTexts, lang),
  events: events.map((event) => said(event, textsFor(agent.scope, event.fact, texts), lang)),
});
