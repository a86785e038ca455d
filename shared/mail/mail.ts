import type { Bounced } from "#case/outbox/posted.ts";
import { mailTag } from "./mail-tag.ts";

/** What a mail says; the plain text says the same as the HTML. */
export type MailText = { subject: string; html: string; text: string };

/** A mail ready to leave. */
export type Mail = MailText & {
  from: string;
  to: string;
  headers: Record<string, string>;
  /** Names it to a transport that tells later what has become of it. */
  tag: string;
};

/**
 * The mail cannot leave now, through no fault of its own: the server is not there, or is busy, or has shut us out. It is
 * to be kept and tried again, however long that takes.
 */
export class MailNotNow extends Error {
  override name = "MailNotNow";
  /** Whether no other mail would leave either. */
  readonly isOutage: boolean;
  constructor(message: string, { isOutage }: { isOutage: boolean }) {
    super(message);
    this.isOutage = isOutage;
  }
}

/** The address does not exist or takes no mail: trying again is of no use to anybody. */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

/**
 * Hands mails to a server that delivers them. Both transports fail without naming the address in the error.
 * @throws MailNotNow; AddressRefused; any other error is the mail's own.
 */
export type MailPort = { send: (mail: Mail) => Promise<void> };

type MailAddresses = {
  /** As in `回音 <huiyin@example.gov.cn>`. */
  from: string;
  to: string;
  /** Names this mail among all: the same mail sent again is recognised by it. */
  key: string;
  /** What is to be done when it bounces after it has left. */
  bounced: Bounced;
};

/** Addresses a mail, marks it as written by a machine, and names it so that servers drop what comes twice. */
export const addressed = (written: MailText, { from, to, key, bounced }: MailAddresses): Mail => ({
  ...written,
  from,
  to,
  tag: mailTag(bounced),
  headers: {
    "Message-ID": `<${key}@${/@([^\s>]+)/.exec(from)?.[1] ?? "huiyin"}>`,
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
  },
});
