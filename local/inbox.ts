import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";

const Address = z.object({ address: z.string() });

/** A mail as the mailbox shows it. */
export const ReceivedMail = z.object({
  id: z.string(),
  time: z.string(),
  subject: z.string(),
  from: z.array(Address),
  to: z.array(Address),
  text: z.string().default(""),
  html: z.string().default(""),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** Reads the local district's mailbox, oldest mail first. */
export const inboxAt = (mailbox: string) => {
  const list = async (to?: string): Promise<ReceivedMail[]> => {
    const reply = await fetch(`${mailbox}/api/email`);
    const mails = z.array(ReceivedMail).parse(await reply.json());
    return to === undefined ? mails : mails.filter((mail) => mail.to.some(({ address }) => address === to));
  };
  return {
    list,
    /** Waits for a mail to a person that fits, the newest when there are several; 30 seconds unless told otherwise. */
    waitFor: async (
      to: string,
      fits: (mail: ReceivedMail) => boolean = () => true,
      seconds = 30,
    ): Promise<ReceivedMail> => {
      const giveUp = Date.now() + seconds * 1000;
      for (;;) {
        const mails = await list(to);
        const found = mails.findLast(fits);
        if (found) return found;
        if (Date.now() > giveUp) {
          throw new Error(`No such email to ${to}; there are: ${mails.map(({ subject }) => subject).join(" | ")}`);
        }
        await sleep(100);
      }
    },
  };
};
