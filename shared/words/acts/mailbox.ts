import type { mailboxFacts } from "#case/state/facts/mailbox.ts";
import type { Deeds, MatterWords } from "./matter-words.ts";

/** 邮箱确认: what was done, in a word or two. */
export const mailboxDeeds = {
  mailboxAskedAgain: { zh: "重发确认邮件", en: "confirmation mail sent again" },
} satisfies Deeds<typeof mailboxFacts>;

/** 邮箱确认: what is said about it. */
export const mailboxWords = {
  acts: {},
  facts: {
    mailboxAskedAgain: {
      petitioner: {
        zh: () => "您请求重发了邮箱确认邮件。",
        en: () => "You had the mail sent again that asks you to confirm your address.",
      },
      office: {
        zh: () => "信访人请求重发了邮箱确认邮件。",
        en: () => "The petitioner had the mail sent again that asks them to confirm their address.",
      },
      clock: "never",
    },
  },
} satisfies MatterWords<typeof mailboxFacts>;
