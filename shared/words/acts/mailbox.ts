import type { mailboxFacts } from "#case/state/facts/mailbox.ts";
import type { ClockLines, Deeds, Sentences } from "./matter-words.ts";

/** 邮箱确认: what was done, in a word or two. */
export const mailboxDeeds = {
  mailboxAskedAgain: { zh: "重发确认邮件", en: "confirmation email sent again" },
} satisfies Deeds<typeof mailboxFacts>;

/** 邮箱确认: what petitioners read about each fact. */
export const mailboxToPetitioners = {
  mailboxAskedAgain: {
    zh: () => "您请求重发了邮箱确认邮件。",
    en: () => "You had the email sent again that asks you to confirm your address.",
  },
} satisfies Sentences<typeof mailboxFacts>;

/** 邮箱确认: what the office reads about each fact. */
export const mailboxToOffice = {
  mailboxAskedAgain: {
    zh: () => "信访人请求重发了邮箱确认邮件。",
    en: () => "The petitioner had the email sent again that asks them to confirm their address.",
  },
} satisfies Sentences<typeof mailboxFacts>;

/** 邮箱确认: what lists of clocks say of each fact. */
export const mailboxOnClocks = {
  mailboxAskedAgain: "never",
} satisfies ClockLines<typeof mailboxFacts>;
