import type { Calendar } from "#clock/calendar.ts";
import { inWorkingHours } from "#clock/period.ts";
import { type Instant, later } from "#ground/instant.ts";
import { type Departure, departuresOf, firstOf, type HandedOver, type Outgoing } from "./departures.ts";
import type { Posted } from "./posted.ts";

type Queue = { post: (messages: Posted[]) => Promise<void> };
/** Where an event's place in the outbox is kept. */
type Marks = { markPublished: (id: string, seq: number, handedOver: HandedOver) => Promise<void> };

export type PublishPorts = { outbox: Marks; mails: Queue; signals: Queue };

/**
 * Which of an event's messages leave at a moment. A mail that has waited for working hours leaves in working hours, however
 * late and whatever was announced since; without a `calendar` to tell them by, as on the stream, it stays for whoever has one.
 */
export const leavingAt = ({ event, outboxAt }: Outgoing, until: Instant, calendar?: Calendar): Departure[] => {
  const isOpen = calendar !== undefined && inWorkingHours(calendar, until) === until;
  return departuresOf(event).filter(({ at, waited }) => at <= until && (waited ? isOpen : outboxAt <= at));
};

/**
 * Posts those of an event's messages to their queues whose time has come since `outboxAt`, and leaves the event in the
 * outbox for the others.
 * At least once: a crash between post and mark posts the same messages again, and whoever delivers them knows what was
 * delivered (guarantee 5). An `outboxAt` that the row has left behind since posts nothing that is not due and changes
 * nothing. @param posted those of its messages that have been posted already, in a mail with others.
 */
export const publish =
  ({ outbox, mails, signals }: PublishPorts) =>
  async ({ event, outboxAt }: Outgoing, now: Instant, calendar?: Calendar, posted: readonly Posted[] = []) => {
    const { caseId, seq } = event;
    // What may leave at once does so too when the machine that decided is ahead of this one (fault 28).
    const until = now < event.at ? event.at : now;
    if (outboxAt > until) return;
    const leaving = leavingAt({ event, outboxAt }, until, calendar);
    const isPosted = ({ position }: Departure): boolean => posted.some((one) => one.position === position);
    const postedTo = (queue: Departure["queue"]): Posted[] =>
      leaving
        .filter((departure) => departure.queue === queue && !isPosted(departure))
        .map(({ position }) => ({ caseId, seq, position }));
    await signals.post(postedTo("signals"));
    await mails.post(postedTo("mails"));

    const left = new Set(leaving.map(({ position }) => position));
    const opening = calendar && inWorkingHours(calendar, until);
    const held = departuresOf(event).filter(({ waited, position }) => waited && !left.has(position));
    const next = firstOf(held.map((departure) => ({ ...departure, at: later(departure.at, opening ?? departure.at) })));
    if (next !== outboxAt) await outbox.markPublished(caseId, seq, { from: outboxAt, until, next });
  };
