import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import { type Fact, traits } from "#case/state/event.ts";
import { openMatters } from "#case/state/side-matters.ts";

/** What was open beside a step and is over with what happened, so that nothing vanishes without a record. */
const lapsing = (c: Case, type: Fact["type"]): Fact[] =>
  openMatters(c).flatMap(({ lapse, lapsesWith, decidedBy }) => {
    const endsWithStep = traits[type].step === "ends" && !decidedBy.includes(type);
    return endsWithStep || lapsesWith.includes(type) ? [lapse()] : [];
  });

/** The decision, preceded by what lapses by it: a request for more time, a settlement that nobody has confirmed. */
export const withWhatLapses = (c: Case, decision: Decision): Decision => {
  if ("refused" in decision) return decision;
  for (const { by, fact } of decision.events) {
    const lapsed = lapsing(c, fact.type).map((lapse) => ({ by, fact: lapse, clocks: [], messages: [] }));
    if (lapsed.length > 0) return { events: [...lapsed, ...decision.events] };
  }
  return decision;
};
