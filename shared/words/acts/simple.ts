import type { FactOf } from "#case/state/event.ts";
import type { simpleFacts } from "#case/state/facts/simple.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { missedWords } from "#words/reminding-words.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

const reasons: Record<FactOf<"turnedOrdinary">["why"], Bilingual> = {
  timePassed: { zh: "简易办理期限已到，没有答复", en: "the time of the simple way passed without an answer" },
  notSupported: {
    zh: "答复没有全部支持所提要求，不能按简易程序作出",
    en: "the answer does not support all that was asked for, which the simple way cannot give",
  },
};

/** 简易转普通: what was done, in a word or two. */
export const simpleDeeds = {
  turnedOrdinary: { zh: "转为普通程序", en: "turned ordinary" },
} satisfies Deeds<typeof simpleFacts>;

/** 简易转普通: what petitioners read about each fact. */
export const simpleToPetitioners = {
  turnedOrdinary: {
    zh: ({ fact, today }) =>
      `您的诉求由简易办理转为普通程序：${reasons[fact.why].zh}。答复期限从首次受理之日起算（${fact.article.zh}），${latestWords(fact.answerBy, today)}。`,
    en: ({ fact, today }) =>
      `Your petition is no longer handled the simple way: ${reasons[fact.why].en}. The time for the answer counts from the day on which it was first accepted (${fact.article.en}): until ${dateWords(fact.answerBy, "en", today)}.`,
  },
} satisfies Sentences<typeof simpleFacts>;

/** 简易转普通: what the office reads about each fact. */
export const simpleToOffice = {
  turnedOrdinary: {
    zh: ({ fact, today }) =>
      `由简易办理转为普通程序：${reasons[fact.why].zh}。答复期限从首次受理之日起算（${fact.article.zh}），${latestWords(fact.answerBy, today)}。`,
    en: ({ fact, today }) =>
      `Turned from the simple way to the ordinary one: ${reasons[fact.why].en}. Answer due ${dateWords(fact.answerBy, "en", today)}, counted from the first acceptance (${fact.article.en}).`,
  },
} satisfies Sentences<typeof simpleFacts>;

/** 简易转普通: what lists of clocks say of each fact. */
export const simpleOnClocks = {
  turnedOrdinary: {
    came: {
      zh: ({ fact, today }) => `转为普通程序，${latestWords(fact.answerBy, today)}`,
      en: ({ fact, today }) => `turned ordinary, due ${dateWords(fact.answerBy, "en", today)}`,
    },
    also: missedWords,
    because: ({ why }) => reasons[why],
  },
} satisfies ClockLines<typeof simpleFacts>;
