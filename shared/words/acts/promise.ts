import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { promiseAnswers } from "#case/acts/promise-answers.ts";
import type { promiseKeepingActs } from "#case/acts/promise-keeping.ts";
import type { promiseOversightActs } from "#case/acts/promise-oversight.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { promiseFacts } from "#case/state/facts/promise.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences, Told } from "./matter-words.ts";

/** 承诺: what was done, in a word or two. */
export const promiseDeeds = {
  promiseAwaited: { zh: "等待兑现承诺", en: "promise to be kept" },
  promiseReminded: { zh: "提醒兑现承诺", en: "reminded of a promise" },
  promiseReported: { zh: "报告承诺已经办到", en: "promise reported as kept" },
  promiseBroken: { zh: "承诺没有兑现", en: "promise not kept" },
  promiseDemanded: { zh: "督办未兑现的承诺", en: "broken promise followed up" },
  promisePostponed: { zh: "承诺延期", en: "promise put off" },
  promisePassedOn: { zh: "承诺换人负责", en: "promise passed on" },
  promiseOver: { zh: "承诺办结", en: "promise over" },
} satisfies Deeds<typeof promiseFacts>;

type OfPromise = Pick<Told<"promiseReported">, "directory"> & { fact: { n: number; unit: string } };

/** Which promise it is, and whose. */
const whoseZh = ({ fact: { n, unit }, directory }: OfPromise): string =>
  `${unitName(directory, unit, "zh")}承诺的第${n}件事`;
const whoseEn = ({ fact: { n, unit }, directory }: OfPromise): string =>
  `promise ${n}, which is for ${unitName(directory, unit, "en")} to keep,`;

/** 承诺: what petitioners read about each fact. */
export const promiseToPetitioners = {
  promiseReminded: {
    zh: (told) => `已提醒：${whoseZh(told)}。`,
    en: (told) => `A reminder was sent of ${whoseEn(told)} as planned.`,
  },
  promiseReported: {
    zh: (told) => `${whoseZh(told)}，报告已经办到，请您确认：${withoutStop(told.fact.performed)}。`,
    en: (told) =>
      capitalised(
        `${whoseEn(told)} was reported as kept, and you are asked to confirm it: ${withoutStop(told.fact.performed)}.`,
      ),
  },
  promiseBroken: {
    zh: (told) =>
      told.fact.why === "missed"
        ? `${whoseZh(told)}，到期（${dateWords(told.fact.lastDay, "zh", told.today)}）没有报告办到，已记录在案，由该单位负责人负责，信访局督办。您不用重新提交诉求。`
        : `${you(told, "zh")}表示${whoseZh(told)}没有办到：${withoutStop(told.fact.reason ?? "")}。由该单位负责人负责，信访局督办。您不用重新提交诉求。`,
    en: (told) =>
      told.fact.why === "missed"
        ? capitalised(
            `${whoseEn(told)} was not reported as kept by its day, ${dateWords(told.fact.lastDay, "en", told.today)}. That is on record: the head of the unit answers for it now, and the petition office sees to it. You need not file again.`,
          )
        : `${you(told, "en")} said that ${whoseEn(told)} is not kept: ${withoutStop(told.fact.reason ?? "")}. The head of the unit answers for it now, and the petition office sees to it. You need not file again.`,
  },
  promiseDemanded: {
    zh: (told) =>
      `信访局督办${whoseZh(told)}，要求${latestWords(told.fact.until, told.today)}办到：${withoutStop(told.fact.demand)}。`,
    en: (told) =>
      `The petition office wants ${whoseEn(told)} done by ${dateWords(told.fact.until, "en", told.today)}: ${withoutStop(told.fact.demand)}.`,
  },
  promisePostponed: {
    zh: (told) =>
      `${whoseZh(told)}，改为${latestWords(told.fact.until, told.today)}办到，理由：${withoutStop(told.fact.reason)}。只能延期一次。`,
    en: (told) =>
      capitalised(
        `${whoseEn(told)} was put off to ${dateWords(told.fact.until, "en", told.today)}: ${withoutStop(told.fact.reason)}. That may be done only once.`,
      ),
  },
  promisePassedOn: {
    zh: (told) => `${whoseZh(told)}，已换人负责。`,
    en: (told) => capitalised(`${whoseEn(told)} is somebody else's to see to now.`),
  },
  promiseOver: {
    zh: (told) =>
      told.fact.how === "kept"
        ? `${you(told, "zh")}确认${whoseZh(told)}已经办到。`
        : `${whoseZh(told)}，报告已经办到，您在期限内没有答复，不计为已解决。`,
    en: (told) =>
      told.fact.how === "kept"
        ? `${you(told, "en")} confirmed that ${whoseEn(told)} is kept.`
        : capitalised(
            `${whoseEn(told)} was reported as kept; without your answer in time it is not counted as resolved.`,
          ),
  },
  promiseAwaited: {
    zh: ({ fact, today }) =>
      fact.why === "dayCame"
        ? `答复中承诺的日子（${dateWords(fact.promisedFor, "zh", today)}）到了，事项没有办结，由答复单位负责办到。`
        : `申请复查的期限已过，但答复中承诺的事还没有到日子：${latestWords(fact.promisedFor, today)}办到，到时候会请您确认，在此以前不办结。`,
    en: ({ fact, today }) =>
      fact.why === "dayCame"
        ? `The day that the answer promised, ${dateWords(fact.promisedFor, "en", today)}, is over. The case stays open, and the unit that answered has to keep its promise.`
        : `The time to ask for a review is over, but what the answer promised is still to be done, by ${dateWords(fact.promisedFor, "en", today)}. You are asked then, and the case stays open until it is done.`,
  },
} satisfies Sentences<typeof promiseFacts>;

/** 承诺: what the office reads about each fact. */
export const promiseToOffice = {
  promiseReminded: {
    zh: (told) =>
      `${whoseZh(told)}：${{ day: "承诺的日子将到，已提醒负责人", word: "再次请信访人确认", supervision: "等待信访局督办，已提醒" }[told.fact.of]}。`,
    en: (told) =>
      capitalised(
        `${whoseEn(told)} ${{ day: "is due, and whoever keeps it was reminded", word: "waits for the petitioner, who was asked once more", supervision: "is broken, and whoever sees to it was reminded" }[told.fact.of]}.`,
      ),
  },
  promiseReported: {
    zh: (told) =>
      `${doer(told, "zh")}报告${whoseZh(told)}已经办到，等待信访人确认：${withoutStop(told.fact.performed)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} reported that ${whoseEn(told)} is kept, which the petitioner is asked to confirm: ${withoutStop(told.fact.performed)}.`,
      ),
  },
  promiseBroken: {
    zh: (told) =>
      told.fact.why === "missed"
        ? `${whoseZh(told)}，到期（${dateWords(told.fact.lastDay, "zh", told.today)}）没有报告办到，转${staffName(told.directory, told.fact.to.staff, "zh")}负责，信访局督办。`
        : `${doer(told, "zh")}表示${whoseZh(told)}没有办到：${withoutStop(told.fact.reason ?? "")}。转${staffName(told.directory, told.fact.to.staff, "zh")}负责，信访局督办。`,
    en: (told) =>
      told.fact.why === "missed"
        ? capitalised(
            `${whoseEn(told)} was not reported as kept by ${dateWords(told.fact.lastDay, "en", told.today)}; it is ${staffName(told.directory, told.fact.to.staff, "en")}'s now, and the bureau sees to it.`,
          )
        : capitalised(
            `${doer(told, "en")} said that ${whoseEn(told)} is not kept: ${withoutStop(told.fact.reason ?? "")}. It is ${staffName(told.directory, told.fact.to.staff, "en")}'s now, and the bureau sees to it.`,
          ),
  },
  promiseDemanded: {
    zh: (told) =>
      `${doer(told, "zh")}督办${whoseZh(told)}，要求${latestWords(told.fact.until, told.today)}办到：${withoutStop(told.fact.demand)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} wants ${whoseEn(told)} done by ${dateWords(told.fact.until, "en", told.today)}: ${withoutStop(told.fact.demand)}.`,
      ),
  },
  promisePostponed: {
    zh: (told) =>
      `${doer(told, "zh")}把${whoseZh(told)}延期一次，改为${latestWords(told.fact.until, told.today)}办到，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} put ${whoseEn(told)} off to ${dateWords(told.fact.until, "en", told.today)}, which may be done once: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  promisePassedOn: {
    zh: (told) => {
      const to = staffName(told.directory, told.fact.to.staff, "zh");
      return told.fact.how === "asked"
        ? `${doer(told, "zh")}把${whoseZh(told)}报${to}决定，理由：${withoutStop(told.fact.reason ?? "")}。`
        : `${whoseZh(told)}${told.fact.part === "overseer" ? "的督办" : ""}转${to}负责。`;
    },
    en: (told) => {
      const to = staffName(told.directory, told.fact.to.staff, "en");
      return capitalised(
        told.fact.how === "asked"
          ? `${doer(told, "en")} passed ${whoseEn(told)} up to ${to}: ${withoutStop(told.fact.reason ?? "")}.`
          : `${whoseEn(told)} ${told.fact.part === "overseer" ? "and its follow-up are" : "is"} ${to}'s to see to now.`,
      );
    },
  },
  promiseOver: {
    zh: (told) =>
      told.fact.how === "kept"
        ? `${doer(told, "zh")}确认${whoseZh(told)}已经办到。`
        : `${whoseZh(told)}，信访人在期限内没有答复，不计为已解决。`,
    en: (told) =>
      capitalised(
        told.fact.how === "kept"
          ? `${doer(told, "en")} confirmed that ${whoseEn(told)} is kept.`
          : `${whoseEn(told)} was not confirmed in time, and is not counted as resolved.`,
      ),
  },
  promiseAwaited: {
    zh: ({ fact, today }) =>
      fact.why === "dayCame"
        ? `答复中承诺的日子（${dateWords(fact.promisedFor, "zh", today)}）到了，由答复人负责办到并报告。`
        : `申请复查的期限已过，答复中承诺的事由答复人负责，${latestWords(fact.promisedFor, today)}办到并报告，在此以前不办结。`,
    en: ({ fact, today }) =>
      fact.why === "dayCame"
        ? `The day that the answer promised, ${dateWords(fact.promisedFor, "en", today)}, is over; its author keeps the promise and reports it.`
        : `The time for a review is over; what the answer promised is its author's to do and to report by ${dateWords(fact.promisedFor, "en", today)}, and the case stays open until then.`,
  },
} satisfies Sentences<typeof promiseFacts>;

/** 承诺: what lists of clocks say of each fact. */
export const promiseOnClocks = {
  promiseReminded: { came: "deed", because: "told" },
  promiseReported: "never",
  promiseBroken: { came: "deed", because: () => ({ zh: "到期没有报告办到", en: "it ended without a report" }) },
  promiseDemanded: "never",
  promisePostponed: "never",
  promisePassedOn: { came: "deed", because: () => ({ zh: "到期没有决定", en: "it ended without a decision" }) },
  promiseOver: { came: "deed", because: () => ({ zh: "到期没有答复", en: "it ended without the petitioner's word" }) },
  promiseAwaited: {
    came: {
      zh: ({ fact }) => (fact.why === "dayCame" ? "届满，查看是否办到" : "届满没有申请复查，承诺的事办到以前不办结"),
      en: ({ fact }) =>
        fact.why === "dayCame"
          ? "ended: is the promise kept?"
          : "ended without a request for review: the case stays open for what was promised",
    },
    because: "told",
  },
} satisfies ClockLines<typeof promiseFacts>;

/** 兑现承诺、督办: the acts of the office. */
export const promiseKeepingActWords = {
  reportPromise: {
    button: { zh: "报告已经办到", en: "Report that it is done" },
    effect: {
      zh: ({ directory }) =>
        `请信访人确认，有 ${lengthWords(directory.policy.clocks.confirmation, "zh")}答复。信访人表示没有办到的，转您单位负责人，由信访局督办。`,
      en: ({ directory }) =>
        `The petitioner has ${lengthWords(directory.policy.clocks.confirmation, "en")} to confirm it. If they say that it is not so, the head of your unit has it and the petition office sees to it.`,
    },
  },
  postponePromise: {
    button: { zh: "延期一次", en: "Put it off, once" },
    effect: {
      zh: () => "由本单位负责人决定，只能延期一次。信访人会看到新的日子和理由。",
      en: () => "For the head of the unit, and only once. The petitioner reads the new day and why.",
    },
  },
  passPromiseUp: {
    button: { zh: "报本单位负责人", en: "Pass it up to your head" },
    effect: {
      zh: () => "到期办不到的，由负责人接办或者决定延期，您的链接随即失效，日子不变。",
      en: () => "If it cannot be done in time, your head takes it over or puts it off. Your link ends; the day stays.",
    },
  },
} satisfies ActsOf<typeof promiseKeepingActs>;

/** 督办: the act of the bureau. */
export const promiseOversightActWords = {
  demandPromise: {
    button: { zh: "督办：要求限期办到", en: "Have it done by a day" },
    effect: {
      zh: () => "该单位负责人会收到您的要求和日子，到期没有办到的，再转信访局负责人。信访人看到原文。",
      en: () =>
        "The head of the unit gets what you ask and the day; if it is missed again, the bureau's head has it. The petitioner reads it as you write it.",
    },
  },
} satisfies ActsOf<typeof promiseOversightActs>;

const newDay = {
  name: { zh: "改到哪一天", en: "The day" },
  missing: { zh: "请填写最迟哪一天办到", en: "Enter the day by which it will be done" },
};

/** 兑现承诺: the fields of those forms. */
export const promiseKeepingFields = { newDay } satisfies FieldsOf<StaffField>;

/** 督办: the fields of that form. */
export const promiseOversightFields = {
  newDay,
  demand: {
    name: { zh: "督办要求", en: "What you ask" },
    missing: { zh: "请写明要求该单位做什么", en: "Write what the unit is to do" },
  },
} satisfies FieldsOf<StaffField>;

/** 承诺: what petitioners choose, and what came of it. */
export const promiseAnswerFields = {
  which: {
    name: { zh: "哪一件承诺的事", en: "Which promise" },
    missing: { zh: "请选择是哪一件", en: "Choose which one" },
  },
} satisfies FieldsOf<PetitionerField>;

/** 承诺: what the petitioner's act has brought about. */
export const promiseNotices = {
  confirmPromise: {
    zh: "您已确认办到。所有承诺的事都办到、申请复查的期限也过了，事项才办结。",
    en: "You have confirmed that it is kept. The case ends once all that was promised is, and the time for a review is over.",
  },
  denyPromise: {
    zh: "已记录：没有办到。由该单位负责人负责，信访局督办，不用重新提交诉求。",
    en: "It is on record that this is not kept. The head of the unit has it and the petition office sees to it; you need not file again.",
  },
} satisfies Notices<typeof promiseAnswers>;

/** 承诺: why something is refused to petitioners. */
export const promiseAnswerRefusals = {
  promiseNotAsked: {
    zh: "现在没有等您确认的承诺，请看下面的最新进展",
    en: "No promise waits for your word now; please see the latest below",
  },
} satisfies RefusalsOf;

/** 承诺: why a letter is not corrected any more. */
export const promiseUnderWayRefusals = {
  promiseUnderWay: {
    zh: "答复中承诺的事已经报告、确认或者督办，答复不能再更正",
    en: "Something that the letter promised was reported, confirmed or followed up, so that it can be corrected no more",
  },
} satisfies RefusalsOf;

/** 兑现承诺、督办: why a day is refused. */
export const promiseDayRefusals = {
  promiseDayOutside: {
    zh: "请填今天以后、一年以内的日子；延期的，要晚于原来的日子",
    en: "Enter a day after today and within a year; to put it off, one after the promised day",
  },
} satisfies RefusalsOf;

/** 兑现承诺: why something is refused to whoever keeps one. */
export const promiseKeepingRefusals = {
  ...promiseDayRefusals,
  postponedBefore: {
    zh: "已经延期一次，不能再延，请按期办到",
    en: "It was put off once and cannot be again; please have it done in time",
  },
  headPostpones: {
    zh: "延期由本单位负责人决定，请先“报本单位负责人”",
    en: "Only the head of the unit can put it off; please pass it up first",
  },
  brokenNotPostponed: {
    zh: "已经没有按期兑现，由信访局督办，不能延期",
    en: "It was not kept in time and the bureau sees to it, so that it cannot be put off",
  },
  isHeadAlready: {
    zh: "本单位没有可以再报的负责人，请办到后报告，或者决定延期",
    en: "There is nobody above you in the unit: report it once it is done, or put it off",
  },
} satisfies RefusalsOf;

/** 承诺: why something is refused. */
export const promiseRefusals = {
  unitNotNamed: {
    zh: "没有认出办理承诺的单位，请写单位全称；重名的，前面写上所在的街道、乡镇",
    en: "The unit of a promise is not known; write its whole name, with its township before it where others share it",
  },
  unitMayNotPromise: {
    zh: "这个单位不能办理此件承诺的事，请写另外的单位",
    en: "That unit cannot have a part in this case; please name another one",
  },
  promiseInThePast: {
    zh: "承诺的日子已经过了，请填今天或以后的日子；已经办到的，请选“已经办到”",
    en: "The promised day has passed; enter today or a later day, or choose “Done already”",
  },
  promiseWithoutDay: {
    zh: "有一项诉求的结论是“已承诺办理”，请填写最迟哪一天办到",
    en: "One of the conclusions is a promise: enter the day by which it will be done",
  },
  promiseYearsAhead: {
    zh: "承诺的日子在一年以后，请核对年份；确实需要更久的，请先承诺一年以内能办到的一步",
    en: "The promised day is more than a year ahead; check the year, or promise a step that can be done within a year",
  },
} satisfies RefusalsOf;
