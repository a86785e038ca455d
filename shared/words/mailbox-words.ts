import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import type { Instant } from "#ground/instant.ts";
import { minuteOver } from "./dates.ts";

/** What came of having the mail sent again that asks whose a mailbox is. */
export const mailboxWords = {
  again: {
    zh: "确认邮件已经重发，一般几分钟内送到。请打开邮件，点“确认邮箱”；收件箱里没有的，请看看垃圾邮件。",
    en: "The email is on its way again; it takes a few minutes as a rule. Please open it and press “Confirm this address”. If it is not in your inbox, please look in the spam folder.",
  },
  "nothing to ask": {
    zh: "邮箱现在不用确认，没有重发邮件。请看下面的最新情况。",
    en: "There is nothing to confirm now, so no email was sent. Please see below how things stand.",
  },
} satisfies Record<string, Bilingual>;

/** Why another address is not taken now: it may be a stranger's, who would get a mail. */
export const newAddressWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) => `确认邮件刚刚发过，邮箱请在${minuteOver(until, now, "zh")}以后再改；电话现在就可以改`,
  en: ({ until, now }) =>
    `An email was sent only just now, so please change the address after ${minuteOver(until, now, "en")}; the phone number can be changed at once`,
};

/** Why the mail is not sent again now: it may be a stranger's mailbox. */
export const mailboxWaitWords: BilingualSentence<{ until: Instant; now: Instant }> = {
  zh: ({ until, now }) =>
    `确认邮件刚刚发过，请先查收，也看看垃圾邮件；需要再发的，请在${minuteOver(until, now, "zh")}以后再点。没有邮件，也能在本页看到所有进展。`,
  en: ({ until, now }) =>
    `The email was sent only just now: please look for it first, in the spam folder too. It can be sent again after ${minuteOver(until, now, "en")}. Everything can be read here without it.`,
};
