import type { correctionActs } from "#case/acts/correction.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { correctionFacts } from "#case/state/facts/correction.ts";
import { dateWords } from "#words/dates.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 更正: what was done, in a word or two. */
export const correctionDeeds = {
  letterCorrected: { zh: "更正答复", en: "answer corrected" },
} satisfies Deeds<typeof correctionFacts>;

/** 更正: its act, as staff choose it. */
export const correctionActWords = {
  correctLetter: {
    button: { zh: "更正处理意见书", en: "Correct the letter" },
    effect: {
      zh: () =>
        "另发一份处理意见书，写明更正哪一份、改了什么、为什么；原来的一份仍可查看。只改笔误的，申请复查的期限不变；改变认定或者结论的，要重新送达，期限重新计算。留了邮箱的信访人会收到邮件。",
      en: () =>
        "Issues another letter, which names the one that it corrects and says what is different and why; both stay readable. For a slip the time for a review goes on; for another finding the letter is delivered anew and the time begins anew. Petitioners who left an address get an email.",
    },
  },
} satisfies ActsOf<typeof correctionActs>;

/** 更正: what petitioners read about each fact. */
export const correctionToPetitioners = {
  letterCorrected: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}更正了${dateWords(fact.letter.corrects.on, "zh", today)}的处理意见书。${fact.letter.corrects.kind === "slip" ? "改的是笔误，申请复查的期限不变。" : "认定或者结论有变化，申请复查的期限从新的处理意见书送达之日起重新计算。"}`,
    en: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "en")} corrected its letter of ${dateWords(fact.letter.corrects.on, "en", today)}. ${fact.letter.corrects.kind === "slip" ? "It was a slip; the time for a review goes on." : "What was found or concluded has changed; the time for a review begins anew with the delivery of the new letter."}`,
  },
} satisfies Sentences<typeof correctionFacts>;

/** 更正: what the office reads about each fact. */
export const correctionToOffice = {
  letterCorrected: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}更正处理意见书（${fact.letter.corrects.kind === "slip" ? "笔误" : "改变认定或者结论"}）。`,
    en: ({ fact, directory }) =>
      `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, corrected the letter (${fact.letter.corrects.kind === "slip" ? "a slip" : "another finding"}).`,
  },
} satisfies Sentences<typeof correctionFacts>;

/** 更正: what lists of clocks say of each fact. */
export const correctionOnClocks = {
  letterCorrected: "never",
} satisfies ClockLines<typeof correctionFacts>;

/** 更正: why it is refused. */
export const correctionRefusals = {
  findingChanged: {
    zh: "结论改变了，就不是笔误，没有发出。请选“改变认定或者结论”，再预览、发出",
    en: "A conclusion changes, so this is no slip, and nothing was issued. Please choose “another finding”, look at it once more and issue it",
  },
} satisfies RefusalsOf;

/** 更正: the fields of the form. */
export const correctionFields = {
  kind: {
    name: { zh: "更正的性质", en: "What kind of correction it is" },
    missing: { zh: "请选择是笔误，还是改变认定或者结论", en: "Choose whether it is a slip or another finding" },
  },
  change: {
    name: { zh: "更正的内容", en: "What is different" },
    missing: { zh: "请写明改了什么", en: "Write what is different" },
  },
} satisfies FieldsOf<StaffField>;
