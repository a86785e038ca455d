import * as z from "zod";
import { Clock, type ClockChange, type ClockName, PeriodClock, type PeriodKind, sameClock } from "#clock/clock.ts";
import type { DistrictDate } from "#ground/instant.ts";

/** A clock that a case goes by. */
export const Running = z.strictObject({
  clock: Clock,
  /** The highest share of its time, in percent, that somebody was reminded of; 0 for none. */
  reminded: z.int().nonnegative(),
  /** Its end has come and is on record. It rings no more, but the case still goes by its day. */
  ranOut: z.literal(true).optional(),
});
export type Running = z.infer<typeof Running>;

/** A period that a case goes by. */
export const PeriodRunning = Running.extend({ clock: PeriodClock });
export type PeriodRunning = z.infer<typeof PeriodRunning>;

/** Whatever runs clocks. */
export type Runs = { id: string; running: readonly Running[] };

const changed = (running: readonly Running[], change: ClockChange): Running[] => {
  const one = (alter: (entry: Running) => Running[]): Running[] =>
    running.flatMap((entry) => (sameClock(entry.clock, change.clock) ? alter(entry) : [entry]));
  switch (change.change) {
    case "start":
      return [...running, { clock: change.clock, reminded: 0 }];
    case "resume": {
      const { clock, reminded, nextAt } = change;
      return [...running, { clock, reminded, ...(nextAt === undefined && { ranOut: true as const }) }];
    }
    case "move":
      return one((entry) => [{ ...entry, clock: change.clock, reminded: change.reminded ?? entry.reminded }]);
    case "next":
      return one((entry) => [{ ...entry, reminded: Math.max(entry.reminded, change.reminded ?? 0) }]);
    case "stop":
      return one((entry) => (change.stays ? [{ ...entry, reminded: 100, ranOut: true }] : []));
  }
};

/** The clocks of a case after the changes of an event: kept here and nowhere else. */
export const runningAfter = (before: readonly Running[], changes: readonly ClockChange[]): Running[] =>
  changes.reduce<Running[]>(changed, [...before]);

/** The case's clock of a kind, run out or not; a case has one of a kind at a time. */
export const clockOf = ({ running }: Pick<Runs, "running">, kind: ClockName["kind"]): Running | undefined =>
  running.find(({ clock }) => clock.kind === kind);

/** The case's period of a kind, run out or not. @throws when it has none, which its state rules out. */
export const periodRunning = (c: Runs, kind: PeriodKind): PeriodRunning => {
  const running = clockOf(c, kind);
  if (running === undefined || running.clock.family === "watch") throw new Error(`${c.id} runs no ${kind} clock`);
  return { ...running, clock: running.clock };
};

/** The clock of that period. @throws as {@link periodRunning} */
export const periodClock = (c: Runs, kind: PeriodKind): PeriodClock => periodRunning(c, kind).clock;

/** The last day of the case's period of a kind. @throws as {@link periodClock} */
export const lastDayOf = (c: Runs, kind: PeriodKind): DistrictDate => periodClock(c, kind).lastDay;

/** The clocks that should have a row that rings, by name: all but those that have run out. */
export const clocksOf = ({ running }: Pick<Runs, "running">): ClockName[] =>
  running.flatMap(({ clock: { kind, n }, ranOut }) => (ranOut ? [] : [{ kind, n }]));
