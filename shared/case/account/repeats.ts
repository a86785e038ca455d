import type { CaseEvent } from "#case/state/event.ts";
import type { Instant } from "#ground/instant.ts";

/** An event, and how often a clock said the same again later. `last` is when it did so for the last time. */
export type Repeated = { event: CaseEvent; again: number; last: Instant };

const again = (entry: Repeated, last: Instant): Repeated => ({ ...entry, again: entry.again + 1, last });
/** What only the first of a clock's rings passes over makes no difference to what it says. */
const says = ({ by, fact }: CaseEvent): string => JSON.stringify([by, { ...fact, passedOver: undefined }]);

/** A history in which all that a clock said more than once, such as a daily reminder, is one entry: where it began. */
export const withoutRepeats = (events: readonly CaseEvent[]): Repeated[] => {
  const entries = new Map<string, Repeated>();
  for (const event of events) {
    const key = event.by.kind === "clock" ? says(event) : String(event.seq);
    const before = entries.get(key);
    entries.set(key, before === undefined ? { event, again: 0, last: event.at } : again(before, event.at));
  }
  return [...entries.values()];
};
