import type { Lang } from "#ground/bilingual.ts";
import type { Sheet, SheetPart, TableRow } from "./part.ts";

const colon: Record<Lang, string> = { zh: "：", en: ": " };

/** The sheet as plain text. */
export const plainText = ({ lang, parts }: Sheet): string =>
  `${parts
    .map((part) => lines(part, lang))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")}\n`;

const lines = (part: SheetPart, lang: Lang): string => {
  switch (part.is) {
    case "number":
    case "title":
    case "say":
      return part.text;
    case "until":
    case "fact":
      return `${part.label}${colon[lang]}${part.text}`;
    case "link":
      return `\n${part.label}${colon[lang].trimEnd()}\n${part.url}\n`;
    case "code":
      return `${part.label}${colon[lang]}${part.code}\n${part.hint}\n`;
    case "table":
      return `\n【${part.label}】\n\n${part.rows.map((row) => rowLines(row, lang)).join("\n\n")}\n`;
  }
};

const rowLines = ({ number, lines: said, link, code }: TableRow, lang: Lang): string =>
  [
    number,
    ...said,
    ...(code ? [`${code.label}${colon[lang]}${code.code}`] : []),
    ...(link ? [`${link.label}${colon[lang].trimEnd()}`, link.url] : []),
  ].join("\n");
