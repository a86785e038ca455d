import type { Instant } from "#ground/instant.ts";
import { type Chained, chainHash, genesis } from "./chain.ts";

/** What every state says of its history: how many events it has come from, and the hash and the moment of the newest. */
export type HistoryHead = { id: string; version: number; head: string; changedAt: Instant };

/** An event would be dated before the one that it follows. Whoever decides does so at the later of the two moments. */
export class BeforeItsTime extends Error {
  override name = "BeforeItsTime";
}

/**
 * What a kind of record makes of its events: a case, a campaign, whatever has a history. `Content` is an event without its
 * place in the chain.
 */
export type Aggregate<State extends HistoryHead, New, Content extends { seq: number }> = {
  /** A decided event as the `seq`-th of a history, before it is chained to the one before it. */
  enter: (id: string, seq: number, at: Instant, decided: New) => Content;
  /** The state after one more event. @throws when the event does not fit the state. */
  evolve: (before: State | undefined, event: Content & Chained) => State;
};

/** Decided events with their numbers and hashes, and the state after them. */
export type Recorded<State, Event> = { events: Event[]; after: State };

/** How histories of a kind of record are written on and told again. */
export const historyOf = <State extends HistoryHead, New, Content extends { seq: number }>({
  enter,
  evolve,
}: Aggregate<State, New, Content>) => ({
  /**
   * Numbers and chains decided events onto a history and gives the state after them.
   * @param before the state that the decision was made on; `undefined` for a new record.
   * @throws BeforeItsTime when the moment is earlier than that of the newest event.
   */
  record: (
    id: string,
    before: State | undefined,
    decided: readonly [New, ...New[]],
    at: Instant,
  ): Recorded<State, Content & Chained> => {
    if (before !== undefined && at < before.changedAt) {
      throw new BeforeItsTime(`${id}: ${at} is before event ${before.version}, of ${before.changedAt}`);
    }
    const next = (state: State | undefined, one: New) => {
      const previous = state?.head ?? genesis;
      const content = enter(id, (state?.version ?? 0) + 1, at, one);
      const event = { ...content, previous, hash: chainHash(previous, content) };
      return { event, after: evolve(state, event) };
    };
    const [first, ...rest] = decided;
    const told = [next(before, first)];
    for (const one of rest) told.push(next(told.at(-1)?.after, one));
    const { after } = told.at(-1) ?? next(before, first);
    return { events: told.map(({ event }) => event), after };
  },

  /** The state that a whole history comes to; `undefined` for one without events. */
  replay: (events: readonly (Content & Chained)[]): State | undefined =>
    events.reduce<State | undefined>(evolve, undefined),
});
