import type { ClockName } from "#clock/clock.ts";
import type { Case } from "./case.ts";
import { type Fact, traits } from "./event.ts";

/** A case as somebody is shown it: as it stands, what has happened to it, and what is known of its clocks. */
type SeenWhole<E, R> = { petition: Case; events: readonly E[]; clocks?: readonly R[] };

/**
 * A case without what is between its petitioner and the head of the bureau: as everybody else sees it, who works on it, acts
 * for them or has joined. What it looks like decides nothing: acts are judged by the whole.
 */
export const withoutApart = <E extends { fact: Fact }, R extends { clock: ClockName }>({
  petition,
  events,
  clocks = [],
}: SeenWhole<E, R>): { petition: Case; events: E[]; clocks: R[] } => {
  const { pressed: _, ...rest } = petition;
  return {
    petition: { ...rest, running: petition.running.filter(isForAll) },
    events: events.filter(({ fact }) => traits[fact.type].apart === undefined),
    clocks: clocks.filter(isForAll),
  };
};

const isForAll = ({ clock }: { clock: ClockName }): boolean => clock.kind !== "pressure";
