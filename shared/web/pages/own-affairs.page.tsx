import type { AgentSeen } from "#case/state/sealed-agent.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Lang } from "#ground/bilingual.ts";
import { type BesideProgress, besideProgress } from "#web/parts/beside-progress.tsx";
import { NewAgent } from "#web/parts/new-agent.tsx";
import { ownDoor as door } from "#web/parts/of-ones-own.ts";

const say = {
  title: {
    zh: "评价、联系方式、代理、联名、紧急、回避和撤回",
    en: "Rating, contact data, agents, joining, urgency, recusal, withdrawal",
  },
  nothing: { zh: "现在没有可以在这里决定的。", en: "There is nothing to settle here now." },
} satisfies Record<string, Record<Lang, string>>;

type Own = BesideProgress & {
  /** An agent who was named just now: what they are to be given. */
  newAgent?: AgentSeen | undefined;
};

/** What petitioners settle for themselves: how they are reached, who acts for them, who should not handle their matter, whether it goes on, and what they say of it. */
export const ownAffairsPage = ({ newAgent, ...own }: Own): string => {
  const { petition, directory, view } = own;
  const number = caseNumber(petition.id, directory);
  const above = newAgent && <NewAgent agent={newAgent} number={number} lang={view.lang} />;
  return besideProgress(own, { door, ...say, above });
};
