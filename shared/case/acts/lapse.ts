import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { Fact } from "#case/state/event.ts";
import { isAsking } from "#case/state/standing.ts";

/** What ends a step other than the petitioner's own word. */
const endsStep: readonly Fact["type"][] = ["replied", "reportedUpward", "handedBack", "stepOverdue", "lifted"];
/** What makes a request for more time too late: the end of its step, or of the time set by law. */
const endsRequest: readonly Fact["type"][] = [...endsStep, "settlementConfirmed", "statutoryOverdue"];

/** What was open on a step and ends with it, so that nothing vanishes without a record. */
const lapsing = (c: Case, type: Fact["type"]): Fact[] => {
  if (c.status !== "handling") return [];
  const { stepNo } = c;
  return [
    ...(isAsking(c) && endsRequest.includes(type)
      ? [{ type: "extensionRefused" as const, stepNo, how: "tooLate" as const }]
      : []),
    ...(c.settlement !== undefined && endsStep.includes(type) ? [{ type: "settlementLapsed" as const, stepNo }] : []),
  ];
};

/** The decision, preceded by what lapses by it: a request for more time, a settlement that nobody has confirmed. */
export const withWhatLapses = (c: Case, decision: Decision): Decision => {
  if ("refused" in decision) return decision;
  for (const { by, fact } of decision.events) {
    const lapsed = lapsing(c, fact.type).map((lapse) => ({ by, fact: lapse, clocks: [], messages: [] }));
    if (lapsed.length > 0) return { events: [...lapsed, ...decision.events] };
  }
  return decision;
};
