import type { progressActs } from "#case/acts/progress.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { progressFacts } from "#case/state/facts/progress.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Sentences } from "./matter-words.ts";

/** 办理进展: what was done, in a word or two. */
export const progressDeeds = {
  progressTold: { zh: "告知进展", en: "progress told" },
  progressNoted: { zh: "内部记录", en: "noted" },
} satisfies Deeds<typeof progressFacts>;

/** 办理进展: its act, as staff choose it. */
export const progressActWords = {
  noteProgress: {
    button: { zh: "记录办理进展", en: "Note how far it is" },
    effect: {
      zh: () =>
        "期限不变，仍由您办理。选“告知信访人”的，信访人马上在进度页看到原文；留了邮箱并且确认过的，还会收到邮件提醒。",
      en: () =>
        "The deadlines stay, and so does your turn. If you choose “the petitioner too”, they read it at once on the progress page, and an email says that it is there where they left a confirmed address.",
    },
  },
} satisfies ActsOf<typeof progressActs>;

/** 办理进展: what petitioners read about each fact. */
export const progressToPetitioners = {
  progressTold: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}告知办理进展：${withoutStop(fact.note)}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} tells you how far it is: ${withoutStop(fact.note)}.`,
  },
  progressNoted: { zh: () => "承办单位作了内部记录。", en: () => "The unit in charge made a note for itself." },
} satisfies Sentences<typeof progressFacts>;

/** 办理进展: what the office reads about each fact. */
export const progressToOffice = {
  progressTold: {
    zh: (told) => `${doer(told, "zh")}告知信访人办理进展：${withoutStop(told.fact.note)}。`,
    en: (told) => capitalised(`${doer(told, "en")} told the petitioner how far it is: ${withoutStop(told.fact.note)}.`),
  },
  progressNoted: {
    zh: (told) => `${doer(told, "zh")}记录办理进展（信访人看不到）：${withoutStop(told.fact.note)}。`,
    en: (told) =>
      capitalised(`${doer(told, "en")} noted, not shown to the petitioner: ${withoutStop(told.fact.note)}.`),
  },
} satisfies Sentences<typeof progressFacts>;

/** 办理进展: what lists of clocks say of each fact. */
export const progressOnClocks = {
  progressTold: "never",
  progressNoted: "never",
} satisfies ClockLines<typeof progressFacts>;

/** 办理进展: the fields of the office's form. */
export const progressFields = {
  readers: {
    name: { zh: "给谁看", en: "Who reads it" },
    missing: { zh: "请选择给谁看", en: "Choose who reads it" },
  },
  note: {
    name: { zh: "进展", en: "The note" },
    missing: { zh: "请写明进展", en: "Write what has been done, or what comes next" },
  },
} satisfies FieldsOf<StaffField>;
