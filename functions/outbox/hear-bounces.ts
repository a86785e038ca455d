import * as z from "zod";
import type { Bounced } from "#case/outbox/posted.ts";
import { readMailTag } from "#mail/mail-tag.ts";
import { sesTag } from "#mail/ses-tag.ts";

/**
 * What SES tells through EventBridge of a mail that it had taken, as far as it is read: never whose address it was.
 * Source: "Contents of event data" in the developer guide of SES; in EventBridge it is the `detail` of the event.
 */
export const SesEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    bounce: z.object({ bounceType: z.string() }).optional(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
  }),
});
export type SesEvent = z.infer<typeof SesEvent>;

/** What was made of it. `passing`: a mailbox that is full, a server that is away; `not ours`: no mail that we named. */
export type Heard = "posted" | "passing" | "not ours";

/**
 * Has the mailer note that an address takes no mail, when SES tells so after the mail has left: for good (`Permanent`), or
 * since its reader complained. What SES calls `Transient` or `Undetermined` may be over by the next mail.
 */
export const hearBounces =
  ({ mails }: { mails: { post: (bounced: Bounced[]) => Promise<void> } }) =>
  async ({ detail: { eventType, bounce, mail } }: SesEvent): Promise<Heard> => {
    const isForGood = eventType === "Bounce" ? bounce?.bounceType === "Permanent" : eventType === "Complaint";
    if (!isForGood) return "passing";
    const bounced = readMailTag(mail.tags[sesTag]?.[0] ?? "");
    if (bounced === undefined) return "not ours";
    await mails.post([bounced]);
    return "posted";
  };
