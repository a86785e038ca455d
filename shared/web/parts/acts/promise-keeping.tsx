import type { promiseKeepingActs } from "#case/acts/promise-keeping.ts";
import type { promiseOversightActs } from "#case/acts/promise-oversight.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { DateField, TextArea } from "#web/parts/form.tsx";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  performed: { zh: "办到了什么", en: "What was done" },
  performedHint: {
    zh: "谁、哪一天、做了什么。信访人会看到原文。",
    en: "Who did what, and when. The petitioner reads it as you write it.",
  },
  newDay: { zh: "最迟哪一天办到", en: "By which day" },
  demand: { zh: "督办要求", en: "What you ask of the unit" },
  demandHint: {
    zh: "写明要求该单位做什么。该单位和信访人都会看到原文。",
    en: "What the unit is to do. The unit and the petitioner read it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

const newDay: Control = ({ field, now, directory, lang }) => (
  <DateField
    {...field}
    label={say.newDay[lang]}
    min={dayAfter(districtDate(now), 1)}
    max={dayAfter(districtDate(now), directory.policy.clocks.promise.days)}
  />
);

/** 兑现承诺: what whoever keeps one fills in. */
export const promiseKeepingForms: FormsOf<typeof promiseKeepingActs> = {
  reportPromise: {
    performed: ({ field, lang }) => (
      <TextArea {...field} label={say.performed[lang]} hint={say.performedHint[lang]} rows={4} />
    ),
  },
  postponePromise: { newDay, reason: reasonSeen },
  passPromiseUp: { reason: reasonSeen },
};

/** 督办: what whoever has a broken promise kept fills in. */
export const promiseOversightForms: FormsOf<typeof promiseOversightActs> = {
  demandPromise: {
    demand: ({ field, lang }) => <TextArea {...field} label={say.demand[lang]} hint={say.demandHint[lang]} rows={3} />,
    newDay,
  },
};
