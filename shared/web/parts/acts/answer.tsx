import type { answerActs, answerOpenings, deliveryActs } from "#case/acts/answer.ts";
import { isAnswered } from "#case/state/case.ts";
import { Outcome } from "#case/state/facts/answer.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField, TextArea } from "#web/parts/form.tsx";
import { requestName } from "#words/requests.ts";
import { outcomeMeanings, outcomeNames } from "#words/words.ts";
import type { Control, FormsOf } from "./form-fields.tsx";
import { ActForm, type ChecksOf, type PanelDrawn, type PanelsOf } from "./petitioner-panel.tsx";

const say = {
  outcome: { zh: "结论", en: "Conclusion" },
  facts: { zh: "查明的事实", en: "What was found" },
  factsHint: { zh: "写入答复意见书第一部分。", en: "First part of the letter." },
  rule: { zh: "适用的规定", en: "The rules that apply" },
  ruleHint: { zh: "写明文件名称和条款。", en: "Name the text and the article." },
  decision: { zh: "答复意见", en: "Decision" },
  decisionHint: {
    zh: "怎么解决、何时完成；不支持的写明理由。复查权利和地址会自动写入。",
    en: "What will be done and by when, or why not. The right of review and its address are added by themselves.",
  },
  how: { zh: "怎样送达", en: "How it was delivered" },
  byHand: { zh: "当面送交", en: "Handed over" },
  byHandHint: { zh: "信访人已签收", en: "The petitioner has signed for it" },
  byPost: { zh: "邮寄", en: "By post" },
  byPostHint: { zh: "以签收回执的日期为准", en: "The day on the return receipt counts" },
  on: { zh: "送达日期", en: "Day of delivery" },
  ready: { zh: "书面答复已经作出", en: "Your answer is ready" },
  means: {
    zh: "打开答复就是送达：从今天起计算申请复查的期限。答复意见书全文和最晚的日期，打开后都在本页上。",
    en: "To open it is its delivery: the time in which you can ask for a review runs from today. The whole letter, and the last day, are then on this page.",
  },
  open: { zh: "打开答复", en: "Open the answer" },
} satisfies Record<string, Record<Lang, string>>;

/** What is decided on the request of a number, below its words; nothing where there is none of that number. */
const decisionOn =
  (n: number): Control =>
  ({ field, lang, requests }) => {
    const request = requests[n - 1];
    if (request === undefined && n > 1) return null;
    return (
      <>
        <div class="request">
          {requests.length > 1 && <h3>{requestName(n)[lang]}</h3>}
          <p class="own-words">{request}</p>
        </div>
        <TextArea {...field} label={say.decision[lang]} hint={say.decisionHint[lang]} rows={5} />
      </>
    );
  };

const outcomeOn =
  (n: number): Control =>
  ({ field, lang, requests }) =>
    n > Math.max(1, requests.length) ? null : (
      <ChoiceField
        {...field}
        label={say.outcome[lang]}
        choices={Outcome.options.map((outcome) => ({
          value: outcome,
          label: outcomeNames[outcome][lang],
          hint: outcomeMeanings[outcome][lang],
        }))}
      />
    );

const findingFields = {
  decision: decisionOn(1),
  outcome: outcomeOn(1),
  decision2: decisionOn(2),
  outcome2: outcomeOn(2),
  decision3: decisionOn(3),
  outcome3: outcomeOn(3),
  decision4: decisionOn(4),
  outcome4: outcomeOn(4),
  decision5: decisionOn(5),
  outcome5: outcomeOn(5),
};

/** 答复与送达: the letter, and how it was delivered. */
export const answerForms: FormsOf<typeof answerActs & typeof deliveryActs> = {
  reply: {
    facts: ({ field, lang }) => <TextArea {...field} label={say.facts[lang]} hint={say.factsHint[lang]} rows={6} />,
    rule: ({ field, lang }) => <TextArea {...field} label={say.rule[lang]} hint={say.ruleHint[lang]} rows={3} />,
    ...findingFields,
  },
  recordDelivery: {
    how: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.how[lang]}
        choices={[
          { value: "byHand", label: say.byHand[lang], hint: say.byHandHint[lang] },
          { value: "byPost", label: say.byPost[lang], hint: say.byPostHint[lang] },
        ]}
      />
    ),
    on: ({ field, petition, now, lang }) => (
      <DateField
        {...field}
        label={say.on[lang]}
        min={districtDate(isAnswered(petition) ? petition.answeredAt : petition.registeredAt)}
        max={districtDate(now)}
      />
    ),
  },
};

const AnswerOpening = (drawn: PanelDrawn) => (
  <section class="panel asked" id="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">{say.ready[drawn.lang]}</h2>
    <p>{say.means[drawn.lang]}</p>
    <ActForm {...drawn} command="openAnswer" button={say.open[drawn.lang]} />
  </section>
);

/** 送达: an answer that waits to be opened. */
export const answerOpeningPanels: PanelsOf<typeof answerOpenings> = {
  openAnswer: { place: "asked", draw: (drawn) => <AnswerOpening {...drawn} /> },
};

/** 送达: what opening an answer means is said where it is offered. */
export const answerOpeningChecks: ChecksOf<typeof answerOpenings> = { openAnswer: "at once" };
