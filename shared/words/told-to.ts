import { type Repeated, withoutRepeats } from "#case/account/repeats.ts";
import { type CaseEvent, traits } from "#case/state/event.ts";
import type { Reader } from "./acts/matter-words.ts";

const notTold = { petitioner: "office", staff: "petitioner" } as const satisfies Record<Reader, string>;

/**
 * The history as a reader is told it: petitioners without what is internal, the office without what is theirs alone, and what a
 * clock repeats as one entry.
 */
export const toldTo = (reader: Reader, events: readonly CaseEvent[]): Repeated[] =>
  withoutRepeats(events.filter(({ fact }) => traits[fact.type].told !== notTold[reader]));
