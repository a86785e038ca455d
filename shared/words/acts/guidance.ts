import type { guidanceActs } from "#case/acts/guidance.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { GuidanceLetter, guidanceFacts } from "#case/state/facts/guidance.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, EndingsOf, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 导入: what was done, in a word or two. */
export const guidanceDeeds = {
  guided: { zh: "导入法定途径", en: "guided to its procedure" },
} satisfies Deeds<typeof guidanceFacts>;

/** 导入: its acts, as staff choose them. */
export const guidanceActWords = {
  guide: {
    button: { zh: "导入法定途径", en: "Guide to its procedure" },
    effect: {
      zh: () =>
        "这是办理方式，不是不予受理。信访人会看到去哪里、带什么材料、最晚哪一天提出，留了邮箱的会收到邮件；本系统的办理到此结束。",
      en: () =>
        "This handles the matter; it is no refusal. The petitioner sees where to go, what to bring and until when, by email too if they left an address. Work here ends with it.",
    },
  },
} satisfies ActsOf<typeof guidanceActs>;

/** Which procedure decides it and why, to petitioners, after whoever tells them. */
export const guidedToPetitioners = ({ route, explanation }: GuidanceLetter): Bilingual => ({
  zh: `告知您：这件事应当通过法定途径（${route.name.zh}）解决。${withoutStop(explanation)}。`,
  en: `tells you that the matter is decided by a procedure of its own: ${route.name.en}. ${withoutStop(explanation)}.`,
});

/** The same, to the office. */
export const guidedToOffice = ({ route, explanation }: GuidanceLetter): Bilingual => ({
  zh: `导入法定途径：${route.name.zh}（${route.article.zh}）。说明：${withoutStop(explanation)}。`,
  en: `guided it to its procedure: ${route.name.en} (${route.article.en}). Explanation: ${withoutStop(explanation)}.`,
});

/** 导入: what petitioners read about each fact. */
export const guidanceToPetitioners = {
  guided: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, directory.district.bureau, "zh")}${guidedToPetitioners(fact.letter).zh}`,
    en: ({ fact, directory }) =>
      `${unitName(directory, directory.district.bureau, "en")} ${guidedToPetitioners(fact.letter).en}`,
  },
} satisfies Sentences<typeof guidanceFacts>;

/** 导入: what the office reads about each fact. */
export const guidanceToOffice = {
  guided: {
    zh: (told) => `${doer(told, "zh")}${guidedToOffice(told.fact.letter).zh}`,
    en: (told) => capitalised(`${doer(told, "en")} ${guidedToOffice(told.fact.letter).en}`),
  },
} satisfies Sentences<typeof guidanceFacts>;

/** 导入: what lists of clocks say of each fact. */
export const guidanceOnClocks = {
  guided: "never",
} satisfies ClockLines<typeof guidanceFacts>;

/** 导入: how a case ends by it. */
export const guidanceEndings = {
  guided: {
    name: { zh: "已导入法定途径", en: "Guided to its procedure" },
    says: ({ route }) => ({
      zh: `这件事应当通过${route.name.zh}解决，去哪里、带什么、期限多长写在下面。`,
      en: `It is decided by another procedure: ${route.name.en}. Where to go, what to bring and until when is below.`,
    }),
  },
} satisfies EndingsOf;

/** 导入: why something is refused. */
export const guidanceRefusals = {
  limitDayImpossible: {
    zh: "起算的日期应当在过去二十年以内，不晚于今天；不清楚的可以不填",
    en: "The day from which the limits run lies within the last twenty years, and not after today; leave it out if it is not known",
  },
  unknownRoute: {
    zh: "请从列表里选择应当走的法定途径",
    en: "Please choose the procedure from the list",
  },
} satisfies RefusalsOf;

/** 导入: the fields of the office's forms. */
export const guidanceFields = {
  knownOn: {
    name: { zh: "从哪一天起算", en: "The day from which the limits run" },
    missing: { zh: "请填写从哪一天起算", en: "Enter the day from which the limits run" },
  },
  route: {
    name: { zh: "法定途径", en: "The procedure" },
    missing: { zh: "请选择应当走的法定途径", en: "Choose the procedure that decides the matter" },
  },
} satisfies FieldsOf<StaffField>;
