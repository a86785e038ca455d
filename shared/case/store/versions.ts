import * as z from "zod";
import type { LeavingEvent } from "#case/outbox/departures.ts";
import { CaseEvent, Fact } from "#case/state/event.ts";
import { Instant } from "#ground/instant.ts";
import { Key } from "#record/database.ts";
import { type EventForm, readEvent, type Upcasters } from "#record/versions.ts";
import { EntryEvent, EntryFact } from "#register/entry.ts";
import { entryOfPartition } from "./keys.ts";

type Option = (typeof Fact)["options"][number];
type Fork = Extract<Option, { options: readonly unknown[] }>;
type Leaf = Exclude<Option, Fork> | Fork["options"][number];

const leavesOf = (option: Option): readonly Leaf[] => ("options" in option ? option.options : [option]);

/** How older forms of a case's events become today's; none has had another form yet. */
const upcasters: Upcasters = { events: [], facts: {} };

/** How the events of a case are read. */
export const eventForm: EventForm<typeof CaseEvent> = {
  form: CaseEvent,
  types: new Set(Fact.options.flatMap(leavesOf).map((leaf) => leaf.shape.type.value)),
  upcasters,
};

/** How the events of an entry of any register are read. */
export const entryEventForm: EventForm<typeof EntryEvent> = {
  form: EntryEvent,
  types: new Set(EntryFact.options.map((leaf) => leaf.shape.type.value)),
  upcasters,
};

/** Reads what an event has to leave, by the kind of record that its key names. @throws as `readEvent` does */
export const readLeaving = (key: Key, stored: unknown): LeavingEvent => {
  if (entryOfPartition(key.pk) === undefined) return readEvent(eventForm, key, stored);
  const { entry, ...event } = readEvent(entryEventForm, key, stored);
  return { ...event, caseId: entry };
};

/** A mail or a digest that waits in the outbox: the stream gives its row too, and leaves it to the redrive. */
export const StreamedMail = Key.extend({ waitingSince: Instant }).transform(() => undefined);

/** The row of an event in the outbox, of whatever record, as the stream gives it. @throws NewerThanThisBuild as `readEvent` does. */
export const StreamedEvent = Key.extend({ event: z.unknown(), outboxAt: Instant }).transform(
  ({ event, outboxAt, ...key }) => ({ event: readLeaving(key, event), outboxAt }),
);
