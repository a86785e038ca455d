import type { progressActs } from "#case/acts/progress.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  readers: { zh: "给谁看", en: "Who reads it" },
  petitioner: { zh: "告知信访人", en: "The petitioner too" },
  petitionerHint: { zh: "信访人看到原文，不能收回。", en: "They read it as you write it; it cannot be taken back." },
  office: { zh: "只限内部", en: "Only the office" },
  officeHint: { zh: "只有办理此件的工作人员能看到。", en: "Only staff who work on this matter read it." },
  note: { zh: "办理进展", en: "How far it is" },
  noteHint: {
    zh: "做了什么，下一步什么时候做什么。不要写无关人员的姓名和电话。",
    en: "What was done, what comes next and when. Leave out names and numbers of people who are not concerned.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 办理进展: who reads it, and what. */
export const progressForms: FormsOf<typeof progressActs> = {
  noteProgress: {
    readers: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.readers[lang]}
        choices={[
          { value: "petitioner", label: say.petitioner[lang], hint: say.petitionerHint[lang] },
          { value: "office", label: say.office[lang], hint: say.officeHint[lang] },
        ]}
      />
    ),
    note: ({ field, lang }) => <TextArea {...field} label={say.note[lang]} hint={say.noteHint[lang]} rows={3} />,
  },
};
