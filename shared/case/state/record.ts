import type { Instant } from "#ground/instant.ts";
import { chainHash, genesis } from "#record/chain.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, NewEvent } from "./event.ts";
import { evolve } from "./evolve.ts";

/** Decided events with their numbers and hashes, and the state after them. */
export type Recorded = { events: CaseEvent[]; after: Case };

/**
 * Numbers and chains decided events onto a case's history and gives the state after them.
 * @param before the state that the decision was made on; `undefined` for a new case.
 */
export const record = (
  id: string,
  before: Case | undefined,
  decided: [NewEvent, ...NewEvent[]],
  at: Instant,
): Recorded => {
  const events: CaseEvent[] = [];
  let state = before;
  let previous = before?.head ?? genesis;
  for (const { by, fact, clocks, messages } of decided) {
    const content = { v: 1, caseId: id, seq: (state?.version ?? 0) + 1, at, by, fact, clocks, messages } as const;
    const event: CaseEvent = { ...content, previous, hash: chainHash(previous, content) };
    events.push(event);
    state = evolve(state, event);
    previous = event.hash;
  }
  if (state === undefined) throw new Error(`Nothing was recorded for ${id}`);
  return { events, after: state };
};

/** The state that a whole history comes to. */
export const replay = (events: readonly CaseEvent[]): Case | undefined => {
  let state: Case | undefined;
  for (const event of events) state = evolve(state, event);
  return state;
};
