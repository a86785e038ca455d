import type { Instant } from "#clock/instant.ts";
import type { CaseEvent } from "./event.ts";

/** An event, and how often a clock said the same again right after it. `last` is when it did so for the last time. */
export type Repeated = { event: CaseEvent; again: number; last: Instant };

const says = ({ by, fact }: CaseEvent): string => JSON.stringify([by, fact]);

/** A history in which what a clock said several times in a row, such as a daily reminder, is one entry. */
export const withoutRepeats = (events: readonly CaseEvent[]): Repeated[] => {
  const entries: Repeated[] = [];
  for (const event of events) {
    const before = entries.at(-1);
    if (before !== undefined && event.by.kind === "clock" && says(before.event) === says(event)) {
      entries.splice(-1, 1, { ...before, again: before.again + 1, last: event.at });
    } else {
      entries.push({ event, again: 0, last: event.at });
    }
  }
  return entries;
};
