import type { District } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";

/** 接待场所: the office by its full name; the district's goes along where the office's does not say it. */
export const officeName = ({ name, office }: Pick<District, "name" | "office">, lang: Lang): string => {
  const [district, own] = [name[lang], office.name[lang]];
  if (own.includes(district)) return own;
  return lang === "zh" ? `${district}${own}` : `${own}, ${district}`;
};
