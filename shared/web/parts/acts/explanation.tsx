import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { Control } from "./form-fields.tsx";

const say = {
  explanation: { zh: "向信访人说明", en: "Explanation for the petitioner" },
  hint: {
    zh: "用平常的话写清楚为什么，信访人会看到原文。",
    en: "Say why in plain words; the petitioner reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** What explains a decision to the petitioner. */
export const explanationSeen: Control = ({ field, lang }) => (
  <TextArea {...field} label={say.explanation[lang]} hint={say.hint[lang]} rows={4} />
);
