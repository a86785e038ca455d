import { MailDev } from "maildev";

export type MailboxOptions = {
  /** Where mail is handed in. */
  smtpPort: number;
  /** Where mail is read. */
  webPort: number;
  /** Mail is kept here as files and shown again by the next mailbox. */
  directory: string;
};

export type Mailbox = {
  /** The address for mail transports. */
  smtpUrl: string;
  stop: () => Promise<void>;
};

/** Starts a mail server on loopback that delivers nothing and shows every mail on a web page instead. */
export const startMailbox = async ({ smtpPort, webPort, directory }: MailboxOptions): Promise<Mailbox> => {
  const mailbox = new MailDev({
    smtp: smtpPort,
    ip: "127.0.0.1",
    web: webPort,
    webIp: "127.0.0.1",
    mailDirectory: directory,
    silent: true,
  });
  await mailbox.start();
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, stop: () => mailbox.stop() };
};
