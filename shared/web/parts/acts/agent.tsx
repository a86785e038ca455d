import { type agentActs, scopeFields } from "#case/acts/agent.ts";
import { scopeByFiling, unconfirmedAgent } from "#case/state/agent.ts";
import { AgentScope } from "#case/state/facts/agent.ts";
import { actingNow } from "#case/state/sealed-agent.ts";
import type { BilingualSentence, Lang } from "#ground/bilingual.ts";
import { withoutExtension } from "#ground/phone.ts";
import { CheckField, ChoiceField, Hidden, TextField } from "#web/parts/form.tsx";
import { relationWords, scopeSaid } from "#words/acts/agent.ts";
import { type ChecksOf, ChooseForm, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  title: { zh: "您的代理人", en: "Who acts for you" },
  phone: { zh: "电话", en: "Phone" },
  may: { zh: "可以代您", en: "May do for you" },
  revoke: { zh: "撤销代理", en: "Revoke" },
  ask: { zh: "请人代办", en: "Let somebody act for you" },
  askMeans: {
    zh: "亲友、邻居、律师或者村（社区）代理员，可以凭自己的查询码代您办您勾选的事。您自己的查询码照常用。",
    en: "A relative, a neighbour, a lawyer or your community's agent can do what you tick, with a code of their own. Your own code goes on as before.",
  },
  name: { zh: "指定代理人", en: "Name an agent" },
  nameMeans: {
    zh: "指定以后，会给代理人一个单独的查询码。代理人每办一项，都记入办理明细，您留了邮箱的还会收到邮件。您随时可以撤销，马上作废；事项办结，代理也就结束。",
    en: "Your agent gets a code of their own. Whatever they do is in the history, and you get an email of it if you left an address. You can revoke them at any time, at once; and it ends with the case.",
  },
  never: {
    zh: "代理人不能改您的联系方式，不能评价，也不能再委托别人。请不要指定被反映单位的人，或者经办这件事的人。",
    en: "An agent can neither change your contact data nor rate anything nor name another. Name nobody of an office that you complain about, and nobody who works on this case.",
  },
  agentName: { zh: "代理人姓名", en: "The agent's name" },
  agentPhone: { zh: "代理人电话", en: "The agent's phone number" },
  agentPhoneHint: {
    zh: "代理人自己的号码，查询时和代理人查询码一起用。",
    en: "Their own: they are asked for it with their code.",
  },
  which: { zh: "可以代您做什么", en: "What they may do for you" },
  file: {
    zh: "补充材料：看请您补充什么，代您补充",
    en: "Add material: see what you are asked for, and hand it in for you",
  },
  follow: { zh: "查看进度：办到哪一步、期限到哪天", en: "Follow its progress: where it stands and until when" },
  receive: {
    zh: "接收文书：代您打开书面答复，从那天起计算申请复查的期限",
    en: "Receive the letters: if they open your answer, the time for a review runs from that day",
  },
  settle: {
    zh: "就解决方案表态：代您同意或者不同意，确认是否办到",
    en: "Answer about a settlement: agree or not, and say whether it is done",
  },
  withdraw: { zh: "撤回诉求：代您撤回，办理就此停止", en: "Withdraw the petition: work on it then stops" },
  send: { zh: "指定代理人", en: "Name this agent" },
  filed: { zh: "有人代您提交了这件诉求", en: "Somebody filed this for you" },
  filedSays: {
    zh: "说受您委托，代您提交了这件诉求，现在可以代您补充材料、查看进度。",
    en: "filed this for you, says that you had asked for it, and can now add material and follow it for you.",
  },
  untilThen: {
    zh: "您确认以前，代理人不能代您收文书、就解决方案表态，也不能撤回。诉求是您的，确认不确认都照常办理；没有委托过、也不想办的，可以在下面撤回。",
    en: "Until you have confirmed this they can neither receive your letters nor answer about a settlement nor withdraw it. The petition is yours and goes on either way; if you never asked and do not want it, you can withdraw it below.",
  },
  confirm: { zh: "是我委托的，确认代理", en: "Yes, I asked them: confirm" },
  deny: { zh: "结束代理", en: "End this" },
  confirmTitle: { zh: "确认代理", en: "Confirm your agent" },
  confirmMeans: {
    zh: "代理人以后继续代您办上面两项。还想请代理人办的，请在下面勾选；不勾选的，由您自己办。您随时可以撤销，马上作废。",
    en: "Your agent goes on doing this for you. Tick what else they may do; whatever you do not tick stays yours alone. You can revoke them at any time, at once.",
  },
  also: { zh: "还可以代您做什么", en: "What else they may do for you" },
  confirmSend: { zh: "确认代理", en: "Confirm" },
  notAsked: {
    zh: "我没有委托过代为提交的人（这一点会记录下来，承办单位会知道）",
    en: "I had not asked whoever filed it (this is recorded, and the unit in charge learns of it)",
  },
  revokeMeans: {
    zh: "撤销以后，代理人的查询码马上作废，正开着的页面也不能再办。此前代您办理的，仍然有效。",
    en: "The agent's code opens nothing from that moment, and a page that they have open does nothing any more. What they did before stays.",
  },
  revokeWhich: { zh: "撤销哪一位", en: "Whom you revoke" },
  revokeSend: { zh: "马上撤销", en: "Revoke now" },
} satisfies Record<string, Record<Lang, string>>;

/** Enough of a number that its owner knows it again. */
export const agentPhoneEnds: BilingualSentence<string> = {
  zh: (phone) => `尾号 ${withoutExtension(phone).slice(-4)}`,
  en: (phone) => `ends in ${withoutExtension(phone).slice(-4)}`,
};

const Agents = (drawn: PanelDrawn) => {
  const { petition, lang } = drawn;
  // Whoever is to be confirmed first stands in a panel of their own, with the way to end it.
  const agents = actingNow(drawn.agents).filter(({ n }) => n !== unconfirmedAgent(petition)?.n);
  if (agents.length === 0) return null;
  return (
    <section class="panel no-print" id="agents" aria-labelledby="agents-title">
      <h2 id="agents-title">{say.title[lang]}</h2>
      {agents.map(({ n, name, phone, scope }) => (
        <div key={n}>
          <p>
            <strong>{name}</strong>
          </p>
          <dl class="facts">
            <div>
              <dt>{say.phone[lang]}</dt>
              <dd>{agentPhoneEnds[lang](phone)}</dd>
            </div>
            <div>
              <dt>{say.may[lang]}</dt>
              <dd>{scopeSaid(scope, lang)}</dd>
            </div>
          </dl>
        </div>
      ))}
      <ChooseForm {...drawn} command="revokeAgent" button={say.revoke[lang]} outline />
    </section>
  );
};

/** Whoever filed it for the petitioner, who says whether they had asked for it. */
const Confirming = (drawn: PanelDrawn) => {
  const { petition, agents, lang } = drawn;
  const asked = unconfirmedAgent(petition);
  const agent = agents.find(({ n }) => n === asked?.n);
  if (asked?.filed === undefined || agent === undefined) return null;
  return (
    <section class="panel no-print" id="confirm-agent" aria-labelledby="confirm-agent-title">
      <h2 id="confirm-agent-title">{say.filed[lang]}</h2>
      <p>
        <strong>{agent.name}</strong>
        {{ zh: "（", en: ", " }[lang]}
        {relationWords[asked.filed.as][lang]}
        {{ zh: "，", en: ", " }[lang]}
        {agentPhoneEnds[lang](agent.phone)}
        {{ zh: "）", en: ", " }[lang]}
        {say.filedSays[lang]}
      </p>
      <p>{say.untilThen[lang]}</p>
      <ChooseForm {...drawn} command="confirmAgent" button={say.confirm[lang]} />
      <ChooseForm {...drawn} command="revokeAgent" button={say.deny[lang]} outline />
    </section>
  );
};

/** What else a confirmed agent may do: each ticked, or not. */
const ConfirmingFields = ({ petition, lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "confirmAgent" ? sent : undefined;
  const asked = unconfirmedAgent(petition);
  if (asked === undefined) return null;
  return (
    <>
      <Hidden fields={{ agent: String(asked.n) }} />
      <fieldset class="field">
        <legend>{say.also[lang]}</legend>
        {AgentScope.options
          .filter((scope) => scope === "receive" || scope === "settle" || scope === "withdraw")
          .map((scope) => (
            <CheckField
              key={scope}
              id={scopeFields[scope]}
              lang={lang}
              label={say[scope][lang]}
              required={false}
              value={refused?.typed[scopeFields[scope]]}
              error={refused?.errors[scopeFields[scope]]}
            />
          ))}
      </fieldset>
    </>
  );
};

const Naming = (drawn: PanelDrawn) => {
  const { lang } = drawn;
  return (
    <section class="panel no-print" id="name-agent" aria-labelledby="name-agent-title">
      <h2 id="name-agent-title">{say.ask[lang]}</h2>
      <p>{say.askMeans[lang]}</p>
      <ChooseForm {...drawn} command="nameAgent" button={say.name[lang]} outline />
    </section>
  );
};

const NamingFields = ({ lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "nameAgent" ? sent : undefined;
  return (
    <>
      <TextField
        id="agentName"
        lang={lang}
        label={say.agentName[lang]}
        value={refused?.typed.agentName}
        error={refused?.errors.agentName}
        input={{ autocomplete: "off" }}
      />
      <TextField
        id="agentPhone"
        lang={lang}
        label={say.agentPhone[lang]}
        hint={say.agentPhoneHint[lang]}
        value={refused?.typed.agentPhone}
        error={refused?.errors.agentPhone}
        input={{ inputMode: "tel", autocomplete: "off", class: "mono phone" }}
      />
      <fieldset class="field">
        <legend>{say.which[lang]}</legend>
        {AgentScope.options.map((scope) => (
          <CheckField
            key={scope}
            id={scopeFields[scope]}
            lang={lang}
            label={say[scope][lang]}
            required={false}
            value={refused?.typed[scopeFields[scope]]}
            error={refused?.errors[scopeFields[scope]]}
          />
        ))}
      </fieldset>
    </>
  );
};

/** Whom to revoke: not asked where there is one. */
const RevokingFields = ({ petition, agents, lang, sent }: PanelDrawn) => {
  const refused = sent?.command === "revokeAgent" ? sent : undefined;
  const [only, ...others] = actingNow(agents);
  const denying = unconfirmedAgent(petition) && (
    <CheckField
      id="notAsked"
      lang={lang}
      label={say.notAsked[lang]}
      required={false}
      value={refused?.typed.notAsked}
      error={refused?.errors.notAsked}
    />
  );
  if (only !== undefined && others.length === 0) {
    return (
      <>
        <Hidden fields={{ agent: String(only.n) }} />
        {denying}
      </>
    );
  }
  return (
    <>
      <ChoiceField
        id="agent"
        lang={lang}
        label={say.revokeWhich[lang]}
        choices={actingNow(agents).map(({ n, name, scope }) => ({
          value: String(n),
          label: name,
          hint: scopeSaid(scope, lang),
        }))}
        value={refused?.typed.agent}
        error={refused?.errors.agent}
      />
      {denying}
    </>
  );
};

/** 代理: who acts for the petitioner, and the ways to name and to revoke. */
export const agentPanels: PanelsOf<typeof agentActs> = {
  confirmAgent: { place: "asked", draw: (drawn) => <Confirming {...drawn} /> },
  revokeAgent: { place: "possible", draw: (drawn) => <Agents {...drawn} /> },
  nameAgent: { place: "possible", draw: (drawn) => <Naming {...drawn} /> },
};

/** 代理: the forms, and what comes of them. */
export const agentChecks: ChecksOf<typeof agentActs> = {
  confirmAgent: {
    title: say.confirmTitle,
    button: say.confirmSend,
    draw: ({ petition, agents, lang }) => (
      <>
        <p>
          <strong>{agents.find(({ n }) => n === unconfirmedAgent(petition)?.n)?.name}</strong>
          {{ zh: "：", en: ": " }[lang]}
          {scopeSaid(scopeByFiling, lang)}
        </p>
        <p>{say.confirmMeans[lang]}</p>
      </>
    ),
    fields: (drawn) => <ConfirmingFields {...drawn} />,
  },
  revokeAgent: {
    title: say.revoke,
    button: say.revokeSend,
    draw: ({ agents, lang }) => (
      <>
        {actingNow(agents).map(({ n, name, scope }) => (
          <p key={n}>
            <strong>{name}</strong>
            {{ zh: "：", en: ": " }[lang]}
            {scopeSaid(scope, lang)}
          </p>
        ))}
        <p>{say.revokeMeans[lang]}</p>
      </>
    ),
    fields: (drawn) => <RevokingFields {...drawn} />,
  },
  nameAgent: {
    title: say.name,
    button: say.send,
    draw: ({ lang }) => (
      <>
        <p>{say.nameMeans[lang]}</p>
        <p class="quiet">{say.never[lang]}</p>
      </>
    ),
    fields: (drawn) => <NamingFields {...drawn} />,
  },
};
