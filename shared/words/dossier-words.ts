import type { Dossier, DossierFault, sizeOfDossier } from "#case/account/dossier.ts";
import type { Lang } from "#ground/bilingual.ts";

const named: Record<DossierFault["of"], Record<Lang, (name: string) => string>> = {
  event: { zh: (n) => `第 ${n} 条记录`, en: (n) => `Entry ${n}` },
  text: { zh: (name) => `文字 ${name}`, en: (name) => `The text ${name}` },
  letter: { zh: (number) => `文书 ${number}`, en: (number) => `The letter ${number}` },
  file: { zh: (name) => `文件 ${name}`, en: (name) => `The file ${name}` },
};

const changed = { zh: "被改动过，与记录的哈希不符", en: "was changed: its content does not match the hash on record" };
const wrongs: Partial<Record<DossierFault["wrong"], Record<Lang, string>>> = {
  missing: { zh: "缺失", en: "is missing" },
  surplus: { zh: "是多出来的，记录里没有", en: "is one too many: nothing in the record tells of it" },
  misplaced: { zh: "不在原来的位置，或者属于别的事项", en: "is not in its place, or belongs to another case" },
  unchained: { zh: "与前一条不衔接", en: "does not follow from the one before it" },
  early: { zh: "的时间早于前一条", en: "is dated before the one that it follows" },
};

/** What is wrong with something in a dossier, as one sentence. */
export const dossierFaultWords = ({ of, name, wrong }: DossierFault, lang: Lang): string =>
  ({
    zh: `${named[of].zh(name)}${(wrongs[wrong] ?? changed).zh}。`,
    en: `${named[of].en(name)} ${(wrongs[wrong] ?? changed).en}.`,
  })[lang];

/** What a dossier is, what was found in it, and by what it is compared with the record that it was taken from. */
export const dossierWords = (
  { number, district, by, to }: Pick<Dossier, "number" | "district" | "by" | "to">,
  { events, withheld, texts, files, head }: ReturnType<typeof sizeOfDossier>,
  faults: number,
  lang: Lang,
): string[] =>
  ({
    zh: [
      `${number}：${district.zh}，${by.zh}移送给${to.name.zh}。`,
      `记录 ${events} 条（其中 ${withheld} 条不公开内容），文字 ${texts} 段，文件 ${files} 个；${faults === 0 ? "没有发现改动" : `发现 ${faults} 处不符`}。`,
      `末条编号 ${events}，哈希 ${head}。与纸质卷末页或者移送单位的记录一致，才说明整卷没有重新编造。`,
    ],
    en: [
      `${number}: ${district.en}, given by ${by.en} to ${to.name.en}.`,
      `Entries: ${events}, of which the content of ${withheld} is withheld. Texts: ${texts}. Files: ${files}. ${faults === 0 ? "Nothing was changed" : `Found to be wrong: ${faults}`}.`,
      `The last entry is number ${events}, with the hash ${head}. Where the paper, or the unit that gave the file, has the same, it was not written anew as a whole.`,
    ],
  })[lang];
