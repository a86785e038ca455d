import type { settlementActs } from "#case/acts/settlement.ts";
import { promiseUntil } from "#case/state/latest-days.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField, TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  terms: { zh: "解决方案", en: "What will be done" },
  termsHint: {
    zh: "谁、做什么、做到什么程度。信访人看到的就是您写的原文，同意的也是它。",
    en: "Who does what, and to what effect. The petitioner reads it as you write it, and agrees to just that.",
  },
  done: { zh: "什么时候办到", en: "When it is done" },
  byDay: { zh: "到某一天办到", en: "It will be done by a day" },
  byDayHint: {
    zh: "先问信访人是否同意；到那一天，再问是否办到",
    en: "The petitioner is asked whether they agree, and on that day whether it is done",
  },
  already: { zh: "已经办到", en: "It is done already" },
  alreadyHint: { zh: "现在就问信访人是否办到", en: "The petitioner is asked now whether it is done" },
  promisedFor: { zh: "最迟哪一天办到", en: "By which day at the latest" },
  promisedForHint: { zh: "选“到某一天办到”时填写", en: "If it will be done by a day" },
} satisfies Record<string, Record<Lang, string>>;

/** 化解: what the owner fills in. */
export const settlementForms: FormsOf<typeof settlementActs> = {
  proposeSettlement: {
    terms: ({ field, lang }) => <TextArea {...field} label={say.terms[lang]} hint={say.termsHint[lang]} rows={5} />,
    done: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.done[lang]}
        choices={[
          { value: "byDay", label: say.byDay[lang], hint: say.byDayHint[lang] },
          { value: "already", label: say.already[lang], hint: say.alreadyHint[lang] },
        ]}
      />
    ),
    promisedFor: ({ field, petition, lang, ...world }) => (
      <DateField
        {...field}
        label={say.promisedFor[lang]}
        hint={say.promisedForHint[lang]}
        required={false}
        min={districtDate(world.now)}
        max={petition.status === "handling" ? promiseUntil(petition, world) : districtDate(world.now)}
      />
    ),
  },
  retractSettlement: { reason: reasonSeen },
};
