import type { performanceActs } from "#case/acts/performance.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  performed: { zh: "办到了什么", en: "What was done" },
  performedHint: {
    zh: "谁、哪一天、做了什么。信访人会看到原文。",
    en: "Who did what, and when. The petitioner reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 履行: what whoever keeps what was agreed or promised fills in. */
export const performanceForms: FormsOf<typeof performanceActs> = {
  reportPerformance: {
    performed: ({ field, lang }) => (
      <TextArea {...field} label={say.performed[lang]} hint={say.performedHint[lang]} rows={4} />
    ),
  },
};
