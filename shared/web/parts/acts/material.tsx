import type { materialActs } from "#case/acts/material.ts";
import { latestBringing } from "#case/state/latest-days.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { CheckField, DateField, TextArea } from "#web/parts/form.tsx";
import type { FormsOf } from "./form-fields.tsx";

const say = {
  list: { zh: "要补充哪些材料", en: "What is asked for" },
  listHint: {
    zh: "一项一行，一次写全：本环节不能再请第二次。",
    en: "One a line, all of it: you can ask once at this step.",
  },
  reason: { zh: "为什么需要", en: "Why it is needed" },
  reasonHint: {
    zh: "写给信访人看，说明没有它哪里查不清。",
    en: "For the petitioner: what cannot be found out without it.",
  },
  bringTo: { zh: "交到哪里、怎么交", en: "Where and how to hand it in" },
  bringToHint: {
    zh: "地址和时间；能不能寄、能不能由别人代交。网上补充的办法，通知里已经写了。",
    en: "Address and hours; whether by post, or by somebody else. That it can be added online the letter says already.",
  },
  help: { zh: "不会办的，谁可以帮忙", en: "Who helps with it" },
  helpHint: { zh: "姓名或者窗口，和电话。", en: "A name or a counter, and a phone number." },
  bringBy: { zh: "最迟哪天", en: "By which day" },
  bringByHint: { zh: "给信访人留够时间。", en: "Leave the petitioner time enough." },
  nobodyHasIt: {
    zh: "我核对过：这些材料本单位和其他机关都没有",
    en: "I have checked: neither we nor another office has any of it",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 补正: what the owner asks the petitioner for. */
export const materialForms: FormsOf<typeof materialActs> = {
  askMaterial: {
    list: ({ field, lang }) => <TextArea {...field} label={say.list[lang]} hint={say.listHint[lang]} rows={4} />,
    reason: ({ field, lang }) => <TextArea {...field} label={say.reason[lang]} hint={say.reasonHint[lang]} rows={3} />,
    bringTo: ({ field, lang }) => (
      <TextArea {...field} label={say.bringTo[lang]} hint={say.bringToHint[lang]} rows={2} />
    ),
    help: ({ field, lang }) => <TextArea {...field} label={say.help[lang]} hint={say.helpHint[lang]} rows={2} />,
    bringBy: ({ field, petition, directory, now, lang }) => (
      <DateField
        {...field}
        label={say.bringBy[lang]}
        hint={say.bringByHint[lang]}
        min={dayAfter(districtDate(now), 1)}
        {...(petition.status === "handling" && { max: latestBringing(petition, { now, directory }) })}
      />
    ),
    nobodyHasIt: ({ field, lang }) => <CheckField {...field} label={say.nobodyHasIt[lang]} />,
  },
};
