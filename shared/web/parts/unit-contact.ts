import type { UnitNamed } from "#case/state/facts/letter.ts";
import type { Lang } from "#ground/bilingual.ts";
import { unbroken } from "#words/phrasing.ts";

/** A unit in the line of a letter, with where it is and how to call it: `南园社区（南园路 1 号，8603 1102）`. */
export const unitWithContact = ({ name, address, phone }: UnitNamed, lang: Lang): string => {
  const contact = [address, phone && unbroken(phone)].filter((part) => part !== undefined && part !== "");
  if (contact.length === 0) return name[lang];
  return { zh: `${name.zh}（${contact.join("，")}）`, en: `${name.en} (${contact.join(", ")})` }[lang];
};
