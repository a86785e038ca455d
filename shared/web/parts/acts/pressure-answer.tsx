import type { pressureActs } from "#case/acts/pressure-answer.ts";
import type { Lang } from "#ground/bilingual.ts";
import { TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  answer: { zh: "答复", en: "Your answer" },
  hint: {
    zh: "核实了什么、怎么处理、信访人可以怎么办。只有信访人本人看得到。",
    en: "What you found, what is done about it, and what they can do. Only the petitioner reads it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 撤回是否自愿: the form of whoever answers. */
export const pressureForms: FormsOf<typeof pressureActs> = {
  answerPressure: {
    explanation: ({ field, lang }) => <TextArea {...field} label={say.answer[lang]} hint={say.hint[lang]} rows={5} />,
  },
};
