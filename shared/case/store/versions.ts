import * as z from "zod";
import { CaseEvent, Fact } from "#case/state/event.ts";
import { Instant } from "#ground/instant.ts";
import { Key } from "#record/database.ts";
import { type EventForm, readEvent, type Upcasters } from "#record/versions.ts";

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

/** A mail or a digest that waits in the outbox: the stream gives its row too, and leaves it to the redrive. */
export const StreamedMail = Key.extend({ waitingSince: Instant }).transform(() => undefined);

/** The row of an event in the outbox as the stream gives it. @throws NewerThanThisBuild as `readEvent` does. */
export const StreamedEvent = Key.extend({ event: z.unknown(), outboxAt: Instant }).transform(
  ({ event, outboxAt, ...key }) => ({ event: readEvent(eventForm, key, event), outboxAt }),
);
