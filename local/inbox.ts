import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";

const Address = z.object({ address: z.string() });

/** A mail as the mailbox shows it. */
export const Mail = z.object({
  id: z.string(),
  time: z.string(),
  subject: z.string(),
  from: z.array(Address),
  to: z.array(Address),
  text: z.string().default(""),
  html: z.string().default(""),
});
export type Mail = z.infer<typeof Mail>;

/** Reads the local district's mailbox, oldest mail first. */
export const inboxAt = (mailbox: string) => {
  const list = async (to?: string): Promise<Mail[]> => {
    const reply = await fetch(`${mailbox}/api/email`);
    const mails = z.array(Mail).parse(await reply.json());
    return to === undefined ? mails : mails.filter((mail) => mail.to.some(({ address }) => address === to));
  };
  return {
    list,
    /** Waits for a mail to a person that fits, the newest when there are several; 30 seconds unless told otherwise. */
    waitFor: async (to: string, fits: (mail: Mail) => boolean = () => true, seconds = 30): Promise<Mail> => {
      const giveUp = Date.now() + seconds * 1000;
      for (;;) {
        const mails = await list(to);
        const found = mails.findLast(fits);
        if (found) return found;
        if (Date.now() > giveUp) {
          throw new Error(`No such mail to ${to}; there are: ${mails.map(({ subject }) => subject).join(" | ")}`);
        }
        await sleep(100);
      }
    },
  };
};
