import type { AgentSeen } from "#case/state/sealed-agent.ts";
import type { Lang } from "#ground/bilingual.ts";
import { agentPhoneEnds } from "./acts/agent.tsx";

const say = {
  title: { zh: "请交给代理人", en: "Please give this to your agent" },
  number: { zh: "编号", en: "Number" },
  code: { zh: "代理人查询码", en: "The agent's code" },
  phone: { zh: "查询时用的号码", en: "Number to enter with it" },
  means: {
    zh: "代理人在“查询进度”页输入这个查询码和自己的号码。请现在截图或者抄下，以后不再显示；丢了的，撤销后重新指定。请不要把您自己的查询码给别人。",
    en: "The agent enters this code and their own number under “Follow a petition”. Take a picture or write it down now: it is not shown again. If it is lost, revoke the agent and name them anew. Keep your own code to yourself.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What a petitioner gives to whom they have just named. */
export const NewAgent = ({ agent, number, lang }: { agent: AgentSeen; number: string; lang: Lang }) => (
  <section class="receipt" aria-labelledby="new-agent-title">
    <h2 id="new-agent-title">
      {say.title[lang]}
      {{ zh: "：", en: ": " }[lang]}
      {agent.name}
    </h2>
    <dl>
      <div>
        <dt>{say.number[lang]}</dt>
        <dd>{number}</dd>
      </div>
      <div>
        <dt>{say.code[lang]}</dt>
        <dd class="code">{agent.code}</dd>
      </div>
      <div>
        <dt>{say.phone[lang]}</dt>
        <dd>{agentPhoneEnds[lang](agent.phone)}</dd>
      </div>
    </dl>
    <p>{say.means[lang]}</p>
  </section>
);
