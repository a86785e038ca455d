import type { agentActs } from "#case/acts/agent.ts";
import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { AgentRelation, AgentScope, agentFacts } from "#case/state/facts/agent.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { yourAgent } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** What an agent may do, as it stands in a list. */
export const scopeWords: Record<AgentScope, Bilingual> = {
  file: { zh: "补充材料", en: "add material" },
  follow: { zh: "查看进度", en: "follow its progress" },
  receive: { zh: "接收文书", en: "receive the letters" },
  settle: { zh: "就解决方案表态", en: "answer about a settlement" },
  withdraw: { zh: "撤回诉求", en: "withdraw the petition" },
};

/** What somebody is to the petitioner for whom they file. */
export const relationWords: Record<AgentRelation, Bilingual> = {
  relative: { zh: "亲属", en: "a relative" },
  neighbour: { zh: "邻居", en: "a neighbour" },
  villageAgent: { zh: "村（社区）代理员", en: "the agent of the village or community" },
  lawyer: { zh: "律师", en: "a lawyer" },
  other: { zh: "其他受托人", en: "somebody else whom they trust" },
};

/** All that an agent may do, in a sentence. */
export const scopeSaid = (scope: readonly AgentScope[], lang: Lang): string =>
  scope.map((one) => scopeWords[one][lang]).join({ zh: "、", en: ", " }[lang]);

/** 代理: what was done, in a word or two. */
export const agentDeeds = {
  agentNamed: { zh: "指定代理人", en: "agent named" },
  agentRevoked: { zh: "撤销代理", en: "agent revoked" },
  agentFiled: { zh: "代理人代为提交", en: "filed by an agent" },
  agentConfirmed: { zh: "确认代理", en: "agent confirmed" },
} satisfies Deeds<typeof agentFacts>;

/** Whoever filed for somebody, by name where it is the reader's to know, and what they are to them. */
const named = (name: string, relation: AgentRelation, lang: Lang): string => {
  const is = relationWords[relation][lang];
  if (name === "") return is;
  return { zh: `${name}（${is}）`, en: `${name}, ${is},` }[lang];
};

/** 代理: what petitioners read about each fact. */
export const agentToPetitioners = {
  agentNamed: {
    zh: ({ fact, agents }) =>
      `您指定了代理人${yourAgent(fact.agent, agents)}，可以代您：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact, agents }) =>
      `You named an agent${yourAgent(fact.agent, agents, " ")}, who may do this for you: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentRevoked: {
    zh: ({ fact, agents }) =>
      fact.notAsked
        ? `您表示没有委托${yourAgent(fact.agent, agents)}代您提交，代理就此结束，其查询码随即作废。诉求仍是您的，照常办理。`
        : `您撤销了代理人${yourAgent(fact.agent, agents)}，其查询码随即作废。`,
    en: ({ fact, agents }) =>
      fact.notAsked
        ? `You said that you had not asked${yourAgent(fact.agent, agents, " ")} to file this. They act for you no longer, and their code has opened nothing since. The petition is yours and goes on.`
        : `You revoked your agent${yourAgent(fact.agent, agents, " ")}, whose code has opened nothing since.`,
  },
  agentFiled: {
    zh: ({ fact, agents }) =>
      `${named(yourAgent(fact.agent, agents), fact.relation, "zh")}说受您委托，代您提交了这件诉求，可以代您：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact, agents }) =>
      `${capitalised(named(yourAgent(fact.agent, agents), fact.relation, "en"))} filed this for you, says that you had asked for it, and may do this for you: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentConfirmed: {
    zh: ({ fact, agents }) =>
      `您确认委托了${yourAgent(fact.agent, agents)}代您提交，以后可以代您：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact, agents }) =>
      `You confirmed that you had asked${yourAgent(fact.agent, agents, " ")} to file this, and they may do this for you: ${scopeSaid(fact.scope, "en")}.`,
  },
} satisfies Sentences<typeof agentFacts>;

/** 代理: what the office reads about each fact. */
export const agentToOffice = {
  agentNamed: {
    zh: ({ fact }) => `信访人指定了代理人，可以代为：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact }) => `The petitioner named an agent, who may do this for them: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentRevoked: {
    zh: ({ fact }) =>
      fact.notAsked
        ? "信访人表示没有委托代理人代为提交，代理就此结束。诉求仍是信访人的，照常办理。"
        : "信访人撤销了代理，此后代理人不能再代为办理。",
    en: ({ fact }) =>
      fact.notAsked
        ? "The petitioner says that they had not asked the agent to file it, and the agent acts for them no longer. The petition is the petitioner’s and goes on."
        : "The petitioner revoked an agent, who has been able to do nothing for them since.",
  },
  agentFiled: {
    zh: ({ fact }) =>
      `由代理人（${relationWords[fact.relation].zh}）代为提交，称受信访人委托，等信访人确认；可以代为：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact }) =>
      `Filed by an agent, ${relationWords[fact.relation].en}, who says that the petitioner had asked for it, which the petitioner is to confirm; the agent may do this for them: ${scopeSaid(fact.scope, "en")}.`,
  },
  agentConfirmed: {
    zh: ({ fact }) => `信访人确认委托了代理人代为提交，以后可以代为：${scopeSaid(fact.scope, "zh")}。`,
    en: ({ fact }) =>
      `The petitioner confirmed that they had asked the agent to file it, who may do this for them: ${scopeSaid(fact.scope, "en")}.`,
  },
} satisfies Sentences<typeof agentFacts>;

/** 代理: what lists of clocks say of each fact. */
export const agentOnClocks = {
  agentNamed: "never",
  agentRevoked: "never",
  agentFiled: "never",
  agentConfirmed: "never",
} satisfies ClockLines<typeof agentFacts>;

/** What is said to somebody who acts for a petitioner no more, of what they have sent. */
export const agencyOverRefusal: Bilingual = {
  zh: "您的代理已经结束：信访人撤销了代理，或者事项已经办结。刚才的办理没有生效",
  en: "You act for the petitioner no longer: they have revoked it, or the case has ended. What you sent does not count",
};

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
  nobodyToConfirm: {
    zh: "没有等您确认的代理人：已经确认过，或者代理已经结束",
    en: "There is no agent for you to confirm: you have done so already, or they act for you no longer",
  },
  agencyOver: agencyOverRefusal,
  outsideScope: {
    zh: "信访人没有委托您办这一项，请由信访人自己办理",
    en: "The petitioner has not asked you to do this for them; please leave it to them",
  },
} satisfies RefusalsOf;

/** 代理: what the petitioner's act has brought about. */
export const agentNotices = {
  confirmAgent: {
    zh: "已经确认。代理人以后可以代您办的，写在下面，随时可以撤销。",
    en: "Confirmed. What your agent may do for you is below, and you can revoke them at any time.",
  },
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
  notAsked: {
    name: { zh: "没有委托", en: "I had not asked them" },
    missing: { zh: "请勾选，或者留空", en: "Tick this, or leave it empty" },
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
