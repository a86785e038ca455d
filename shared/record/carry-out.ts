import type { Instant } from "#ground/instant.ts";
import type { Recorded } from "./history.ts";
import { untilWon } from "./lost-races.ts";

/** What a door has read already: the record as it stands, and all else that the decision may look at. */
export type Read<State, World> = { before: State; world: World };

/** What a command comes to: events to store (none when there is nothing to do), or a refusal. */
export type Decided<New, Refusal> = { events: readonly New[] } | { refused: Refusal };

/** What became of a command: events stored (none when there was nothing to do), or a refusal with the state that refused. */
export type CommandOutcome<State, Event, Refusal> =
  | { kind: "done"; before: State; after: State; events: Event[] }
  | { kind: "refused"; refusal: Refusal; before: State };

/** What carrying out a command needs to know of a kind of record. */
export type Carrying<State, World extends { now: Instant }, New, Event, Refusal> = {
  /** Reads the record and the world anew. @throws when there is no such record. */
  read: () => Promise<Read<State, World>>;
  decide: (read: Read<State, World>) => Decided<New, Refusal> | Promise<Decided<New, Refusal>>;
  record: (before: State, decided: readonly [New, ...New[]], at: Instant) => Recorded<State, Event>;
  /** Whether something is to be stored though nothing has happened. */
  storesAnyway: boolean;
  /** @throws MovedOn when somebody else was faster. */
  commit: (decided: { before: State } & Recorded<State, Event>) => Promise<void>;
  /** The refusal that an error of the commit stands for, if it does for one. */
  refusalBy: (error: unknown) => Refusal | undefined;
};

/**
 * The world at the later of two moments: this machine's now, and that of the newest event. The clocks of two machines
 * differ by seconds or minutes, and nothing on a record happens before what it follows.
 */
const notBefore = <World extends { now: Instant }>(world: World, changedAt: Instant): World =>
  world.now < changedAt ? { ...world, now: changedAt } : world;

/**
 * Carries a command out on a record: read, decide, store in one transaction. When somebody else was faster the decision
 * is made again on what is read then, so that the loser of a race gets the new state's answer (guarantee 1).
 * @param first what the caller has read already; the first attempt decides on it, and its commit is guarded by its version.
 * @throws MovedOn after too many lost races; whatever else reading and committing throw.
 */
export const carryOutOn = <State extends { changedAt: Instant }, World extends { now: Instant }, New, Event, Refusal>(
  { read, decide, record, storesAnyway, commit, refusalBy }: Carrying<State, World, New, Event, Refusal>,
  first?: Read<State, World>,
): Promise<CommandOutcome<State, Event, Refusal>> =>
  untilWon(async (lost) => {
    const { before, world: seen } = lost === 0 && first !== undefined ? first : await read();
    const world = notBefore(seen, before.changedAt);
    const decision = await decide({ before, world });
    if ("refused" in decision) return { kind: "refused", refusal: decision.refused, before };

    const [happened, ...more] = decision.events;
    const { events, after } =
      happened === undefined ? { events: [], after: before } : record(before, [happened, ...more], world.now);
    if (events.length === 0 && !storesAnyway) return { kind: "done", before, after, events };

    try {
      await commit({ before, after, events });
      return { kind: "done", before, after, events };
    } catch (error) {
      const refusal = refusalBy(error);
      if (refusal === undefined) throw error;
      return { kind: "refused", refusal, before };
    }
  });
