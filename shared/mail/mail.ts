/** What a mail says; the plain text says the same as the HTML. */
export type MailText = { subject: string; html: string; text: string };

/** A mail ready to leave. */
export type Mail = MailText & { from: string; to: string; headers: Record<string, string> };

/** Hands mails to a server that delivers them. Both transports fail without naming the address in the error. */
export type MailPort = { send: (mail: Mail) => Promise<void> };

type MailAddresses = {
  /** As in `回音 <huiyin@example.gov.cn>`. */
  from: string;
  to: string;
  /** Names this mail among all: the same mail sent again is recognised by it. */
  key: string;
};

/** Addresses a mail, marks it as written by a machine, and names it so that servers drop what comes twice. */
export const addressed = (written: MailText, { from, to, key }: MailAddresses): Mail => ({
  ...written,
  from,
  to,
  headers: {
    "Message-ID": `<${key}@${/@([^\s>]+)/.exec(from)?.[1] ?? "huiyin"}>`,
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
  },
});
