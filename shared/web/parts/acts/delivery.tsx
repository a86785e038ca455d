import type { deliveryActs } from "#case/acts/delivery.ts";
import { isAnswered } from "#case/state/case.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { ChoiceField, DateField, TextArea, TextField } from "#web/parts/form.tsx";
import type { Control, FormsOf } from "./form-fields.tsx";

const say = {
  how: { zh: "怎样送达", en: "How it was delivered" },
  byHand: { zh: "当面送交", en: "Handed over" },
  byHandHint: { zh: "信访人已签收", en: "The petitioner has signed for it" },
  byPost: { zh: "邮寄", en: "By post" },
  byPostHint: { zh: "以签收回执的日期为准", en: "The day on the return receipt counts" },
  noPost: {
    zh: "信访人没有留收信地址，不能邮寄。",
    en: "The petitioner left no postal address, so that nothing can be posted.",
  },
  on: { zh: "送达日期", en: "Day of delivery" },
  tracking: { zh: "邮件号", en: "Tracking number" },
  trackingHint: { zh: "邮寄的填写", en: "If it was posted" },
  called: { zh: "哪天打的电话", en: "Day of the call" },
  readOut: { zh: "告知了什么", en: "What was read out" },
  readOutHint: {
    zh: "写明告知的结论、理由和申请复查的办法。信访人会在进度页看到。",
    en: "The conclusion, the reasons, and how to ask for a review. The petitioner reads it on the progress page.",
  },
  putUp: { zh: "哪天公告", en: "Day on which it was put up" },
  posted: { zh: "公告在哪里，此前怎样送过", en: "Where it was put up, and what was tried before" },
  postedHint: {
    zh: "不要写姓名、住址和答复内容。",
    en: "Without name, address, or anything of the answer.",
  },
} satisfies Record<string, Record<Lang, string>>;

const dayOf =
  (label: Record<Lang, string>): Control =>
  ({ field, petition, now, lang }) => (
    <DateField
      {...field}
      label={label[lang]}
      min={districtDate(isAnswered(petition) ? petition.answeredAt : petition.registeredAt)}
      max={districtDate(now)}
    />
  );

/** 送达: how the letter reached its petitioner. */
export const deliveryForms: FormsOf<typeof deliveryActs> = {
  recordDelivery: {
    how: ({ field, petition, lang }) => (
      <ChoiceField
        {...field}
        label={say.how[lang]}
        choices={[
          { value: "byHand", label: say.byHand[lang], hint: say.byHandHint[lang] },
          ...(petition.postal ? [{ value: "byPost", label: say.byPost[lang], hint: say.byPostHint[lang] }] : []),
        ]}
        {...(!petition.postal && { hint: say.noPost[lang] })}
      />
    ),
    on: dayOf(say.on),
    tracking: ({ field, petition, lang }) =>
      petition.postal ? (
        <TextField {...field} label={say.tracking[lang]} hint={say.trackingHint[lang]} required={false} />
      ) : null,
  },
  recordPhoneCall: {
    on: dayOf(say.called),
    readOut: ({ field, lang }) => (
      <TextArea {...field} label={say.readOut[lang]} hint={say.readOutHint[lang]} rows={4} />
    ),
  },
  recordNotice: {
    on: dayOf(say.putUp),
    posted: ({ field, lang }) => <TextArea {...field} label={say.posted[lang]} hint={say.postedHint[lang]} rows={3} />,
  },
};
