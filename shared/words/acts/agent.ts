import type { agentActs } from "#case/acts/agent.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { AgentScope, agentFacts } from "#case/state/facts/agent.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { yourAgent } from "#words/doer.ts";
import type { ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** What an agent may do, as it stands in a list. */
export const scopeWords: Record<AgentScope, Bilingual> = {
  file: { zh: "补充材料", en: "add material" },
  follow: { zh: "查看进度", en: "follow its progress" },
  receive: { zh: "接收文书", en: "receive the letters" },
  settle: { zh: "就解决方案表态", en: "answer about a settlement" },
  withdraw: { zh: "撤回诉求", en: "withdraw the petition" },
};

/** All that an agent may do, in a sentence. */
export const scopeSaid = (scope: readonly AgentScope[], lang: Lang): string =>
  scope.map((one) => scopeWords[one][lang]).join({ zh: "、", en: ", " }[lang]);

/** 代理: what was done, in a word or two. */
export const agentDeeds = {
  agentNamed: { zh: "指定代理人", en: "agent named" },
  agentRevoked: { zh: "撤销代理", en: "agent revoked" },
} satisfies Deeds<typeof agentFacts>;

/** 代理: what petitioners read about each fact. */
export const agentToPetitioners = {
  agentNamed: {
    zh: ({ fact, agents }) =>
      `您指定了代理人${yourAgent(fact.agent, agents)}，可以代您：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact, agents }) =>
      `You named an agent${yourAgent(fact.agent, agents, " ")}, who may do this for you: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentRevoked: {
    zh: ({ fact, agents }) => `您撤销了代理人${yourAgent(fact.agent, agents)}，其查询码随即作废。`,
    en: ({ fact, agents }) =>
      `You revoked your agent${yourAgent(fact.agent, agents, " ")}, whose code has opened nothing since.`,
  },
} satisfies Sentences<typeof agentFacts>;

/** 代理: what the office reads about each fact. */
export const agentToOffice = {
  agentNamed: {
    zh: ({ fact }) => `信访人指定了代理人，可以代为：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact }) => `The petitioner named an agent, who may do this for them: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentRevoked: {
    zh: () => "信访人撤销了代理，此后代理人不能再代为办理。",
    en: () => "The petitioner revoked an agent, who has been able to do nothing for them since.",
  },
} satisfies Sentences<typeof agentFacts>;

/** 代理: what lists of clocks say of each fact. */
export const agentOnClocks = {
  agentNamed: "never",
  agentRevoked: "never",
} satisfies ClockLines<typeof agentFacts>;

/** 代理: why something is refused. */
export const agentRefusals = {
  tooManyAgents: {
    zh: "一件诉求最多同时有两位代理人，请先撤销一位，再指定新的",
    en: "A petition can have two agents at a time; please revoke one before you name another",
  },
  noAgent: {
    zh: "现在没有代理人，以前的都已经撤销，没有人能代您办理",
    en: "There is no agent now: whoever there was is revoked, and nobody can act for you",
  },
  agencyOver: {
    zh: "您的代理已经结束：信访人撤销了代理，或者事项已经办结。刚才的办理没有生效",
    en: "You act for the petitioner no longer: they have revoked it, or the case has ended. What you sent does not count",
  },
  outsideScope: {
    zh: "信访人没有委托您办这一项，请由信访人自己办理",
    en: "The petitioner has not asked you to do this for them; please leave it to them",
  },
} satisfies RefusalsOf;

/** 代理: what the petitioner's act has brought about. */
export const agentNotices = {
  revokeAgent: {
    zh: "代理已经撤销，代理人的查询码随即作废。此前代您办理的，仍在办理明细里。",
    en: "Your agent is revoked, and their code opens nothing any more. What they did before stays in the history.",
  },
  nameAgent: {
    zh: "代理人已经指定。请把下面的编号和代理人查询码交给本人。",
    en: "Your agent is named. Please give them the number and the code below.",
  },
} satisfies Notices<typeof agentActs>;

/** 代理: the fields of the forms. */
export const agentFields = {
  agent: {
    name: { zh: "代理人", en: "The agent" },
    missing: { zh: "请选择要撤销哪一位代理人", en: "Choose which agent you revoke" },
  },
  agentName: {
    name: { zh: "代理人姓名", en: "The agent's name" },
    missing: { zh: "请填写代理人的姓名", en: "Enter the agent's name" },
  },
  agentPhone: {
    name: { zh: "代理人电话", en: "The agent's phone number" },
    missing: {
      zh: "请填写代理人自己的电话号码，代理人查询时要用",
      en: "Enter the agent's own phone number, which they need with their code",
    },
  },
  mayFile: {
    name: { zh: "可以代您做什么", en: "What they may do for you" },
    missing: { zh: "请至少勾选一项", en: "Tick at least one" },
  },
  mayFollow: {
    name: { zh: "查看进度", en: "Follow its progress" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
  mayReceive: {
    name: { zh: "接收文书", en: "Receive the letters" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
  maySettle: {
    name: { zh: "就解决方案表态", en: "Answer about a settlement" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
  mayWithdraw: {
    name: { zh: "撤回诉求", en: "Withdraw the petition" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
  },
} satisfies FieldsOf<PetitionerField>;
