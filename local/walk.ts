import { earlier, type Instant, later } from "#ground/instant.ts";

/** What happens in a district as its time goes on: what comes due when, and the calls that the schedule makes then. */
export type WalkPorts = {
  now: () => Instant;
  /** Sets the district's time to a moment, which lies ahead. */
  goTo: (moment: Instant) => Promise<void>;
  /** The earliest moment after `after` at which a clock rings. */
  nextRing: (after: Instant) => Promise<Instant | undefined>;
  /** The earliest moment after `after` from which messages that wait may leave. */
  nextDeparture: (after: Instant) => Promise<Instant | undefined>;
  /** The first moment after `after` at which the morning's digests are sent. */
  nextDigest: (after: Instant) => Promise<Instant>;
  /** Lets the clocks ring that are due. Returns how many rang. */
  sweep: () => Promise<number>;
  /** Hands over the messages that may leave. Returns of how many events. */
  redrive: () => Promise<number>;
  /** Posts the digests of the morning. Returns how many. */
  digest: () => Promise<number>;
  /** Waits until every case stands where the record wants it, and no mail is under way. */
  settle: () => Promise<void>;
};

/** A moment at which time stood still, and what came of it. */
export type Stop = { at: Instant; rung: number; departed: number; digests: number };

const minute = 60_000;

/** The sweep comes once a minute: what is due within one rings at its end. */
const endOfMinute = (moment: Instant): Instant =>
  new Date(Math.ceil(Date.parse(moment) / minute) * minute).toISOString();

/** The first of some moments, or `undefined` when there are none. */
export const earliest = (...moments: (Instant | undefined)[]): Instant | undefined =>
  moments.filter((moment) => moment !== undefined).toSorted()[0];

const beginning: Instant = "0000-01-01T00:00:00.000Z";

/**
 * Lets a district's time go on to `until` as if it had really passed: it stands still at each moment at which a clock
 * rings, waiting messages may leave or digests are sent, in their order, until what comes of it is done. Nothing that
 * stays due keeps time from going on: each stop is later than the one before.
 */
export async function* walk(ports: WalkPorts, until: Instant): AsyncGenerator<Stop> {
  await ports.settle();
  const began = ports.now();
  /** What was overdue at the beginning rings first. */
  let before = beginning;
  for (;;) {
    const [ring, departure, digest] = await Promise.all([
      ports.nextRing(before),
      ports.nextDeparture(before),
      ports.nextDigest(later(before, began)),
    ]);
    const next = earliest(ring, departure, digest);
    if (next === undefined || next > until) break;
    const at = earlier(endOfMinute(later(next, ports.now())), until);
    const reached = (moment: Instant | undefined): boolean => moment !== undefined && moment <= at;
    before = at;

    await ports.goTo(at);
    const rung = await ports.sweep();
    const departed = reached(departure) ? await ports.redrive() : 0;
    // Even when none rang: the district's own schedule goes on meanwhile, and may have been faster.
    await ports.settle();
    const digests = reached(digest) ? await ports.digest() : 0;
    if (digests > 0) await ports.settle();
    yield { at, rung, departed, digests };
  }
  if (ports.now() < until) await ports.goTo(until);
}
