import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { ratings } from "#case/acts/rating.ts";
import { mostRatings, type ratingFacts, type Satisfaction } from "#case/state/facts/rating.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 满意度: the three steps. */
export const satisfactionNames: Readonly<Record<Satisfaction, Bilingual>> = {
  satisfied: { zh: "满意", en: "satisfied" },
  mostly: { zh: "基本满意", en: "mostly satisfied" },
  notSatisfied: { zh: "不满意", en: "not satisfied" },
};

/** 评价: what was done, in a word or two. */
export const ratingDeeds = {
  rated: { zh: "评价办理情况", en: "handling rated" },
} satisfies Deeds<typeof ratingFacts>;

/** 评价: what petitioners read about it. */
export const ratingToPetitioners = {
  rated: {
    zh: ({ fact, directory }) =>
      `您评价了办理情况：信访局，${satisfactionNames[fact.bureauRating].zh}；${unitName(directory, fact.unit, "zh")}，${satisfactionNames[fact.unitRating].zh}。${fact.remark === undefined ? "" : `您写的是：${withoutStop(fact.remark)}。`}`,
    en: ({ fact, directory }) =>
      `You rated how it was handled: the petition office, ${satisfactionNames[fact.bureauRating].en}; ${unitName(directory, fact.unit, "en")}, ${satisfactionNames[fact.unitRating].en}.${fact.remark === undefined ? "" : ` You wrote: ${withoutStop(fact.remark)}.`}`,
  },
} satisfies Sentences<typeof ratingFacts>;

/** 评价: the office is told of none; were it ever asked for the sentence, it would not say how. */
export const ratingToOffice = {
  rated: { zh: () => "信访人评价了办理情况。", en: () => "The petitioner rated how it was handled." },
} satisfies Sentences<typeof ratingFacts>;

/** 评价: lists of clocks say nothing of it. */
export const ratingOnClocks = { rated: "never" } satisfies ClockLines<typeof ratingFacts>;

/** 评价: why it cannot be given. */
export const ratingRefusals = {
  nothingToRate: {
    zh: "收到书面答复或者办结以后才能评价；不予受理、转送、导入和撤回的，不评价",
    en: "It can be rated once the written answer has reached you or the matter is settled; what was not accepted, passed on, guided elsewhere or withdrawn is not rated",
  },
  tooLateToRate: {
    zh: "评价的时间已经过了，以您最后一次评价为准",
    en: "The time for rating is over; what you rated last counts",
  },
  ratedEnough: {
    zh: `一件诉求最多评价 ${mostRatings} 次，已经用完，以最后一次为准`,
    en: `A petition can be rated ${mostRatings} times, which is used up; the last rating counts`,
  },
} satisfies RefusalsOf;

/** 评价: the fields of the form. */
export const ratingFields = {
  bureauRating: {
    name: { zh: "对信访局的评价", en: "Your rating of the petition office" },
    missing: { zh: "请选择对信访局是否满意", en: "Choose how satisfied you are with the petition office" },
  },
  unitRating: {
    name: { zh: "对承办单位的评价", en: "Your rating of the unit in charge" },
    missing: { zh: "请选择对承办单位是否满意", en: "Choose how satisfied you are with the unit in charge" },
  },
  remark: {
    name: { zh: "您想说的", en: "What you want to say" },
    missing: { zh: "请写您想说的，或者留空", en: "Write what you want to say, or leave it empty" },
  },
} satisfies FieldsOf<PetitionerField>;

/** 评价: what it has brought about. */
export const ratingNotices = {
  rate: {
    zh: "您的评价已经记下。到期以前可以改，以最后一次为准。",
    en: "Your rating is recorded. You can change it until its time is over; the last one counts.",
  },
} satisfies Notices<typeof ratings>;
