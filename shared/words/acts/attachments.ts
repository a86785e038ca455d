import type { attachmentFacts } from "#case/state/facts/attachments.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { whyNotTaken } from "#words/why-not-taken.ts";
import { unitName } from "#words/words.ts";
import { fileKindWords } from "./files.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

/** 协办附件: what was done, in a word or two. */
export const attachmentDeeds = {
  attached: { zh: "协办单位附材料", en: "attachment to an answer" },
  notAttached: { zh: "没有收下协办附件", en: "attachment not taken" },
} satisfies Deeds<typeof attachmentFacts>;

/** 协办附件: what petitioners read about each fact. That there is one, and of which unit; what is in it is the office's. */
export const attachmentToPetitioners = {
  attached: {
    zh: ({ fact: { unit, n, kind }, directory }) =>
      `${unitName(directory, unit, "zh")}给承办单位附了第 ${n} 份材料（${fileKindWords[kind].zh}），供办理使用。`,
    en: ({ fact: { unit, n, kind }, directory }) =>
      capitalised(
        `${unitName(directory, unit, "en")} has attached a ${fileKindWords[kind].en} (no. ${n}) for the unit in charge to work with.`,
      ),
  },
  notAttached: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}给承办单位附的一份文件没有收下。`,
    en: ({ fact, directory }) =>
      `A file that ${unitName(directory, fact.unit, "en")} meant for the unit in charge was not taken.`,
  },
} satisfies Sentences<typeof attachmentFacts>;

/** 协办附件: what the office reads about each fact. */
export const attachmentToOffice = {
  attached: {
    zh: (told) =>
      `${unitName(told.directory, told.fact.unit, "zh")}${doer(told, "zh")}附上第 ${told.fact.n} 份材料（${fileKindWords[told.fact.kind].zh}）${told.fact.after ? "，是在答复以后附的" : ""}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")}, ${unitName(told.directory, told.fact.unit, "en")}, attached a ${fileKindWords[told.fact.kind].en} (no. ${told.fact.n})${told.fact.after ? ", after the answer" : ""}.`,
      ),
  },
  notAttached: {
    zh: (told) =>
      `${unitName(told.directory, told.fact.unit, "zh")}${doer(told, "zh")}附的一份文件没有收下，已经删除：${whyNotTaken[told.fact.why].zh}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")}, ${unitName(told.directory, told.fact.unit, "en")}, sent a file that was not taken and is deleted: ${whyNotTaken[told.fact.why].en}.`,
      ),
  },
} satisfies Sentences<typeof attachmentFacts>;

/** 协办附件: no clock has to do with them. */
export const attachmentOnClocks = {
  attached: "never",
  notAttached: "never",
} satisfies ClockLines<typeof attachmentFacts>;
