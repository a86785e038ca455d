import type { Outgoing } from "#case/outbox/departures.ts";
import type { PostedMail } from "#case/outbox/posted.ts";
import type { OutboxStore, Unpublished } from "#case/store/outbox-store.ts";
import type { Calendar } from "#clock/calendar.ts";
import { shards } from "#clock/keys.ts";
import { inWorkingHours, minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";

/** Minutes that the stream has to publish what may leave at once, before the redrive does it. */
const patience = 2;

export type RedrivePorts = {
  outbox: Pick<OutboxStore, "unpublished" | "event" | "putOff">;
  mails: { post: (mails: PostedMail[]) => Promise<void> };
  publish: (outgoing: Outgoing, now: Instant, calendar: Calendar) => Promise<void>;
  now: () => Promise<Instant>;
  /** Asked for only when something is to leave. */
  calendar: () => Promise<Calendar>;
};

/** Minutes after which a mail that was posted again, and neither left nor waits anew, is posted once more. */
const lostAfter = 60;

/**
 * Publishes what has come due since it was stored, such as a mail that waited for working hours, and what the stream lost
 * (faults 6, 14 and 32); posts mails again that the mail server did not take (fault 25). The shards go side by side: in the
 * morning it is the mails of a whole night.
 * An event that fails keeps none of the others (fault 13); then the redrive fails, for the alarm.
 * @returns how many events were published and mails posted again.
 */
export const redrive =
  ({ outbox, mails, publish, now, calendar }: RedrivePorts) =>
  async (): Promise<{ published: number }> => {
    const at = await now();
    const lostBefore = minutesLater(at, -patience);
    let published = 0;
    const failed: unknown[] = [];

    let asked: Promise<Calendar> | undefined;
    const present = (): Promise<Calendar> => {
      asked ??= calendar();
      return asked;
    };

    /** A mail that waits for working hours waits for them again when its server has come back at night. */
    const mayLeaveAt = async (mail: PostedMail): Promise<Instant> => {
      if ("digest" in mail) return at;
      const message = (await outbox.event(mail.caseId, mail.seq))?.messages[mail.position];
      const waited = message !== undefined && "notBefore" in message && message.notBefore !== undefined;
      return waited ? inWorkingHours(await present(), at) : at;
    };

    const postAgain = async (mail: PostedMail, outboxAt: Instant): Promise<void> => {
      const leaves = await mayLeaveAt(mail);
      if (leaves === at) await mails.post([mail]);
      await outbox.putOff(mail, outboxAt, leaves === at ? minutesLater(at, lostAfter) : leaves);
      if (leaves === at) published += 1;
    };

    const handOver = async (unpublished: Unpublished): Promise<void> => {
      if ("unreadable" in unpublished) throw unpublished.unreadable;
      if ("mail" in unpublished) return postAgain(unpublished.mail, unpublished.outboxAt);
      const { caseId, seq, outboxAt } = unpublished;
      const event = await outbox.event(caseId, seq);
      if (event === undefined) throw new Error(`${caseId} event ${seq} is in the index but not in the table`);
      const isLeftToStream = outboxAt === event.at && outboxAt >= lostBefore;
      if (isLeftToStream) return;
      await publish({ event, outboxAt }, at, await present());
      published += 1;
    };
    const handOverShard = async (shard: number): Promise<void> => {
      for await (const unpublished of outbox.unpublished(shard, at)) {
        await handOver(unpublished).catch((error: unknown) => failed.push(error));
      }
    };

    const ends = await Promise.allSettled(shards.map(handOverShard));
    for (const end of ends) if (end.status === "rejected") failed.push(end.reason);
    if (failed.length > 0) {
      throw new Error(`${failed.length} failed beside ${published} events that were published`, { cause: failed[0] });
    }
    return { published };
  };
