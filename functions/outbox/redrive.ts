import type { CaseEvent } from "#case/event.ts";
import type { OutboxStore } from "#case/outbox-store.ts";
import type { Instant } from "#clock/instant.ts";
import { shards } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";

/** Minutes that the stream has to publish an event before it is looked for. */
const patience = 2;
const perShard = 100;

/**
 * Publishes again what the stream lost: events whose messages have not left in time (faults 6, 14 and 32).
 * An event that fails keeps none of the others (fault 13); then the redrive fails, for the alarm.
 * @returns how many events were published.
 */
export const redrive =
  (ports: {
    outbox: Pick<OutboxStore, "unpublished" | "event">;
    publish: (event: CaseEvent) => Promise<void>;
    now: () => Promise<Instant>;
  }) =>
  async (): Promise<{ published: number }> => {
    const before = minutesLater(await ports.now(), -patience);
    let published = 0;
    const failed: unknown[] = [];
    for (const shard of shards) {
      for (const { caseId, seq } of await ports.outbox.unpublished(shard, before, perShard)) {
        try {
          const event = await ports.outbox.event(caseId, seq);
          if (event === undefined) throw new Error(`${caseId} event ${seq} is in the index but not in the table`);
          await ports.publish(event);
          published += 1;
        } catch (error) {
          failed.push(error);
        }
      }
    }
    if (failed.length > 0) {
      throw new Error(`${failed.length} of ${failed.length + published} events were not published`, {
        cause: failed[0],
      });
    }
    return { published };
  };
