import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { transitMinutes } from "#case/state/decision.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { shards } from "#clock/keys.ts";
import { isWorkingTime, minutesLater, nextWorkingMorning } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { DemoClockMoved, directoryStore } from "#directory/store.ts";
import { type Instant, later } from "#ground/instant.ts";
import { connect } from "./connection.ts";
import { dayByDay } from "./day-by-day.ts";
import { districtTime } from "./district-time.ts";
import { Obstacle } from "./obstacle.ts";
import type { RunningDistrict } from "./running.ts";
import { earliest, walk } from "./walk.ts";

/** Milliseconds between two looks whether all is done that a moment brings, and until no more is waited for. */
const [pause, patience] = [50, 20_000];

/** Minutes into working hours at which the district's own schedule calls for the digests. */
const digestMinutes = 5;

const Swept = z.object({ rung: z.array(z.unknown()) });
const Redriven = z.object({ published: z.int() });
const Digested = z.object({ posted: z.int() });

const isAny = async (found: AsyncIterable<unknown>): Promise<boolean> => {
  for await (const _ of found) return true;
  return false;
};

/** The clock of a local district, and what its time brings. */
const clockOf = async ({ endpoint, outputs }: RunningDistrict) => {
  const { db, call, inQueue } = connect(endpoint);
  const directory = directoryStore(db, outputs.DirectoryTable);
  const deadlines = deadlineStore(db, outputs.DeadlinesTable);
  const outbox = outboxStore(db, outputs.CasesTable);
  let ahead = await directory.demoOffset();

  const now = (): Instant => new Date(Date.now() + ahead).toISOString();

  /** Time does not go back. */
  const goTo = async (moment: Instant): Promise<void> => {
    const to = Math.max(ahead, Date.parse(moment) - Date.now());
    await directory.moveDemoClock(ahead, to);
    ahead = to;
  };

  const calendar = async () => (await directory.inForce()).calendar;

  const inShards = async <T>(ask: (shard: number) => Promise<T>): Promise<T[]> => Promise.all(shards.map(ask));

  /** A case on its way between two steps has a clock that rings when the workflow has not moved it within minutes. */
  const inTransit = async (shard: number, at: Instant): Promise<boolean> => {
    for await (const due of deadlines.due(shard, minutesLater(at, transitMinutes))) {
      if ("row" in due && due.row.clock.kind === "transit" && minutesLater(due.row.clock.start, transitMinutes) > at) {
        return true;
      }
    }
    return false;
  };

  const hasMail = async (): Promise<boolean> => (await inQueue(outputs.MailQueue)) > 0;

  /** The cheapest question, then all in the order in which one leads to the next, so that nothing slips through. */
  const isSettled = async (): Promise<boolean> => {
    if (await hasMail()) return false;
    const at = now();
    if ((await inShards((shard) => inTransit(shard, at))).includes(true)) return false;
    if ((await inShards((shard) => isAny(outbox.unpublished(shard, at)))).includes(true)) return false;
    return !(await hasMail());
  };

  return {
    now,
    goTo,
    calendar,
    nextRing: async (after: Instant) => earliest(...(await inShards((shard) => deadlines.nextDue(shard, after)))),
    nextDeparture: async (after: Instant) =>
      earliest(...(await inShards((shard) => outbox.nextUnpublished(shard, after)))),
    nextDigest: async (after: Instant) =>
      minutesLater(nextWorkingMorning(await calendar(), minutesLater(after, -digestMinutes)), digestMinutes),
    sweep: async () => Swept.parse(await call(outputs.SweepFunction)).rung.length,
    redrive: async () => Redriven.parse(await call(outputs.RedriveFunction)).published,
    digest: async () => Digested.parse(await call(outputs.DigestFunction)).posted,
    settle: async () => {
      const giveUp = Date.now() + patience;
      while (!(await isSettled()) && Date.now() < giveUp) await sleep(pause);
    },
  };
};

type DistrictClock = Awaited<ReturnType<typeof clockOf>>;
type Said = (day: string) => void;

/**
 * Lets time pass in a local district, and everything happen that it brings. Two cannot do so at once: one is refused.
 * @param said hears what came of each day of the district on which something did.
 * @returns the district's time.
 */
export const advanceClock = async (running: RunningDistrict, ms: number, said?: Said): Promise<Instant> => {
  const clock = await clockOf(running);
  return advance(clock, new Date(Date.parse(clock.now()) + ms).toISOString(), said);
};

/** The same up to a moment; when that lies behind, only what is due happens. */
export const advanceClockTo = async (running: RunningDistrict, moment: Instant): Promise<Instant> => {
  const clock = await clockOf(running);
  return advance(clock, later(moment, clock.now()));
};

const advance = async (clock: DistrictClock, until: Instant, said: Said = () => undefined): Promise<Instant> => {
  try {
    for await (const day of dayByDay(walk(clock, until))) said(day);
  } catch (cause) {
    if (!(cause instanceof DemoClockMoved)) throw cause;
    throw new Obstacle(
      `Somebody else is moving this district's clock, which stood at ${districtTime(clock.now())}. Wait for them, then say again how far.`,
      { cause },
    );
  }
  return clock.now();
};

/**
 * Sets the clock of a district in which nothing has happened yet ahead to 09:00 of the next working day, unless it is
 * working time: mails that clocks cause wait for it, and whoever tries the district in the evening would see none.
 * @returns the moment, or `undefined` when it is working time.
 */
export const openInWorkingTime = async (running: RunningDistrict): Promise<Instant | undefined> => {
  const clock = await clockOf(running);
  const calendar = await clock.calendar();
  if (isWorkingTime(calendar, clock.now())) return undefined;
  const opening = minutesLater(nextWorkingMorning(calendar, clock.now()), 30);
  await clock.goTo(opening);
  return opening;
};
