import type { Outgoing } from "#case/outbox/departures.ts";
import type { Posted, PostedMail, PostedTogether } from "#case/outbox/posted.ts";
import { leavingAt } from "#case/outbox/publish.ts";
import { joinsOthers } from "#case/outbox/together.ts";
import { gatheringMinutes } from "#case/state/message.ts";
import type { OutboxStore, Unpublished } from "#case/store/outbox-store.ts";
import type { Calendar } from "#clock/calendar.ts";
import { shards } from "#clock/keys.ts";
import { inWorkingHours, minutesLater } from "#clock/period.ts";
import { type Instant, later } from "#ground/instant.ts";
import { type GatheredMails, type JoiningMail, postTogether } from "./gathered.ts";

/** Minutes that the stream has to publish what may leave at once, before the redrive does it. */
const patience = 2;

export type RedrivePorts = {
  outbox: Pick<OutboxStore, "unpublished" | "leaving" | "putOff">;
  mails: { post: (mails: (PostedMail | PostedTogether)[]) => Promise<void> };
  publish: (outgoing: Outgoing, now: Instant, calendar: Calendar, posted?: readonly Posted[]) => Promise<void>;
  now: () => Promise<Instant>;
  /** Asked for only when something is to leave. */
  calendar: () => Promise<Calendar>;
};

/** Minutes after which a mail that was posted again, and neither left nor waits anew, is posted once more. */
const lostAfter = 60;

/**
 * Publishes what has come due since it was stored, such as a mail that waited for working hours, and what the stream lost
 * (faults 6, 14 and 32); posts mails again that the mail server did not take (fault 25). The shards go side by side: in the
 * morning it is the mails of a whole night. What has come to one person by itself is posted as one mail, with what came
 * so lately that it would still wait; each event leaves the outbox when that is posted.
 * An event that fails keeps none of the others (fault 13); then the redrive fails, for the alarm.
 * @returns how many events were published and mails posted again.
 */
export const redrive =
  ({ outbox, mails, publish, now, calendar }: RedrivePorts) =>
  async (): Promise<{ published: number }> => {
    const at = await now();
    const soon = minutesLater(at, gatheringMinutes);
    const lostBefore = minutesLater(at, -patience);
    let published = 0;
    const failed: unknown[] = [];
    const gathered: GatheredMails[] = [];

    let asked: Promise<Calendar> | undefined;
    const present = (): Promise<Calendar> => {
      asked ??= calendar();
      return asked;
    };

    const postAgain = async (mail: PostedMail, outboxAt: Instant): Promise<void> => {
      const message =
        "digest" in mail ? undefined : (await outbox.leaving(mail.caseId, mail.seq))?.messages[mail.position];
      // A mail that waits for working hours waits for them again when its server has come back at night.
      const waited = message !== undefined && "notBefore" in message && message.notBefore !== undefined;
      const leaves = waited ? inWorkingHours(await present(), at) : at;
      if (leaves !== at) return outbox.putOff(mail, outboxAt, leaves);
      const posted = (): Promise<void> => outbox.putOff(mail, outboxAt, minutesLater(at, lostAfter));
      if ("caseId" in mail && joinsOthers(message)) {
        gathered.push({ mails: [{ to: message.to, posted: mail }], isDue: true, posted });
        return;
      }
      await mails.post([mail]);
      await posted();
      published += 1;
    };

    const publishEvent = async (entry: Extract<Unpublished, { seq: number }>): Promise<void> => {
      const { caseId, seq, outboxAt } = entry;
      const event = await outbox.leaving(caseId, seq);
      if (event === undefined) throw new Error(`${caseId} event ${seq} is in the index but not in the table`);
      const isLeftToStream = outboxAt === event.at && outboxAt >= lostBefore;
      if (isLeftToStream) return;
      const [outgoing, moment] = [{ event, outboxAt }, later(outboxAt, at)];
      const joining = leavingAt(outgoing, moment, await present()).flatMap(({ position }): JoiningMail[] => {
        const message = event.messages[position];
        return joinsOthers(message) ? [{ to: message.to, posted: { caseId, seq, position } }] : [];
      });
      const isDue = outboxAt <= at;
      const leave = async (): Promise<void> =>
        publish(
          outgoing,
          moment,
          await present(),
          joining.map(({ posted }) => posted),
        );
      if (joining.length > 0) gathered.push({ mails: joining, isDue, posted: leave });
      else if (isDue) {
        await leave();
        published += 1;
      }
    };

    const handOver = async (unpublished: Unpublished): Promise<void> => {
      if ("unreadable" in unpublished) throw unpublished.unreadable;
      if ("seq" in unpublished) await publishEvent(unpublished);
      else if (unpublished.outboxAt <= at) await postAgain(unpublished.mail, unpublished.outboxAt);
    };
    const handOverShard = async (shard: number): Promise<void> => {
      for await (const unpublished of outbox.unpublished(shard, soon)) {
        await handOver(unpublished).catch((error: unknown) => failed.push(error));
      }
    };

    const ends = await Promise.allSettled(shards.map(handOverShard));
    for (const end of ends) if (end.status === "rejected") failed.push(end.reason);

    const together = await postTogether(gathered, mails.post);
    published += together.done;
    failed.push(...together.failed);
    if (failed.length > 0) {
      throw new Error(`${failed.length} failed beside ${published} events that were published`, { cause: failed[0] });
    }
    return { published };
  };
