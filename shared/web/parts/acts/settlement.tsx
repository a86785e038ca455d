import type { settlementActs } from "#case/acts/settlement.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  terms: { zh: "商定的解决办法", en: "What was agreed" },
  termsHint: {
    zh: "谁、做什么、到哪天。信访人会看到原文，由其确认是否已解决。",
    en: "Who does what by when. The petitioner reads it as you write it and says whether it settles the matter.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 化解: what the owner fills in. */
export const settlementForms: FormsOf<typeof settlementActs> = {
  proposeSettlement: {
    terms: ({ field, lang }) => <TextArea {...field} label={say.terms[lang]} hint={say.termsHint[lang]} rows={5} />,
  },
};
