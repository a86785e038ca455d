import type { Actor } from "#case/state/actor.ts";
import type { FileKind, fileFacts } from "#case/state/facts/files.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { whyNotTaken } from "#words/why-not-taken.ts";
import { unitName } from "#words/words.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

/** 照片和 PDF 材料: what was done, in a word or two. */
export const fileDeeds = {
  fileAdded: { zh: "收到照片或 PDF", en: "photo or PDF received" },
  fileRefused: { zh: "没有收下文件", en: "file not taken" },
} satisfies Deeds<typeof fileFacts>;

const photo: Bilingual = { zh: "照片", en: "photo" };
/** What a file is. */
export const fileKindWords: Readonly<Record<FileKind, Bilingual>> = {
  jpeg: photo,
  png: photo,
  webp: photo,
  pdf: { zh: "PDF 文件", en: "PDF" },
};

/** Which it is of the case's, and what. */
const nth = ({ n, kind }: { n: number; kind: FileKind }, lang: Lang): string =>
  ({ zh: `第 ${n} 份材料（${fileKindWords[kind].zh}）`, en: `${fileKindWords[kind].en} (no. ${n})` })[lang];

/** Whether it came with a petition that somebody has registered, and was entered by them. */
const isEntered = ({ by }: { by: Actor }): boolean => by.kind === "staff";

/** 照片和 PDF 材料: what petitioners read about each fact. */
export const fileToPetitioners = {
  fileAdded: {
    zh: ({ fact, ...told }) =>
      fact.enteredBy === undefined
        ? `${you(told, "zh")}交的${nth(fact, "zh")}已经收到。`
        : `随诉求收到${nth(fact, "zh")}，由${unitName(told.directory, fact.enteredBy, "zh")}录入。`,
    en: ({ fact, ...told }) =>
      fact.enteredBy === undefined
        ? `${you(told, "en")} sent a ${nth(fact, "en")}, which has arrived.`
        : `A ${nth(fact, "en")} came with the petition and was entered by ${unitName(told.directory, fact.enteredBy, "en")}.`,
  },
  fileRefused: {
    zh: (told) =>
      `${isEntered(told) ? "登记时录入" : `${you(told, "zh")}交`}的一份文件没有收下，已经删除：${whyNotTaken[told.fact.why].zh}。`,
    en: (told) =>
      `${isEntered(told) ? "Whoever registered it" : you(told, "en")} sent a file that was not taken and is deleted: ${whyNotTaken[told.fact.why].en}.`,
  },
} satisfies Sentences<typeof fileFacts>;

/** 照片和 PDF 材料: what the office reads about each fact. */
export const fileToOffice = {
  fileAdded: {
    zh: (told) =>
      `${doer(told, "zh")}${isEntered(told) ? "录入随诉求收到的" : "交来"}${nth(told.fact, "zh")}。${told.fact.answers ? "本环节恢复计时。" : ""}`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} ${isEntered(told) ? "entered, as it came with the petition," : "sent"} a ${nth(told.fact, "en")}.${told.fact.answers ? " The step’s time runs again." : ""}`,
      ),
  },
  fileRefused: {
    zh: (told) => `${doer(told, "zh")}交的一份文件没有收下，已经删除；原因已经告知。`,
    en: (told) => capitalised(`${doer(told, "en")} sent a file that was not taken and is deleted; they were told why.`),
  },
} satisfies Sentences<typeof fileFacts>;

/** 照片和 PDF 材料: what lists of clocks say of each fact. */
export const fileOnClocks = {
  fileAdded: {
    came: { zh: () => "材料已到，恢复计时", en: () => "what was asked for is here: runs again" },
    because: "told",
  },
  fileRefused: "never",
} satisfies ClockLines<typeof fileFacts>;
