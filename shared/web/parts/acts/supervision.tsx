import type { supervisionActs } from "#case/acts/supervision.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import { DateField, TextArea } from "#web/parts/form.tsx";
import type { Control, FormsOf } from "./form-fields.tsx";
import { reasonSeen } from "./reason.tsx";

const say = {
  demand: { zh: "督办要求", en: "What you ask of the unit" },
  demandHint: {
    zh: "写明要求该单位做什么、反馈什么。该单位和信访人都会看到原文。",
    en: "What the unit is to do and to tell. The unit and the petitioner read it as you write it.",
  },
  day: { zh: "最迟哪一天反馈", en: "Answered by which day" },
  feedback: { zh: "反馈", en: "Your answer" },
  feedbackHint: {
    zh: "已经做了什么，接着做什么、哪一天。信访人会看到原文，不要写工作人员和其他人的姓名。",
    en: "What was done, and what comes next by when. The petitioner reads it as you write it: name no staff and no other people.",
  },
} satisfies Record<string, Record<Lang, string>>;

const notice: { demand: Control; newDay: Control } = {
  demand: ({ field, lang }) => <TextArea {...field} label={say.demand[lang]} hint={say.demandHint[lang]} rows={3} />,
  newDay: ({ field, now, lang }) => <DateField {...field} label={say.day[lang]} min={dayAfter(districtDate(now), 1)} />,
};

/** 督办: what the bureau and the unit fill in. */
export const supervisionForms: FormsOf<typeof supervisionActs> = {
  issueSupervision: notice,
  declineSupervision: { reason: reasonSeen },
  acceptFeedback: {},
  refuseFeedback: notice,
  reportFeedback: {
    feedback: ({ field, lang }) => (
      <TextArea {...field} label={say.feedback[lang]} hint={say.feedbackHint[lang]} rows={5} />
    ),
  },
};
