import * as z from "zod";
import { carryOut, type Ports } from "#case/acts/carry-out.ts";
import { readExecutionName } from "#case/outbox/execution-name.ts";
import type { Case } from "#case/state/case.ts";
import { transitMinutes } from "#case/state/decision.ts";
import { periodsOf } from "#case/state/periods.ts";
import { inTransit, stationOf } from "#case/state/standing.ts";
import type { CaseStore } from "#case/store/case-store.ts";
import type { ExecutionStore } from "#case/store/execution-store.ts";
import { type ClockName, type ClockRow, sameClock } from "#clock/clock.ts";
import { minutesLater } from "#clock/period.ts";
import type { DeadlineStore } from "#clock/store.ts";
import type { Directory } from "#directory/directory.ts";
import type { UnitId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import type { Instant } from "#ground/instant.ts";
import type { UnreadableRow } from "#record/row.ts";

/** By schedule: all cases that stand somewhere. By a failed execution's event: the case of that execution. */
export const ReconcileInput = z.object({ detail: z.object({ name: z.string() }).optional() });
export type ReconcileInput = z.infer<typeof ReconcileInput>;

export type ReconcilePorts = Ports & {
  cases: Pick<CaseStore, "openIn" | "history">;
  units: () => Promise<UnitId[]>;
  executions: Pick<ExecutionStore, "isRunning">;
  deadlines: Pick<DeadlineStore, "ofCase">;
};

/** A case, or a unit whose cases could not be listed, and the error that it came to. */
type Failed = { of: string; error: unknown };

/** A case that stands somewhere, and those of its clocks that it should run and that nothing would ever let ring. */
export type Clockless = { caseId: string; clocks: ClockName[] };

/**
 * The cases that have a new execution, and those with a clock that nobody watches; what could not be reconciled, and how
 * many cases the time did not suffice for.
 */
export type Reconciled = { replaced: string[]; clockless: Clockless[]; failed: Failed[]; left: number };

const hour = 3_600_000;
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Cases in the order of an hour. Each hour begins elsewhere, by the golden ratio, which spreads beginnings so evenly that
 * calls whose time does not suffice come to every case between them, and not to the first ones again and again.
 */
const fromTheHour = (cases: readonly string[], now: Instant): string[] => {
  const begin = Math.floor(cases.length * ((Math.floor(Date.parse(now) / hour) * goldenRatio) % 1));
  return [...cases.slice(begin), ...cases.slice(0, begin)];
};

/** The clocks that a case should run: those of its periods, and between two steps the one that watches its way. */
const clocksOf = (c: Case, directory: Directory): ClockName[] => [
  ...periodsOf(c, directory).map(({ clock }) => clock),
  ...(inTransit(c) ? [c.transit] : []),
];

/** In the index, or in quarantine, which has an alarm of its own. */
const isWatched = (rows: readonly ClockRow[], name: ClockName): boolean =>
  rows.some(
    ({ clock, nextAt, quarantined }) => sameClock(clock, name) && (nextAt !== undefined || quarantined !== undefined),
  );

/**
 * Gives every case whose execution is gone a new one where its record stands. A case between two steps is left to
 * its transit clock, which does the same after minutes: so an execution that cannot start is not started in a loop. Nor
 * is one that fails at once where a step is open: after a replacement the hourly call makes the next one.
 * A case that should run a clock which is neither in the index nor in quarantine is named, for the alarm: nothing else
 * would find it. When it is the transit clock, the case goes on with a new execution and a new one of these.
 * A case that fails keeps none of the others (fault 13): what it came to is told with what was found beside it.
 */
export const reconcile = (ports: ReconcilePorts) => {
  /** A case may go on between two looks; its clocks were not read with it. */
  const hasGoneOn = async ({ id, version }: Case): Promise<boolean> =>
    (await ports.cases.load(id))?.version !== version;

  /** @param hasTime whether another case may be begun. */
  return async ({ detail }: ReconcileInput, hasTime: () => boolean): Promise<Reconciled> => {
    const { now, directory } = await ports.world();
    const all: Reconciled = { replaced: [], clockless: [], failed: [], left: 0 };

    /** Which of its clocks a case has lost. One whose row cannot be read may be among the others: then it has failed. */
    const lostBy = async (c: Case): Promise<ClockName[]> => {
      const unreadable: UnreadableRow[] = [];
      const rows = await ports.deadlines.ofCase(c.id, (row) => unreadable.push(row));
      const lost = clocksOf(c, directory).filter((clock) => !isWatched(rows, clock));
      if (lost.length === 0 || (await hasGoneOn(c))) return [];
      all.failed.push(...unreadable.map((error) => ({ of: c.id, error })));
      return unreadable.length > 0 ? [] : lost;
    };

    const replace = async (c: Case, lost?: ClockName): Promise<void> => {
      const outcome = await carryOut(ports)(c.id, { type: "replaceExecution", epoch: c.epoch, ...(lost && { lost }) });
      if (outcome.kind === "done" && outcome.events.length > 0) all.replaced.push(c.id);
    };

    /** Another execution would fail like the one before it, at once: the next hour gives it its chance. */
    const wasReplacedLately = async ({ id }: Case): Promise<boolean> => {
      const { events } = await ports.cases.history(id);
      const last = events.findLast(({ fact }) => fact.type === "executionReplaced");
      return last !== undefined && last.at > minutesLater(now, -transitMinutes);
    };

    const follow = async (caseId: string): Promise<void> => {
      const c = await ports.cases.load(caseId);
      if (c === undefined || stationOf(c) === undefined) return;
      const lost = await lostBy(c);
      if (lost.length > 0) all.clockless.push({ caseId, clocks: lost });
      if (inTransit(c)) {
        if (lost.some((clock) => sameClock(clock, c.transit))) await replace(c, c.transit);
        return;
      }
      if (await ports.executions.isRunning(caseId, c.epoch)) return;
      if (detail !== undefined && (await wasReplacedLately(c))) return;
      await replace(c);
    };

    const orFailed = async (of: string, job: () => Promise<void>): Promise<void> => {
      await job().catch((error: unknown) => all.failed.push({ of, error }));
    };

    const openCases = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const unit of await ports.units()) {
        await orFailed(unit, async () => void found.push(...(await ports.cases.openIn(unit))));
      }
      return found;
    };

    if (detail !== undefined) {
      const failed = readExecutionName(detail.name);
      if (failed === undefined) throw new Error(`Not an execution of the chain: ${detail.name}`);
      await orFailed(failed.caseId, () => follow(failed.caseId));
      return all;
    }
    await inBatches(fromTheHour(await openCases(), now), async (caseId) => {
      if (hasTime()) await orFailed(caseId, () => follow(caseId));
      else all.left += 1;
    });
    return all;
  };
};
