import type { answerActs } from "#case/acts/answer.ts";
import type { Case } from "#case/state/case.ts";
import { outcomesOn } from "#case/state/outcomes.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { Contributions } from "#web/parts/assists.tsx";
import { ChoiceField, DateField, TextArea, TextField } from "#web/parts/form.tsx";
import { Phrases } from "#web/parts/phrases.tsx";
import { requestName } from "#words/requests.ts";
import { outcomeMeanings, outcomeNames } from "#words/words.ts";
import type { Control, FormsOf } from "./form-fields.tsx";

const say = {
  outcome: { zh: "结论", en: "Conclusion" },
  facts: { zh: "查明的事实", en: "What was found" },
  factsHint: { zh: "写入处理意见书第一部分。", en: "First part of the letter." },
  rule: { zh: "适用的规定", en: "The rules that apply" },
  ruleHint: { zh: "写明文件名称和条款。", en: "Name the text and the article." },
  decision: { zh: "答复意见", en: "Decision" },
  decisionHint: {
    zh: "怎么解决、何时完成；不支持的写明理由。救济途径和地址会自动写入。",
    en: "What will be done and by when, or why not. The remedies against it are added by themselves.",
  },
  differs: { zh: "与被撤销的答复有什么不同", en: "What is different from the revoked answer" },
  differsHint: {
    zh: "原答复已经复查撤销。写入处理意见书；结论和理由与原答复相同的，不能答复。",
    en: "A review has revoked the first answer. This goes into the letter; the same conclusions with the same reasons are not issued.",
  },
  promise: { zh: "承诺的事", en: "Promise" },
  promiseHint: {
    zh: "一件一行。几件事、几个单位或者几个日子的，分开写。",
    en: "One thing each, where units or days differ.",
  },
  promiseUnit: { zh: "哪个单位办（不填就是本单位）", en: "Which unit (yours, if left empty)" },
  promiseBy: { zh: "最迟哪一天办到", en: "By which day" },
  promisedFor: { zh: "承诺的事最迟哪一天办到", en: "By which day what is promised will be done" },
  promisedForHint: {
    zh: "有“已承诺办理”的才填，都由您本人负责、一天办到的填这里；到了那一天会请信访人确认。分开写的，填下面。",
    en: "Only if something is promised, all of it is yours, and one day does; the petitioner is asked then. Otherwise list it below.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What is decided on the request of a number, below its words; nothing where there is none of that number. */
const decisionOn =
  (n: number): Control =>
  ({ field, petition, directory, lang, requests }) => {
    const request = requests[n - 1];
    if (request === undefined && n > 1) return null;
    return (
      <>
        <div class="request">
          {requests.length > 1 && <h3>{requestName(n)[lang]}</h3>}
          <p class="own-words">{request}</p>
        </div>
        <TextArea {...field} label={say.decision[lang]} hint={say.decisionHint[lang]} rows={5} />
        <Phrases {...{ directory, lang }} category={petition.category} field="decision" into={field.id} />
      </>
    );
  };

const outcomeOn =
  (n: number): Control =>
  ({ field, petition, lang, requests }) =>
    n > Math.max(1, requests.length) ? null : (
      <ChoiceField
        {...field}
        label={say.outcome[lang]}
        choices={outcomesOn(petition.track).map((outcome) => ({
          value: outcome,
          label: outcomeNames[outcome][lang],
          hint: outcomeMeanings[outcome][lang],
        }))}
      />
    );

const mayPromise = ({ track }: Pick<Case, "track">): boolean => outcomesOn(track).includes("promised");

const promiseOf =
  (n: number): Control =>
  ({ field, petition, lang }) =>
    mayPromise(petition) && (
      <TextArea
        {...field}
        label={`${say.promise[lang]} ${n}`}
        hint={n === 1 ? say.promiseHint[lang] : undefined}
        required={false}
        rows={2}
      />
    );
const promiseUnit: Control = ({ field, petition, lang }) =>
  mayPromise(petition) && <TextField {...field} label={say.promiseUnit[lang]} required={false} />;
const promiseBy: Control = ({ field, petition, now, lang }) =>
  mayPromise(petition) && <DateField {...field} label={say.promiseBy[lang]} required={false} min={districtDate(now)} />;

/** The controls of a letter: what was found, by which rules, and a finding on each request. */
export const letterForm = {
  facts: ({ field, petition, directory, lang }) => (
    <>
      {petition.contributions !== undefined && (
        <Contributions {...{ directory, lang }} contributions={petition.contributions} />
      )}
      <TextArea {...field} label={say.facts[lang]} hint={say.factsHint[lang]} rows={6} />
      <Phrases {...{ directory, lang }} category={petition.category} field="facts" into={field.id} />
    </>
  ),
  rule: ({ field, petition, directory, lang }) => (
    <>
      <TextArea {...field} label={say.rule[lang]} hint={say.ruleHint[lang]} rows={3} />
      <Phrases {...{ directory, lang }} category={petition.category} field="rule" into={field.id} />
    </>
  ),
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
  promisedFor: ({ field, petition, now, lang }) =>
    mayPromise(petition) && (
      <DateField
        {...field}
        label={say.promisedFor[lang]}
        hint={say.promisedForHint[lang]}
        required={false}
        min={districtDate(now)}
      />
    ),
  promise: promiseOf(1),
  promiseUnit,
  promiseBy,
  promise2: promiseOf(2),
  promiseUnit2: promiseUnit,
  promiseBy2: promiseBy,
  promise3: promiseOf(3),
  promiseUnit3: promiseUnit,
  promiseBy3: promiseBy,
  promise4: promiseOf(4),
  promiseUnit4: promiseUnit,
  promiseBy4: promiseBy,
  promise5: promiseOf(5),
  promiseUnit5: promiseUnit,
  promiseBy5: promiseBy,
} satisfies Record<string, Control>;

/** 答复: the letter. */
export const answerForms: FormsOf<typeof answerActs> = {
  reply: {
    ...letterForm,
    differs: ({ field, petition, lang }) =>
      petition.redo !== undefined && (
        <TextArea {...field} label={say.differs[lang]} hint={say.differsHint[lang]} rows={3} />
      ),
  },
};
