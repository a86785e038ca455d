import type { FilingAgent, PetitionField } from "#case/forms/petition-form.ts";
import { AgentRelation } from "#case/state/facts/agent.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { relationWords } from "#words/acts/agent.ts";
import { phoneWords } from "#words/phone-words.ts";
import { capitalised } from "#words/phrasing.ts";
import { CheckField, FieldError, type FieldErrors, SelectField, TextField, type TypedFields } from "./form.tsx";

type AgentField = Extract<PetitionField, "forSomebody" | "agentName" | "agentPhone" | "relation" | "asked">;

const say = {
  forSomebody: { zh: "我是替别人提交的", en: "I am filing this for somebody else" },
  forSomebodyHint: {
    zh: "亲友、邻居、律师或者村（社区）代理员，受信访人委托代为提交。",
    en: "As a relative, a neighbour, a lawyer or the agent of a village or community who was asked to.",
  },
  counterForSomebody: { zh: "由代理人代为提交", en: "An agent files this for the petitioner" },
  theirs: {
    zh: "这件诉求是信访人的：其他各项请填信访人的情况，这里填代理人自己的。提交后有两个查询码，信访人一个，代理人一个。信访人确认以前，代理人只能补充材料、查看进度，不能代收文书、就解决方案表态，也不能撤回。",
    en: "The petition is the petitioner’s: everything else on this form is about them, and only what follows is about the agent. There will be two codes, one for each. Until the petitioner has confirmed it, the agent can add material and follow the petition, and can neither receive its letters nor answer about a settlement nor withdraw it.",
  },
  agentName: { zh: "代理人姓名", en: "The agent’s name" },
  agentPhone: { zh: "代理人电话", en: "The agent’s phone number" },
  agentPhoneHint: {
    zh: "代理人自己的号码，查询时和代理人查询码一起用，不能和信访人的相同。",
    en: "Their own: it goes with the agent’s code, and cannot be the petitioner’s.",
  },
  relation: { zh: "与信访人的关系", en: "What the agent is to the petitioner" },
  choose: { zh: "请选择", en: "Please choose" },
  asked: {
    zh: "信访人委托了代理人提交，会把信访人的那一份回执交给本人",
    en: "The petitioner asked for this, and will be handed their own part of the receipt",
  },
  agentSlip: { zh: "代理人留存：编号和代理人查询码", en: "For the agent: the number and the agent’s code" },
  number: { zh: "编号", en: "Number" },
  code: { zh: "代理人查询码", en: "The agent’s code" },
  phone: { zh: "查询时用的号码", en: "Number to enter with it" },
  may: {
    zh: "凭这个查询码和代理人自己的号码，可以补充材料、查看进度。信访人确认以前，不能代收文书、就解决方案表态，也不能撤回。信访人可以随时结束代理。",
    en: "With this code and their own number the agent can add material and follow the petition. Until the petitioner has confirmed it, they can neither receive its letters nor answer about a settlement nor withdraw it. The petitioner can end it at any time.",
  },
} satisfies Record<string, Bilingual>;

/** The names of the fields, as the page shows what was entered. */
export const agentLabels: Record<AgentField, Bilingual> = {
  forSomebody: { zh: "提交人", en: "Filed by" },
  agentName: say.agentName,
  agentPhone: say.agentPhone,
  relation: say.relation,
  asked: { zh: "委托", en: "Asked by the petitioner" },
};

/** What was entered of whoever files for somebody, in words. */
export const agentShown = (
  { name, phone, relation }: FilingAgent,
  lang: Lang,
): Partial<Record<AgentField, string>> => ({
  forSomebody: { zh: "代理人，受信访人委托", en: "An agent, whom the petitioner has asked" }[lang],
  agentName: name,
  agentPhone: phoneWords(phone, lang),
  relation: capitalised(relationWords[relation][lang]),
});

type AgentDrawn = {
  typed: TypedFields<AgentField>;
  errors: FieldErrors<AgentField>;
  isCounter: boolean;
  lang: Lang;
};

/** 代理提交: one choice, and beneath it who files for somebody, once it is taken. */
export const FilingAgentFields = ({ typed, errors, isCounter, lang }: AgentDrawn) => {
  const field = (id: Exclude<AgentField, "forSomebody">) => ({ id, lang, value: typed[id], error: errors[id] });
  return (
    <div class={errors.forSomebody === undefined ? "field" : "field wrong"}>
      <FieldError id="forSomebody" lang={lang} error={errors.forSomebody} />
      <div class="option">
        <label class="choice">
          <input
            type="checkbox"
            id="forSomebody"
            name="forSomebody"
            value="yes"
            checked={typed.forSomebody === "yes"}
            aria-invalid={errors.forSomebody === undefined ? undefined : "true"}
            aria-describedby={errors.forSomebody === undefined ? undefined : "forSomebody-error"}
          />
          <span>
            {say[isCounter ? "counterForSomebody" : "forSomebody"][lang]}
            {!isCounter && <small class="quiet">{say.forSomebodyHint[lang]}</small>}
          </span>
        </label>
        <div class="opens filing-agent">
          <p>{say.theirs[lang]}</p>
          <TextField {...field("agentName")} label={say.agentName[lang]} input={{ autocomplete: "off" }} />
          <TextField
            {...field("agentPhone")}
            label={say.agentPhone[lang]}
            hint={say.agentPhoneHint[lang]}
            input={{ inputMode: "tel", autocomplete: "off" }}
          />
          <SelectField {...field("relation")} label={say.relation[lang]} prompt={say.choose[lang]}>
            {AgentRelation.options.map((value) => (
              <option value={value} selected={value === typed.relation} key={value}>
                {capitalised(relationWords[value][lang])}
              </option>
            ))}
          </SelectField>
          <CheckField {...field("asked")} label={say.asked[lang]} />
        </div>
      </div>
    </div>
  );
};

/** Who files for somebody, with the code that is theirs, as a receipt has it. */
export type AgentOnReceipt = FilingAgent & { code: string };

/** The part of a receipt that stays with whoever has filed: on paper a sheet of its own. */
export const AgentsReceipt = ({ agent, number, lang }: { agent: AgentOnReceipt; number: string; lang: Lang }) => (
  <section class="receipt agents-receipt" aria-labelledby="agents-receipt-title">
    <h2 id="agents-receipt-title">{say.agentSlip[lang]}</h2>
    <dl>
      <div>
        <dt>{say.agentName[lang]}</dt>
        <dd>{agent.name}</dd>
      </div>
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
        <dd>{phoneWords(agent.phone, lang)}</dd>
      </div>
    </dl>
    <p>{say.may[lang]}</p>
  </section>
);
