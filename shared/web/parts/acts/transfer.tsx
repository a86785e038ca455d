import type { transferActs } from "#case/acts/transfer.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { DateField, TextArea } from "#web/parts/form.tsx";
import { explanationSeen } from "./explanation.tsx";
import type { FormsOf } from "./form-fields.tsx";
import { body } from "./transfer-fields.tsx";

const say = {
  on: { zh: "对方哪一天收到", en: "On which day they received it" },
  reference: { zh: "对方编号或者经办人", en: "Their reference, or who confirmed it" },
  referenceHint: {
    zh: "信访人凭它向对方查询，会看到原文。",
    en: "The petitioner asks there by it, and reads it as you write it.",
  },
} satisfies Record<string, Record<Lang, string>>;

/** 转送: to which body and why; then its receipt. */
export const transferForms: FormsOf<typeof transferActs> = {
  transfer: {
    body,
    explanation: explanationSeen,
  },
  recordReceipt: {
    on: ({ field, petition, now, lang }) => (
      <DateField
        {...field}
        label={say.on[lang]}
        min={districtDate(petition.status === "transferring" ? petition.transferredAt : petition.registeredAt)}
        max={districtDate(now)}
      />
    ),
    reference: ({ field, lang }) => (
      <TextArea {...field} label={say.reference[lang]} hint={say.referenceHint[lang]} rows={2} />
    ),
  },
};
