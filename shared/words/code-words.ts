import type { Bilingual } from "#ground/bilingual.ts";

/** Why the six digits of a task link were not taken. */
export const codeWords: Record<"wrongCode" | "noTriesLeft", Bilingual> = {
  wrongCode: {
    zh: "数字不对，请核对邮件里的 6 位数字后重新输入",
    en: "These are not the right digits; please check the 6 digits in the mail and type them again",
  },
  noTriesLeft: {
    zh: "今天输错的次数太多，请明天再试，或者联系信访局值班人员",
    en: "Too many tries for today; please try again tomorrow, or call the duty officer of the petition office",
  },
};

/** Why a petition cannot be shown: the same words whatever part of the key is wrong. */
export const wrongKeyWords: Bilingual = {
  zh: "查询码或手机号后四位不对，请核对回执后重新输入",
  en: "The query code or the four digits are not right; please check your receipt and try again",
};
