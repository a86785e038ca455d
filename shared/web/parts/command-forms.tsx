import type { StaffActName, StaffField } from "#case/acts/staff-acts.ts";
import { type Case, isAnswered, isOpen } from "#case/state/case.ts";
import { Outcome } from "#case/state/facts/answer.ts";
import { districtDate } from "#clock/period.ts";
import type { Directory, Staff } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { outcomeMeanings, outcomeNames } from "#words/words.ts";
import { ChoiceField, DateField, type FieldErrors, NumberField, SelectField, TextArea, type Typed } from "./form.tsx";

const say = {
  ground: { zh: "不予受理的依据", en: "Ground" },
  explanation: { zh: "向信访人说明", en: "Explanation for the petitioner" },
  explanationHint: {
    zh: "用平常的话写清楚为什么，信访人会看到原文。",
    en: "Say why in plain words; the petitioner reads it as you write it.",
  },
  terms: { zh: "商定的解决办法", en: "What was agreed" },
  termsHint: {
    zh: "谁、做什么、到哪天。信访人会看到原文，由其确认是否已解决。",
    en: "Who does what by when. The petitioner reads it as you write it and says whether it settles the matter.",
  },
  outcome: { zh: "办理结果", en: "Outcome" },
  facts: { zh: "查明的事实", en: "What was found" },
  factsHint: { zh: "写入答复意见书第一部分。", en: "First part of the letter." },
  rule: { zh: "适用的规定", en: "The rules that apply" },
  ruleHint: { zh: "写明文件名称和条款。", en: "Name the text and the article." },
  decision: { zh: "答复意见", en: "Decision" },
  decisionHint: {
    zh: "怎么解决、何时完成；不支持的写明理由。复查权利和地址会自动写入。",
    en: "What will be done and by when, or why not. The right of review and its address are added by themselves.",
  },
  reason: { zh: "理由", en: "Reason" },
  reasonSeen: { zh: "信访人会看到原文。", en: "The petitioner reads it as you write it." },
  reasonInside: { zh: "只有工作人员能看到。", en: "Only staff can read it." },
  days: { zh: "延长几天", en: "How many more days" },
  daysHint: {
    zh: "从现在的期限往后算，按日历日；遇节假日顺延。",
    en: "Calendar days from the present last day; a last day on a holiday moves on.",
  },
  to: { zh: "改派给", en: "Colleague" },
  toPrompt: { zh: "请选择同事", en: "Choose a colleague" },
  away: { zh: "（今天不在岗）", en: " (away today)" },
  how: { zh: "怎样送达", en: "How it was delivered" },
  byHand: { zh: "当面送交", en: "Handed over" },
  byHandHint: { zh: "信访人已签收", en: "The petitioner has signed for it" },
  byPost: { zh: "邮寄", en: "By post" },
  byPostHint: { zh: "以签收回执的日期为准", en: "The day on the return receipt counts" },
  on: { zh: "送达日期", en: "Day of delivery" },
} satisfies Record<string, Record<Lang, string>>;

/** Whoever else works in the unit of an open step. */
export const colleagues = (kase: Case, directory: Directory): Staff[] =>
  isOpen(kase) ? directory.staff.filter(({ id, unit }) => unit === kase.unit && id !== kase.owner) : [];

const isAway = ({ away }: Staff, now: Instant): boolean => {
  const today = districtDate(now);
  return away.some(({ from, until }) => from <= today && today <= until);
};

type CommandFields = {
  name: StaffActName;
  kase: Case;
  directory: Directory;
  now: Instant;
  lang: Lang;
  typed: Typed<StaffField>;
  errors: FieldErrors<StaffField>;
};

/** The id of a command's field: several forms stand on one page. */
export const commandFieldId = (name: StaffActName, field: StaffField): string => `${name}-${field}`;

/** The fields that a command asks for; none for a command that is only confirmed. */
export const CommandFields = ({ name, kase, directory, now, lang, typed, errors }: CommandFields) => {
  const field = (f: StaffField) => ({
    id: commandFieldId(name, f),
    name: f,
    lang,
    value: typed[f],
    error: errors[f],
  });
  switch (name) {
    case "acknowledge":
    case "accept":
    case "approveExtension":
      return null;
    case "notAccept":
      return (
        <>
          <ChoiceField
            {...field("ground")}
            label={say.ground[lang]}
            choices={directory.policy.grounds.map(({ id, text, article }) => ({
              value: id,
              label: text[lang],
              hint: article[lang],
            }))}
          />
          <TextArea {...field("explanation")} label={say.explanation[lang]} hint={say.explanationHint[lang]} rows={4} />
        </>
      );
    case "proposeSettlement":
      return <TextArea {...field("terms")} label={say.terms[lang]} hint={say.termsHint[lang]} rows={5} />;
    case "reply":
      return (
        <>
          <TextArea {...field("facts")} label={say.facts[lang]} hint={say.factsHint[lang]} rows={6} />
          <TextArea {...field("rule")} label={say.rule[lang]} hint={say.ruleHint[lang]} rows={3} />
          <TextArea {...field("decision")} label={say.decision[lang]} hint={say.decisionHint[lang]} rows={5} />
          <ChoiceField
            {...field("outcome")}
            label={say.outcome[lang]}
            choices={Outcome.options.map((outcome) => ({
              value: outcome,
              label: outcomeNames[outcome][lang],
              hint: outcomeMeanings[outcome][lang],
            }))}
          />
        </>
      );
    case "reportUpward":
    case "handBack":
    case "refuseExtension":
      return <TextArea {...field("reason")} label={say.reason[lang]} hint={say.reasonSeen[lang]} rows={3} />;
    case "askExtension":
      return (
        <>
          <NumberField
            {...field("days")}
            label={say.days[lang]}
            hint={say.daysHint[lang]}
            min={1}
            max={directory.policy.clocks.extension.days}
          />
          <TextArea {...field("reason")} label={say.reason[lang]} hint={say.reasonSeen[lang]} rows={3} />
        </>
      );
    case "reassign":
      return (
        <>
          <SelectField {...field("to")} label={say.to[lang]} prompt={say.toPrompt[lang]}>
            {colleagues(kase, directory).map((person) => (
              <option value={person.id} selected={person.id === typed.to} key={person.id}>
                {person.name}
                {isAway(person, now) ? say.away[lang] : ""}
              </option>
            ))}
          </SelectField>
          <TextArea {...field("reason")} label={say.reason[lang]} hint={say.reasonInside[lang]} rows={2} />
        </>
      );
    case "recordDelivery":
      return (
        <>
          <ChoiceField
            {...field("how")}
            label={say.how[lang]}
            choices={[
              { value: "byHand", label: say.byHand[lang], hint: say.byHandHint[lang] },
              { value: "byPost", label: say.byPost[lang], hint: say.byPostHint[lang] },
            ]}
          />
          <DateField
            {...field("on")}
            label={say.on[lang]}
            min={districtDate(isAnswered(kase) ? kase.answeredAt : kase.registeredAt)}
            max={districtDate(now)}
          />
        </>
      );
  }
};
