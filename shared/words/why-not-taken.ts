import type { WhyNotFile } from "#case/state/facts/files.ts";
import type { Bilingual } from "#ground/bilingual.ts";

// Apart from the other words about files: one that counts with a limit is carried by every function that has its file.

/** Why a file was not taken, in a word or two. What to do about it is said where another can be sent. */
export const whyNotTaken: Readonly<Record<WhyNotFile, Bilingual>> = {
  kind: { zh: "不是照片或者 PDF", en: "it is neither a photo nor a PDF" },
  empty: { zh: "文件是空的", en: "it is empty" },
  tooLarge: { zh: "超过 10 MB", en: "it is larger than 10 MB" },
  broken: { zh: "打不开", en: "it cannot be read" },
  swollen: { zh: "解开后大得不正常", en: "it unpacks to far too much" },
  position: { zh: "带有拍摄地点", en: "it says where it was taken" },
  locked: { zh: "加了密码", en: "it is locked by a password" },
  tooMany: { zh: "已经收满", en: "there are as many already as are taken" },
};
