import * as z from "zod";
import type { Key } from "./database.ts";
import { NewerThanThisBuild, readRow } from "./row.ts";

/** Makes the next form of a stored thing out of an older one. */
export type Upcast = (older: Record<string, unknown>) => Record<string, unknown>;

/**
 * How older forms become today's. The n-th upcaster makes form n + 1 out of form n, so that today's form is one more than
 * there are upcasters. `events` are those of the whole event, by its `v`; `facts` those of one type of fact each, by the
 * fact's own `v`. A fact without `v` has its type's first form.
 */
export type Upcasters = { events: readonly Upcast[]; facts: Readonly<Record<string, readonly Upcast[]>> };

/** How events of a kind are read: their form today, the types of fact that this build knows, and what older forms become. */
export type EventForm<Event extends z.ZodType> = {
  form: Event;
  types: ReadonlySet<string>;
  upcasters: Upcasters;
};

/** What every stored event has had since the first form, so that it can be told what it is. */
const Envelope = z.looseObject({
  v: z.int().positive(),
  fact: z.looseObject({ type: z.string(), v: z.int().positive().default(1) }),
});

const at = ({ pk, sk }: Key): string => `${pk} / ${sk}`;

/** One form after the other, up to today's. */
const raised = (older: Record<string, unknown>, from: number, upcasters: readonly Upcast[]): Record<string, unknown> =>
  upcasters.slice(from - 1).reduce((value, upcast, i) => ({ ...upcast(value), v: from + i + 1 }), older);

/**
 * Reads a stored event as an event of today: older forms through the upcasters, without the fields that nobody knows.
 * The hash of what was read is that of what was stored, which is what a chain is verified by.
 * @throws NewerThanThisBuild when its type is unknown, or its form later than today's; UnreadableRow when it does not fit.
 */
export const readEvent = <Event extends z.ZodType>(
  { form, types, upcasters }: EventForm<Event>,
  key: Key,
  stored: unknown,
): z.output<Event> => {
  const { data: envelope } = Envelope.safeParse(stored);
  if (envelope === undefined) return readRow(form, key, stored);

  if (envelope.v > upcasters.events.length + 1) {
    throw new NewerThanThisBuild(`${at(key)}: an event of form ${envelope.v}`);
  }
  const isOldEvent = envelope.v <= upcasters.events.length;
  const { fact, ...event } = isOldEvent ? Envelope.parse(raised(envelope, envelope.v, upcasters.events)) : envelope;
  const ofType = upcasters.facts[fact.type] ?? [];
  if (!types.has(fact.type)) throw new NewerThanThisBuild(`${at(key)}: a fact of the type "${fact.type}"`);
  if (fact.v > ofType.length + 1) {
    throw new NewerThanThisBuild(`${at(key)}: a fact of the type "${fact.type}" in form ${fact.v}`);
  }
  if (!isOldEvent && ofType.length === 0) return readRow(form, key, stored);
  const { v, ...raisedFact } = raised(fact, fact.v, ofType);
  // A first form has no `v`: it would be a field that its schema does not know.
  return readRow(form, key, { ...event, fact: v === 1 ? raisedFact : { ...raisedFact, v } });
};
