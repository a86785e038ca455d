import { type Repeated, withoutRepeats } from "#case/account/repeats.ts";
import { type CaseEvent, traits } from "#case/state/event.ts";
import type { Reader } from "./acts/matter-words.ts";

/** The history as a reader is told it: petitioners without what is internal, and what a clock repeats as one entry. */
export const toldTo = (reader: Reader, events: readonly CaseEvent[]): Repeated[] =>
  withoutRepeats(reader === "staff" ? events : events.filter(({ fact }) => traits[fact.type].told === "everybody"));
