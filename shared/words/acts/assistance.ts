import type { assistanceActs, assistanceAnswerActs } from "#case/acts/assistance.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import { type assistanceFacts, mostAssists } from "#case/state/facts/assistance.ts";
import { latestAnswer } from "#case/state/latest-days.ts";
import { districtDate } from "#clock/period.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";
import { standInReasons } from "./step.ts";

/** 协办: what was done, in a word or two. */
export const assistanceDeeds = {
  assistanceAsked: { zh: "请其他单位协办", en: "another unit asked to assist" },
  assistanceGiven: { zh: "协办单位已答复", en: "the unit asked has answered" },
  assistanceDeclined: { zh: "协办单位不能协办", en: "the unit asked cannot assist" },
  assistanceAwaited: { zh: "等待协办答复", en: "assistance awaited" },
  assistanceLate: { zh: "协办逾期", en: "assistance overdue" },
  assistancePassedOn: { zh: "协办转交", en: "assistance passed on" },
  assistanceNotDue: { zh: "协办还没有到期", en: "assistance not due yet" },
  assistanceLapsed: { zh: "协办终止", en: "assistance lapsed" },
} satisfies Deeds<typeof assistanceFacts>;

/** The last day that can be given, in words; nothing where the case has no step of a level. */
const latest = ({ petition, now }: Choosing, lang: Lang): string =>
  petition.status === "handling" ? dateWords(latestAnswer(petition, now), lang, districtDate(now)) : "";

/** 协办: its acts, as staff choose them. */
export const assistanceActWords = {
  askAssistance: {
    button: { zh: "请其他单位协办", en: "Ask another unit to assist" },
    effect: {
      zh: (choosing) =>
        `一次请一个单位答复一个问题，本环节最多 ${mostAssists} 次，答复期限不晚于${latest(choosing, "zh")}。此件仍由您办理，期限照常计算。对方看到事由，看不到信访人是谁；信访人会看到请了哪个单位。`,
      en: (choosing) =>
        `One unit, one question at a time, at most ${mostAssists} at this step, to be answered by ${latest(choosing, "en")} at the latest. The case stays yours and every deadline runs. They see the matter and not who petitions; the petitioner sees which unit is asked.`,
    },
  },
  contribute: {
    button: { zh: "答复", en: "Answer" },
    effect: {
      zh: () => "承办人会收到邮件，可以把您的答复写进处理意见书。信访人只看到您的单位已经答复，附了几份材料。",
      en: () =>
        "The handler gets an email and may quote you in the answer. The petitioner sees only that your unit has answered, and how much it has attached.",
    },
  },
  declineAssistance: {
    button: { zh: "不能协办", en: "Say that you cannot" },
    effect: {
      zh: () => "写明理由，例如不掌握情况，或者应当问哪个单位。承办人会收到邮件。",
      en: () => "Say why: you do not know, or another unit would. The handler gets an email.",
    },
  },
} satisfies ActsOf<typeof assistanceActs & typeof assistanceAnswerActs>;

const namesOf = (units: readonly string[], told: Pick<Choosing, "directory">, lang: Lang): string =>
  units.map((unit) => unitName(told.directory, unit, lang)).join({ zh: "、", en: ", " }[lang]);

type AskedAs = Pick<FactOf<"assistanceGiven">, "as">;

/** Whether a meeting has decided that a unit does it, so that it is no answer that is owed. */
const isCharged = ({ as }: AskedAs): boolean => as === "charged";

/** What a unit says that cannot do what it was asked. */
const declined: Record<NonNullable<AskedAs["as"]> | "assistant", Bilingual> = {
  assistant: { zh: "答复不能协助", en: "cannot help" },
  invited: { zh: "答复不能参加会商", en: "cannot come to the meeting" },
  charged: { zh: "说明会商决定由其办的事办不到", en: "says that it cannot do what the meeting decided" },
};

/** 协办: what petitioners read about each fact. */
export const assistanceToPetitioners = {
  assistanceAsked: {
    zh: ({ fact, directory, today }) =>
      `承办单位请${unitName(directory, fact.unit, "zh")}协助核实，${latestWords(fact.wantedBy, today)}答复。您的姓名和电话没有提供给对方。`,
    en: ({ fact, directory, today }) =>
      `The unit in charge asked ${unitName(directory, fact.unit, "en")} to help, by ${dateWords(fact.wantedBy, "en", today)}. They are not told who you are.`,
  },
  assistanceGiven: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${isCharged(fact) ? "报告，会商决定由其办的事已经办好" : "已经答复承办单位"}。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} ${isCharged(fact) ? "reports that what the meeting had it do is done" : "has answered the unit in charge"}.`,
      ),
  },
  assistanceDeclined: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${declined[fact.as ?? "assistant"].zh}，承办单位继续办理。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} ${declined[fact.as ?? "assistant"].en}; the unit in charge goes on.`,
      ),
  },
  assistanceAwaited: {
    zh: ({ fact, directory }) => `还在等${unitName(directory, fact.unit, "zh")}。`,
    en: ({ fact, directory }) => `${capitalised(unitName(directory, fact.unit, "en"))} is awaited.`,
  },
  assistanceLate: {
    zh: ({ fact, directory, today }) =>
      isCharged(fact)
        ? `会商决定由${unitName(directory, fact.unit, "zh")}${latestWords(fact.wantedBy, today)}办好的事，没有报告办好，记录在案，由上级负责人督促。您的答复期限不变。`
        : `${unitName(directory, fact.unit, "zh")}答复承办单位的期限到${dateWords(fact.wantedBy, "zh", today)}为止，没有答复，记录在案，由上级负责人督促。您的答复期限不变。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} ${isCharged(fact) ? "was to do what the meeting decided" : "was to answer the unit in charge"} by ${dateWords(fact.wantedBy, "en", today)} and has not ${isCharged(fact) ? "said that it is done" : "done so"}. That is on record, and somebody above has to see to it. Your own answer is due as before.`,
      ),
  },
  assistancePassedOn: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}改由另一位同事负责。`,
    en: ({ fact, directory }) => `Another colleague of ${unitName(directory, fact.unit, "en")} sees to it.`,
  },
  assistanceNotDue: {
    zh: () => "还在等其他单位。",
    en: () => "Other units are awaited.",
  },
  assistanceLapsed: {
    zh: ({ fact, ...told }) => `本环节结束，${namesOf(fact.units, told, "zh")}不用再答复。`,
    en: ({ fact, ...told }) => `The step has ended, and ${namesOf(fact.units, told, "en")} need not answer any more.`,
  },
} satisfies Sentences<typeof assistanceFacts>;

/** The same as the office reads it. */
const declinedInside: typeof declined = {
  assistant: { zh: "不能协办", en: "cannot assist" },
  invited: { zh: "不能参加会商", en: "cannot come to the meeting" },
  charged: { zh: "办不到会商决定的事", en: "cannot do what the meeting decided" },
};

/** What somebody does for their unit in the place of whoever was to. */
const insteadOf: typeof declined = {
  assistant: { zh: "答复", en: "answers" },
  invited: { zh: "参加会商", en: "comes to the meeting" },
  charged: { zh: "办理会商决定的事", en: "does what the meeting decided" },
};

/** What is due from a unit on a day. */
const owedBy: typeof declined = {
  assistant: { zh: "答复，期限为", en: "of the answer due" },
  invited: { zh: "参加会商，日期为", en: "of the meeting on" },
  charged: { zh: "办理会商决定的事，期限为", en: "of what the meeting decided, due" },
};

/** 协办: what the office reads about each fact. */
export const assistanceToOffice = {
  assistanceAsked: {
    zh: (told) =>
      `${doer(told, "zh")}请${unitName(told.directory, told.fact.unit, "zh")}${staffName(told.directory, told.fact.holder.staff, "zh")}协办，${latestWords(told.fact.wantedBy, told.today)}答复“${told.fact.question}”。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked ${staffName(told.directory, told.fact.holder.staff, "en")}, ${unitName(told.directory, told.fact.unit, "en")}, to answer “${told.fact.question}” by ${dateWords(told.fact.wantedBy, "en", told.today)}.`,
      ),
  },
  assistanceGiven: {
    zh: (told) =>
      `${unitName(told.directory, told.fact.unit, "zh")}${doer(told, "zh")}${isCharged(told.fact) ? "报告会商决定的事已经办好" : "答复"}：${withoutStop(told.fact.contribution)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")}, ${unitName(told.directory, told.fact.unit, "en")}, ${isCharged(told.fact) ? "reported that what the meeting decided is done" : "answered"}: ${withoutStop(told.fact.contribution)}.`,
      ),
  },
  assistanceDeclined: {
    zh: (told) =>
      `${unitName(told.directory, told.fact.unit, "zh")}${doer(told, "zh")}${declinedInside[told.fact.as ?? "assistant"].zh}，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")}, ${unitName(told.directory, told.fact.unit, "en")}, ${declinedInside[told.fact.as ?? "assistant"].en}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  assistanceAwaited: {
    zh: ({ fact, directory, today }) =>
      `提醒${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}${owedBy[fact.as ?? "assistant"].zh}${dateWords(fact.wantedBy, "zh", today)}。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, was reminded ${owedBy[fact.as ?? "assistant"].en} ${dateWords(fact.wantedBy, "en", today)}.`,
      ),
  },
  assistanceLate: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.from, "zh")}到${dateWords(fact.wantedBy, "zh", today)}没有${isCharged(fact) ? "报告会商决定的事已经办好" : "答复"}，记为逾期，转${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}负责${isCharged(fact) ? "办理" : "答复"}。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${staffName(directory, fact.from, "en")}, ${unitName(directory, fact.unit, "en")}, had not ${isCharged(fact) ? "reported what the meeting decided as done" : "answered"} by ${dateWords(fact.wantedBy, "en", today)}, which is on record: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, has to now.`,
      ),
  },
  assistancePassedOn: {
    zh: ({ fact, directory }) =>
      `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，改由${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}替${unitName(directory, fact.unit, "zh")}${insteadOf[fact.as ?? "assistant"].zh}。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, ${insteadOf[fact.as ?? "assistant"].en} for ${unitName(directory, fact.unit, "en")} instead.`,
      ),
  },
  assistanceNotDue: {
    zh: ({ fact, today }) => `还没有到提醒其他单位的时候，${dateWords(fact.next, "zh", today)}再看。`,
    en: ({ fact, today }) => `Nothing is due from other units yet; next look on ${dateWords(fact.next, "en", today)}.`,
  },
  assistanceLapsed: {
    zh: ({ fact, ...told }) => `本环节结束，${namesOf(fact.units, told, "zh")}没有答复的协办随之终止。`,
    en: ({ fact, ...told }) =>
      `The step has ended, and with it what ${namesOf(fact.units, told, "en")} had been asked and not answered.`,
  },
} satisfies Sentences<typeof assistanceFacts>;

/** 协办: what lists of clocks say of each fact. */
export const assistanceOnClocks = {
  assistanceAsked: "never",
  assistanceGiven: "never",
  assistanceDeclined: "never",
  assistanceAwaited: { came: "deed", because: "told" },
  assistanceLate: { came: "deed", because: "told" },
  assistancePassedOn: "never",
  assistanceNotDue: { came: "deed", because: "told" },
  assistanceLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof assistanceFacts>;

/** 协办: why something is refused. */
export const assistanceRefusals = {
  assistsEnough: {
    zh: "本环节请其他单位协办的次数已经用完，请根据已有的答复办理",
    en: "No more questions can be asked of other units at this step; please go by what has been answered",
  },
  askedAlready: {
    zh: "已经请这个单位协办，正在等答复；请等其答复，或者选择另外的单位",
    en: "That unit has been asked and has still to answer; please wait for it or choose another",
  },
  tooLateToAssist: {
    zh: "本环节剩下的时间不够请其他单位协办，请直接办理，或者上报",
    en: "Too little is left of this step to ask another unit; please deal with it yourself or report it upward",
  },
  assistDayOutside: {
    zh: "答复的日子应当在明天以后，并且不超过本环节剩余时间的一半，请改一个日子",
    en: "The day lies after today and within half of what is left of the step; please choose another",
  },
  nobodyThere: {
    zh: "这个单位现在没有人可以答复，请选择另外的单位，或者联系信访局",
    en: "Nobody of that unit can answer now; please choose another one or turn to the petition bureau",
  },
} satisfies RefusalsOf;

/** 协办: the fields of the office's forms. */
/** What others are asked, of one unit or of several together. */
export const questionField = {
  question: {
    name: { zh: "请对方答复的问题", en: "The question" },
    missing: { zh: "请写明请对方答复什么", en: "Write what they are to answer" },
  },
} satisfies FieldsOf<StaffField>;

export const assistanceFields = {
  assistUnit: {
    name: { zh: "协办单位", en: "The unit that is asked" },
    missing: { zh: "请选择协办单位", en: "Choose the unit that is asked" },
  },
  ...questionField,
  wantedBy: {
    name: { zh: "最迟哪天答复", en: "The day" },
    missing: { zh: "请填写最迟哪天答复", en: "Enter by which day they are to answer" },
  },
  contribution: {
    name: { zh: "答复", en: "The answer" },
    missing: { zh: "请写明答复", en: "Write your answer" },
  },
} satisfies FieldsOf<StaffField>;
