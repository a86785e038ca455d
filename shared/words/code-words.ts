import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { minuteOver } from "./dates.ts";

/** Why the six digits of a task link were not taken. */
export const codeWords = {
  noDigits: {
    zh: "请输入邮件里的验证码",
    en: "Please type the 6 digits from the email",
  },
  wrongDigits: {
    zh: "验证码不对，请核对邮件里的验证码后重新输入",
    en: "These are not the right digits; please check the 6 digits in the email and type them again",
  },
} satisfies Record<string, Bilingual>;

/** Why digits are not compared now, and what helps. */
export const digitsWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) => `输错次数过多，请在${minuteOver(until, now, "zh")}以后再试，或者用下面的按钮要一个新链接`,
  en: ({ until, now }) =>
    `Too many wrong digits; please try again after ${minuteOver(until, now, "en")}, or ask for a new link below`,
};

/** Why a petition cannot be shown: the same words whatever part of the key is wrong. */
export const wrongKeyWords: Bilingual = {
  zh: "查询码或号码不对，请核对回执后重新输入",
  en: "The query code or the number is not right; please check your receipt and try again",
};

/** Why an agent's key opens nothing. */
export const agencyOverWords: Bilingual = {
  zh: "您的代理已经结束：信访人撤销了代理，或者事项已经办结。有疑问的，请问信访人本人",
  en: "You act for the petitioner no longer: they have revoked it, or the case has ended. With questions, please ask the petitioner",
};

/** What whoever has handed a petition over reads: their key opens another page from now on. */
export const handedOverWords: Bilingual = {
  zh: "诉求已经移交，您现在是联名人。请到“我联名的诉求”页，用原来的查询码和号码查看；不想再联名的，可以在那里退出",
  en: "The petition is handed over, and you are one of those who have joined it. See it on “A petition that you have joined” with the code and the number that you have; there you can leave it as well",
};

/** What an agent reads whose act has ended the case, and their part in it. */
export const agencyDoneWords: Bilingual = {
  zh: "您代办的已经生效，事项已经办结，您的代理也就结束了",
  en: "What you did for the petitioner counts. The case has ended, and with it your part in it",
};

/** Why the key is asked for again: what was opened with it is no longer kept on this device. */
export const forgottenWords: Bilingual = {
  zh: "为保护您，打开过的页面在这台设备上只保留两小时。请重新输入查询码和号码，什么都没有丢失。",
  en: "To protect you, what you opened stays open on this device for two hours only. Please enter the query code and your number again; nothing is lost.",
};

/** Why the number is asked for once more: it is one that somebody chose, which no receipt shows. */
export const ownNumberWords: Bilingual = {
  zh: "要交照片或者 PDF，请再填一次您自定的完整号码：回执上不印这个号码。",
  en: "To send a photo or a PDF, please enter the whole number that you chose once more: the receipt does not show it.",
};

type Wait = { until: Instant; now: Instant };

/** Why a key is not tried now, and what helps: the whole number is counted apart. */
export const waitWords: BilingualSentence<Wait> = {
  zh: ({ until, now }) => `尝试次数过多，请在${minuteOver(until, now, "zh")}以后再试；填完整的号码，通常现在就能查询`,
  en: ({ until, now }) =>
    `There were too many tries; please try again after ${minuteOver(until, now, "en")}. With your whole number you can as a rule go on now`,
};

/** Why a decision was not taken: what is wrong with the whole number that was typed for it. */
export const unprovenWords = {
  missing: {
    zh: "请填写完整的号码：您登记的电话号码，或者您自定的号码；没有留号码的，填完整的编号",
    en: "Enter the whole number: that of your phone, as it is registered, or the one that you chose; if you left none, the petition’s whole number",
  },
  notAPhone: {
    zh: "这里要填完整的号码，后四位不够",
    en: "The whole number is needed here; its last four digits are not enough",
  },
  wrong: {
    zh: "和登记的号码不一样，请核对后重新输入",
    en: "This is not the number that is registered; please check it and type it again",
  },
} satisfies Record<string, Bilingual>;

/** Why a whole number is not compared now. */
export const unprovenWaitWords: BilingualSentence<Wait> = {
  zh: ({ until, now }) => `号码输入次数过多，请在${minuteOver(until, now, "zh")}以后再试`,
  en: ({ until, now }) =>
    `There were too many tries at the number; please try again after ${minuteOver(until, now, "en")}`,
};

/** Why a petition is not registered now: too many came from one place, or name one address. */
export const waitToFileWords: Record<"network" | "mailbox", BilingualSentence<Wait>> = {
  network: {
    zh: ({ until, now }) =>
      `刚才从同一个网络提交的诉求太多。您填写的内容都在，请在${minuteOver(until, now, "zh")}以后再点“提交诉求”`,
    en: ({ until, now }) =>
      `Many petitions came from the same network just now. What you typed is kept; please press “File the petition” again after ${minuteOver(until, now, "en")}`,
  },
  mailbox: {
    zh: ({ until, now }) =>
      `今天留这个邮箱的诉求太多，请留空后提交（凭查询码照样能查询），或者在${minuteOver(until, now, "zh")}以后再提交`,
    en: ({ until, now }) =>
      `Too many petitions name this address today; leave it empty (the query code still shows you everything), or file after ${minuteOver(until, now, "en")}`,
  },
};
