import type { Outgoing } from "#case/outbox/departures.ts";
import type { OutboxStore, Unpublished } from "#case/store/outbox-store.ts";
import type { Calendar } from "#clock/calendar.ts";
import { shards } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import type { Instant } from "#ground/instant.ts";

/** Minutes that the stream has to publish what may leave at once, before the redrive does it. */
const patience = 2;

export type RedrivePorts = {
  outbox: Pick<OutboxStore, "unpublished" | "event">;
  publish: (outgoing: Outgoing, now: Instant, calendar: Calendar) => Promise<void>;
  now: () => Promise<Instant>;
  /** Asked for only when something is to leave. */
  calendar: () => Promise<Calendar>;
};

/**
 * Publishes what has come due since it was stored, such as a mail that waited for working hours, and what the stream lost
 * (faults 6, 14 and 32). The shards go side by side: in the morning it is the mails of a whole night.
 * An event that fails keeps none of the others (fault 13); then the redrive fails, for the alarm.
 * @returns how many events were published.
 */
export const redrive =
  ({ outbox, publish, now, calendar }: RedrivePorts) =>
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

    const handOver = async (unpublished: Unpublished): Promise<void> => {
      if ("unreadable" in unpublished) throw unpublished.unreadable;
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
