import type { acceptanceActs } from "#case/acts/acceptance.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  ground: { zh: "不予受理的依据", en: "Ground" },
  explanation: { zh: "向信访人说明", en: "Explanation for the petitioner" },
  explanationHint: {
    zh: "用平常的话写清楚为什么，信访人会看到原文。",
    en: "Say why in plain words; the petitioner reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 受理: the forms of the bureau's decision. */
export const acceptanceForms: FormsOf<typeof acceptanceActs> = {
  accept: {},
  notAccept: {
    ground: ({ field, directory, lang }) => (
      <ChoiceField
        {...field}
        label={say.ground[lang]}
        choices={directory.policy.grounds.map(({ id, text, article }) => ({
          value: id,
          label: text[lang],
          hint: article[lang],
        }))}
      />
    ),
    explanation: ({ field, lang }) => (
      <TextArea {...field} label={say.explanation[lang]} hint={say.explanationHint[lang]} rows={4} />
    ),
  },
};
