import { historyOf } from "#record/history.ts";
import type { CaseEvent, NewEvent } from "./event.ts";
import { evolve } from "./evolve.ts";

/** How a case's history is written on and told again. */
export const { record, replay } = historyOf({
  enter: (caseId, seq, at, { by, fact, clocks, messages }: NewEvent): Omit<CaseEvent, "previous" | "hash"> => ({
    v: 1,
    caseId,
    seq,
    at,
    by,
    fact,
    clocks,
    messages,
  }),
  evolve,
});
