import type { Message } from "#case/state/message.ts";
import type { RecordId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import type { EntryMail } from "#register/entry.ts";

/** A stored event, of whatever record, as far as its messages leave through the outbox. */
export type LeavingEvent = {
  caseId: RecordId;
  seq: number;
  at: Instant;
  hash: string;
  messages: readonly (Message | EntryMail)[];
};

/** An event in the outbox. `outboxAt` is the moment from which its next messages may leave. */
export type Outgoing = { event: LeavingEvent; outboxAt: Instant };

/** A message on its way to a queue: its place in the event, the moment from which it may leave, and whether it waited. */
export type Departure = { queue: "mails" | "signals"; position: number; at: Instant; waited: boolean };

/** The messages that might leave from `from` to `until` have been handed over; of the others, the first may at `next`. */
export type HandedOver = { from: Instant; until: Instant; next: Instant | undefined };

/** The messages of an event that leave for a queue. A notice does not: it waits in the table for a digest to take it. */
export const departuresOf = ({ at, messages }: Pick<LeavingEvent, "at" | "messages">): Departure[] =>
  messages.flatMap((message, position): Departure[] => {
    if (message.kind === "notice") return [];
    if (message.kind === "start" || message.kind === "signal" || message.kind === "carry") {
      return [{ queue: "signals", position, at, waited: false }];
    }
    const notBefore = message.kind === "dutyMail" ? undefined : message.notBefore;
    return [{ queue: "mails", position, at: notBefore ?? at, waited: notBefore !== undefined }];
  });

/** The moment from which the first of some messages may leave; `undefined` when there are none. */
export const firstOf = (departures: readonly Departure[]): Instant | undefined =>
  departures.map(({ at }) => at).toSorted()[0];
