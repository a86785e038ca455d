import type { ClockName } from "#clock/clock.ts";
import type { Case } from "./case.ts";
import { type Fact, traits } from "./event.ts";
import { sameTurn, type Turn } from "./turn.ts";

/** A case as somebody is shown it: as it stands, what has happened to it, and what is known of its clocks. */
type SeenWhole<E, R> = { petition: Case; events: readonly E[]; clocks?: readonly R[] };

/**
 * A case without what is between its petitioner and the head of the bureau, and without what is the petitioner's alone: as
 * everybody else sees it, who works on it, acts for them or has joined. What it looks like decides nothing: acts are judged by the whole.
 */
export const withoutApart = <E extends { fact: Fact }, R extends { clock: ClockName }>({
  petition,
  events,
  clocks = [],
}: SeenWhole<E, R>): { petition: Case; events: E[]; clocks: R[] } => {
  const { pressed: _, rating: __, ...rest } = petition;
  const told = events.flatMap(({ fact }) => confidantIn(fact) ?? []);
  const isTold = (fact: Fact): boolean =>
    traits[fact.type].apart === undefined &&
    traits[fact.type].told !== "petitioner" &&
    !(fact.type === "linkRenewed" && told.some((confidant) => sameTurn(confidant, fact)));
  return {
    petition: { ...rest, running: petition.running.filter(isForAll) },
    events: events.filter(({ fact }) => isTold(fact)),
    clocks: clocks.filter(isForAll),
  };
};

/** Whose turn it became to answer the petitioner: that they ask for a new link tells of it too. */
const confidantIn = (fact: Fact): Turn | undefined =>
  fact.type === "pressureTold" || fact.type === "pressurePassedOn"
    ? { staff: fact.to.staff, stepNo: fact.stepNo, assignment: fact.assignment }
    : undefined;

const isForAll = ({ clock }: { clock: ClockName }): boolean => clock.kind !== "pressure";
