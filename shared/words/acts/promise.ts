import type { promiseFacts } from "#case/state/facts/promise.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import type { ClockLines, Deeds, RefusalsOf, Sentences } from "./matter-words.ts";

/** 承诺: what was done, in a word or two. */
export const promiseDeeds = {
  promiseAwaited: { zh: "等待兑现承诺", en: "promise to be kept" },
} satisfies Deeds<typeof promiseFacts>;

/** 承诺: what petitioners read about each fact. */
export const promiseToPetitioners = {
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

/** 承诺: why something is refused. */
export const promiseRefusals = {
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
