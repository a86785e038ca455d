import { districtDate } from "#clock/period.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import { type Instant, secondsLater } from "#ground/instant.ts";
import { momentWords } from "./dates.ts";

/** Why the six digits of a task link were not taken. */
export const codeWords = {
  noDigits: {
    zh: "请输入邮件里的 6 位数字",
    en: "Please type the 6 digits from the mail",
  },
  wrongDigits: {
    zh: "数字不对，请核对邮件里的 6 位数字后重新输入",
    en: "These are not the right digits; please check the 6 digits in the mail and type them again",
  },
} satisfies Record<string, Bilingual>;

/** Why digits are not compared now, and what helps. */
export const digitsWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) => `输错的次数太多，请在 ${minuteOver(until, now, "zh")}以后再试，或者用下面的按钮要一个新链接`,
  en: ({ until, now }) =>
    `Too many wrong digits; please try again after ${minuteOver(until, now, "en")}, or ask for a new link below`,
};

/** The full minute at which a wait is surely over. */
const minuteOver = (until: Instant, now: Instant, lang: Lang): string =>
  momentWords(secondsLater(until, 59), lang, districtDate(now));

/** Why a petition cannot be shown: the same words whatever part of the key is wrong. */
export const wrongKeyWords: Bilingual = {
  zh: "查询码或手机号后四位不对，请核对回执后重新输入",
  en: "The query code or the four digits are not right; please check your receipt and try again",
};
