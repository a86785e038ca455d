import type { assistanceActs, assistanceAnswerActs } from "#case/acts/assistance.ts";
import { latestAnswer } from "#case/state/latest-days.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { DateField, TextArea } from "#web/parts/form.tsx";
import { UnitFinder } from "#web/parts/unit-finder.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { reasonInside } from "./reason.tsx";

const say = {
  unit: { zh: "请哪个单位协办", en: "Which unit" },
  unitHint: {
    zh: "写单位的名称，再从找到的里面选；只对得上一个的，不选也行。",
    en: "Write its name, then choose from what is found; where only one fits you need not.",
  },
  question: { zh: "请对方答复什么", en: "What they are to answer" },
  questionHint: {
    zh: "一个具体的问题。不要写信访人的姓名、电话。",
    en: "One plain question. Leave out who petitions.",
  },
  wantedBy: { zh: "最迟哪天答复", en: "By which day" },
  wantedByHint: { zh: "不超过本环节剩余时间的一半。", en: "Within half of what is left of the step." },
  contribution: { zh: "您的答复", en: "Your answer" },
  contributionHint: {
    zh: "写明情况和依据。承办人可以写进处理意见书，信访人看到的是意见书。",
    en: "The facts, and what they rest on. The handler may quote them in the answer that the petitioner gets.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 协办: what the owner asks, and what another unit answers. */
export const assistanceForms: FormsOf<typeof assistanceActs & typeof assistanceAnswerActs> = {
  askAssistance: {
    assistUnit: ({ field, directory, sought, lang }) => (
      <UnitFinder
        {...{ directory, lang, id: field.id, field: "assistUnit", label: say.unit[lang], hint: say.unitHint[lang] }}
        error={field.error}
        sought={sought ?? field.value ?? ""}
        chosen={field.value}
      />
    ),
    question: ({ field, lang }) => (
      <TextArea {...field} label={say.question[lang]} hint={say.questionHint[lang]} rows={3} />
    ),
    wantedBy: ({ field, petition, now, lang }) => (
      <DateField
        {...field}
        label={say.wantedBy[lang]}
        hint={say.wantedByHint[lang]}
        min={dayAfter(districtDate(now), 1)}
        {...(petition.status === "handling" && { max: latestAnswer(petition, now) })}
      />
    ),
  },
  contribute: {
    contribution: ({ field, lang }) => (
      <TextArea {...field} label={say.contribution[lang]} hint={say.contributionHint[lang]} rows={5} />
    ),
  },
  declineAssistance: { reason: reasonInside },
};
