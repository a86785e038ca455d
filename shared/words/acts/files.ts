import type { FileKind, fileFacts } from "#case/state/facts/files.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { whyNotTaken } from "#words/why-not-taken.ts";
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

/** 照片和 PDF 材料: what petitioners read about each fact. */
export const fileToPetitioners = {
  fileAdded: {
    zh: (told) => `${you(told, "zh")}交的第 ${told.fact.n} 份材料（${fileKindWords[told.fact.kind].zh}）已经收到。`,
    en: (told) =>
      `${you(told, "en")} sent a ${fileKindWords[told.fact.kind].en} (no. ${told.fact.n}), which has arrived.`,
  },
  fileRefused: {
    zh: (told) => `${you(told, "zh")}交的一份文件没有收下，已经删除：${whyNotTaken[told.fact.why].zh}。`,
    en: (told) => `${you(told, "en")} sent a file that was not taken and is deleted: ${whyNotTaken[told.fact.why].en}.`,
  },
} satisfies Sentences<typeof fileFacts>;

/** 照片和 PDF 材料: what the office reads about each fact. */
export const fileToOffice = {
  fileAdded: {
    zh: (told) =>
      `${doer(told, "zh")}交来第 ${told.fact.n} 份材料（${fileKindWords[told.fact.kind].zh}）。${told.fact.answers ? "本环节恢复计时。" : ""}`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} sent a ${fileKindWords[told.fact.kind].en} (no. ${told.fact.n}).${told.fact.answers ? " The step’s time runs again." : ""}`,
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
