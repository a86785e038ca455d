import * as z from "zod";
import { Instant } from "#clock/instant.ts";
import { CaseEvent } from "./event.ts";

/** An event in the outbox. `outboxAt` is the moment from which its next messages may leave. */
export const Outgoing = z.object({ event: CaseEvent, outboxAt: Instant });
export type Outgoing = z.infer<typeof Outgoing>;

/** A message on its way to a queue: its place in the event, and the moment from which it may leave. */
export type Departure = { queue: "mails" | "signals"; position: number; at: Instant };

/** The messages of an event that leave for a queue. A notice does not: it waits in the table for a digest to take it. */
export const departuresOf = ({ at, messages }: Pick<CaseEvent, "at" | "messages">): Departure[] =>
  messages.flatMap((message, position): Departure[] => {
    if (message.kind === "notice") return [];
    if (message.kind === "start" || message.kind === "signal") return [{ queue: "signals", position, at }];
    return [{ queue: "mails", position, at: message.notBefore ?? at }];
  });

/** The moment from which the first of some messages may leave; `undefined` when there are none. */
export const firstOf = (departures: readonly Departure[]): Instant | undefined =>
  departures.map(({ at }) => at).toSorted()[0];
