import * as z from "zod";
import { carryOut, type Ports } from "#case/carry-out.ts";
import type { Case } from "#case/case.ts";
import { readExecutionName } from "#case/execution-name.ts";
import type { ExecutionStore } from "#case/execution-store.ts";
import { inBatches } from "#case/in-batches.ts";
import { periodsOf } from "#case/periods.ts";
import { inTransit, stationOf } from "#case/stations.ts";
import type { CaseStore } from "#case/store.ts";
import { type ClockName, sameClock } from "#clock/clock.ts";
import type { Instant } from "#clock/instant.ts";
import { minutesLater } from "#clock/period.ts";
import type { DeadlineStore } from "#clock/store.ts";
import type { Directory } from "#directory/directory.ts";

/** By schedule: all cases that stand somewhere. By a failed execution's event: the case of that execution. */
export const ReconcileInput = z.object({ detail: z.object({ name: z.string() }).optional() });
export type ReconcileInput = z.infer<typeof ReconcileInput>;

export type ReconcilePorts = Ports & {
  cases: Pick<CaseStore, "openIn" | "history">;
  executions: Pick<ExecutionStore, "isRunning">;
  deadlines: Pick<DeadlineStore, "ofCase">;
};

/**
 * The cases that have a new execution, those that a clock should watch that is not there, and what went wrong with others.
 */
export type Reconciled = { replaced: string[]; clockless: string[]; failed: { caseId: string; error: Error }[] };

/** Minutes for which a case whose execution has failed is left to the hourly call after it got a new one. */
const patience = 10;

/** Those from a position on that moves with the hours, then the others: in a call that ends early others come last. */
const fromHourOn = <T>(many: readonly T[], now: Instant): T[] => {
  const hour = Math.floor(Date.parse(now) / 3_600_000) % 24;
  const begin = Math.floor((many.length * hour) / 24);
  return [...many.slice(begin), ...many.slice(0, begin)];
};

/**
 * Gives every case whose execution is gone a new one where its record stands. A case between two steps is left to
 * its transit clock, which does the same after minutes: so an execution that cannot start is not started in a loop.
 * A case with a clock that should run and is neither in the index nor in quarantine is named, for the alarm: nothing else
 * would find it. A case that fails is named and keeps none of the others.
 */
export const reconcile = (ports: ReconcilePorts) => {
  /** The clocks that a case runs by its state: its periods, or the watch over it between two steps. */
  const missesClock = async (c: Case, directory: Directory): Promise<boolean> => {
    // A row that cannot be read watches nothing.
    const rows = await ports.deadlines.ofCase(c.id, () => undefined);
    const runs = rows.filter(({ nextAt, quarantined }) => nextAt !== undefined || quarantined !== undefined);
    const due: ClockName[] = [
      ...periodsOf(c, directory).map(({ clock }) => clock),
      ...(inTransit(c) ? [c.transit] : []),
    ];
    return due.some((clock) => !runs.some((row) => sameClock(row.clock, clock)));
  };

  /** A case may go on between two looks; its clocks were not read with it. */
  const hasGoneOn = async ({ id, version }: Case): Promise<boolean> =>
    (await ports.cases.load(id))?.version !== version;

  const follow = async (caseId: string): Promise<Omit<Reconciled, "failed">> => {
    const none = { replaced: [], clockless: [] };
    const c = await ports.cases.load(caseId);
    if (c === undefined || stationOf(c) === undefined) return none;
    const { directory } = await ports.world();
    const clockless = (await missesClock(c, directory)) && !(await hasGoneOn(c)) ? [caseId] : [];
    if (inTransit(c) || (await ports.executions.isRunning(caseId, c.epoch))) return { ...none, clockless };
    const outcome = await carryOut(ports)(caseId, { type: "replaceExecution", epoch: c.epoch });
    return { replaced: outcome.kind === "done" && outcome.events.length > 0 ? [caseId] : [], clockless };
  };

  const attempt = async (caseId: string): Promise<Reconciled> => {
    try {
      return { ...(await follow(caseId)), failed: [] };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      return { replaced: [], clockless: [], failed: [{ caseId, error }] };
    }
  };

  /** An execution that fails as soon as it has started would be replaced in a loop. */
  const wasJustReplaced = async (caseId: string): Promise<boolean> => {
    const { now } = await ports.world();
    const { events } = await ports.cases.history(caseId);
    const last = events.findLast(({ fact }) => fact.type === "executionReplaced");
    return last !== undefined && minutesLater(last.at, patience) > now;
  };

  return async ({ detail }: ReconcileInput): Promise<Reconciled> => {
    if (detail !== undefined) {
      const failed = readExecutionName(detail.name);
      if (failed === undefined) throw new Error(`Not an execution of the chain: ${detail.name}`);
      const { caseId } = failed;
      return (await wasJustReplaced(caseId)) ? { replaced: [], clockless: [], failed: [] } : attempt(caseId);
    }
    const { now, directory } = await ports.world();
    const listed = await inBatches(directory.units, ({ id }) => ports.cases.openIn(id));
    const all = await inBatches(fromHourOn(listed.flat().toSorted(), now), attempt);
    return {
      replaced: all.flatMap(({ replaced }) => replaced),
      clockless: all.flatMap(({ clockless }) => clockless),
      failed: all.flatMap(({ failed }) => failed),
    };
  };
};
