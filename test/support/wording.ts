import type { Lang } from "#ground/bilingual.ts";

/** What nobody is to read, and what stands in its place. `◇` is where a text has a value. */
const strays: Record<Lang, readonly { found: RegExp; instead: string }[]> = {
  zh: [
    { found: /轮到/, instead: "承办单位；等您确认" },
    { found: /上提(?!交)/, instead: "提级办理；逾期未办结，自动转上一级" },
    { found: /那一年/, instead: "the year: 2027年放假安排尚未公布" },
    { found: /六位|6 ?位(?:数|码)/, instead: "验证码" },
    { found: /化解办法/, instead: "解决方案" },
    { found: /(?<!事情|已)经过/, instead: "明细" },
    { found: /(?:日（周.）|◇)以?前(?!面|后)/, instead: "最迟…（…，含当日）" },
    { found: /响铃|案件/, instead: "到期处理；事项" },
  ],
  en: [
    { found: /(?<![\w-])mail(?:s|ed|ing)?\b(?![.-]\w)/i, instead: "email" },
    { found: /\be-mail/i, instead: "email" },
    { found: /\bwhose turn\b/i, instead: "With" },
    { found: /\b(?:rings?|rang|rung)\b/i, instead: "what it does: reminds, is acted on" },
    { found: /\bclocks?\b(?<!demo clocks?|district's clocks?|against the clock)/i, instead: "deadline" },
  ],
};

/** The forbidden words in a text of one language: each with what to write instead. Empty for good wording. */
export const strayWords = (text: string, lang: Lang): string[] =>
  strays[lang].flatMap(({ found, instead }) => {
    const at = found.exec(text);
    return at === null ? [] : [`“${text.slice(Math.max(0, at.index - 12), at.index + 20)}”: write ${instead}`];
  });

/** What is read of a page: no tags, a line for each piece of text. */
export const readText = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
