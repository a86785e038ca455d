import { earliestStart } from "#clock/counted-limit.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField } from "#web/parts/form.tsx";
import type { Control } from "./form-fields.tsx";

const say = {
  route: { zh: "应当走的法定途径", en: "The procedure that decides it" },
  knownOn: { zh: "从哪一天起算", en: "From which day its time limits run" },
  knownOnHint: {
    zh: "信访人收到决定，或者知道权利受到侵害的那一天。填写以后，期限的最后一天会算好写进告知书；不清楚的可以不填。",
    en: "The day on which the petitioner got the decision, or knew of the harm. With it, the notice names the last day; leave it out if it is not known.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 导入: to which procedure. */
export const route: Control = ({ field, directory, lang }) => (
  <ChoiceField
    {...field}
    label={say.route[lang]}
    choices={directory.policy.routes.map(({ id, name, text }) => ({
      value: id,
      label: name[lang],
      hint: text[lang],
    }))}
  />
);

/** From when its limits run, where the petitioner has said it. */
export const knownOn: Control = ({ field, now, lang }) => (
  <DateField
    {...field}
    label={say.knownOn[lang]}
    hint={say.knownOnHint[lang]}
    required={false}
    min={earliestStart(districtDate(now))}
    max={districtDate(now)}
  />
);
