import * as z from "zod";
import { carryOut, type Ports } from "#case/carry-out.ts";
import type { Case } from "#case/case.ts";
import { readExecutionName } from "#case/execution-name.ts";
import type { ExecutionStore } from "#case/execution-store.ts";
import { inTransit } from "#case/stations.ts";
import type { CaseStore } from "#case/store.ts";
import type { DeadlineStore } from "#clock/store.ts";
import type { UnitId } from "#directory/directory.ts";

/** By schedule: all cases that stand somewhere. By a failed execution's event: the case of that execution. */
export const ReconcileInput = z.object({ detail: z.object({ name: z.string() }).optional() });
export type ReconcileInput = z.infer<typeof ReconcileInput>;

export type ReconcilePorts = Ports & {
  cases: Pick<CaseStore, "openIn">;
  units: () => Promise<UnitId[]>;
  executions: Pick<ExecutionStore, "isRunning">;
  deadlines: Pick<DeadlineStore, "ofCase">;
};

/** The cases that have a new execution, and those that stand somewhere with no clock to watch them. */
export type Reconciled = { replaced: string[]; clockless: string[] };

/**
 * Gives every case whose execution is gone a new one where its record stands. A case between two steps is left to
 * its transit clock, which does the same after minutes: so an execution that cannot start is not started in a loop.
 * A case that no clock watches, in the index or in quarantine, is named, for the alarm: nothing else would find it.
 */
export const reconcile = (ports: ReconcilePorts) => {
  const isWatched = async (caseId: string): Promise<boolean> =>
    (await ports.deadlines.ofCase(caseId)).some(
      ({ nextAt, quarantined }) => nextAt !== undefined || quarantined !== undefined,
    );

  /** A case may go on between two looks; its clocks were not read with it. */
  const hasGoneOn = async ({ id, version }: Case): Promise<boolean> =>
    (await ports.cases.load(id))?.version !== version;

  const follow = async (caseId: string): Promise<Reconciled> => {
    const none = { replaced: [], clockless: [] };
    const c = await ports.cases.load(caseId);
    if (c === undefined || inTransit(c) || c.status === "closed" || c.status === "notAccepted") return none;
    const clockless = (await isWatched(caseId)) || (await hasGoneOn(c)) ? [] : [caseId];
    if (await ports.executions.isRunning(caseId, c.epoch)) return { ...none, clockless };
    const outcome = await carryOut(ports)(caseId, { type: "replaceExecution", epoch: c.epoch });
    return { replaced: outcome.kind === "done" && outcome.events.length > 0 ? [caseId] : [], clockless };
  };

  return async ({ detail }: ReconcileInput): Promise<Reconciled> => {
    if (detail !== undefined) {
      const failed = readExecutionName(detail.name);
      if (failed === undefined) throw new Error(`Not an execution of the chain: ${detail.name}`);
      return follow(failed.caseId);
    }
    const all: Reconciled = { replaced: [], clockless: [] };
    for (const unit of await ports.units()) {
      for (const caseId of await ports.cases.openIn(unit)) {
        const { replaced, clockless } = await follow(caseId);
        all.replaced.push(...replaced);
        all.clockless.push(...clockless);
      }
    }
    return all;
  };
};
