import type { hearingActs } from "#case/acts/hearing.ts";
import { receivedOn } from "#case/state/received.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField, TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  contact: { zh: "联系结果", en: "What came of it" },
  heard: { zh: "听取了陈述", en: "They were heard" },
  tried: { zh: "没有联系上", en: "They could not be reached" },
  triedHint: { zh: "登记满三次，可以作出答复。", en: "After three such entries the answer can be given." },
  declined: { zh: "信访人不另作陈述", en: "They did not want to add anything" },
  on: { zh: "哪一天", en: "On which day" },
  said: { zh: "陈述的事实和理由", en: "The facts and reasons that they gave" },
  saidHint: {
    zh: "写明方式和内容；没有联系上的，写明几点、打哪里、怎么联系。会写入答复意见书，信访人会看到原文。",
    en: "How, and what was said; if in vain, when and how you tried. It goes into the letter, and the petitioner reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 听取陈述: what came of a contact, on which day, and what was said. */
export const hearingForms: FormsOf<typeof hearingActs> = {
  recordContact: {
    contact: ({ field, lang }) => (
      <ChoiceField
        {...field}
        label={say.contact[lang]}
        choices={[
          { value: "heard", label: say.heard[lang] },
          { value: "tried", label: say.tried[lang], hint: say.triedHint[lang] },
          { value: "declined", label: say.declined[lang] },
        ]}
      />
    ),
    on: ({ field, petition, now, lang }) => (
      <DateField
        {...field}
        label={say.on[lang]}
        value={field.value ?? districtDate(now)}
        min={receivedOn(petition)}
        max={districtDate(now)}
      />
    ),
    said: ({ field, lang }) => <TextArea {...field} label={say.said[lang]} hint={say.saidHint[lang]} rows={4} />,
  },
};
