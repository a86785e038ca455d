import type { Instant } from "#clock/instant.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { type Departure, departuresOf, firstOf, type Outgoing } from "./outgoing.ts";
import type { Posted } from "./posted.ts";

type Queue = { post: (messages: Posted[]) => Promise<void> };

export type PublishPorts = { outbox: Pick<OutboxStore, "markPublished">; mails: Queue; signals: Queue };

/**
 * Posts those of an event's messages to their queues whose time has come since `outboxAt`, and leaves the event in the
 * outbox for the others. At least once: a crash between post and mark posts the same messages again, and whoever
 * delivers them knows what was delivered (guarantee 5). An `outboxAt` that the row has left behind since posts nothing
 * that is not due and changes nothing.
 */
export const publish =
  ({ outbox, mails, signals }: PublishPorts) =>
  async ({ event, outboxAt }: Outgoing, now: Instant): Promise<void> => {
    const { caseId, seq } = event;
    // What may leave at once does so too when the machine that decided is ahead of this one (fault 28).
    const until = now < event.at ? event.at : now;
    if (outboxAt > until) return;
    const departures = departuresOf(event);
    const due = departures.filter(({ at }) => outboxAt <= at && at <= until);
    const dueFor = (queue: Departure["queue"]): Posted[] =>
      due.filter((departure) => departure.queue === queue).map(({ position }) => ({ caseId, seq, position }));
    await signals.post(dueFor("signals"));
    await mails.post(dueFor("mails"));
    const next = firstOf(departures.filter(({ at }) => at > until));
    await outbox.markPublished(caseId, seq, { from: outboxAt, until, next });
  };
