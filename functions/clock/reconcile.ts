import * as z from "zod";
import { carryOut, type Ports } from "#case/carry-out.ts";
import { readExecutionName } from "#case/execution-name.ts";
import type { ExecutionStore } from "#case/execution-store.ts";
import { inTransit } from "#case/stations.ts";
import type { CaseStore } from "#case/store.ts";
import type { UnitId } from "#directory/directory.ts";

/** By schedule: all cases that stand somewhere. By a failed execution's event: the case of that execution. */
export const ReconcileInput = z.object({ detail: z.object({ name: z.string() }).optional() });
export type ReconcileInput = z.infer<typeof ReconcileInput>;

export type ReconcilePorts = Ports & {
  cases: Pick<CaseStore, "openIn">;
  units: () => Promise<UnitId[]>;
  executions: Pick<ExecutionStore, "isRunning">;
};

/**
 * Gives every case whose execution is gone a new one where its record stands. A case between two steps is left to
 * its transit clock, which does the same after minutes: so an execution that cannot start is not started in a loop.
 * @returns the cases that have a new execution.
 */
export const reconcile = (ports: ReconcilePorts) => {
  const follow = async (caseId: string): Promise<string[]> => {
    const c = await ports.cases.load(caseId);
    if (c === undefined || inTransit(c) || c.status === "closed" || c.status === "notAccepted") return [];
    if (await ports.executions.isRunning(caseId, c.epoch)) return [];
    const outcome = await carryOut(ports)(caseId, { type: "replaceExecution", epoch: c.epoch });
    return outcome.kind === "done" && outcome.events.length > 0 ? [caseId] : [];
  };

  return async ({ detail }: ReconcileInput): Promise<{ replaced: string[] }> => {
    if (detail !== undefined) {
      const failed = readExecutionName(detail.name);
      if (failed === undefined) throw new Error(`Not an execution of the chain: ${detail.name}`);
      return { replaced: await follow(failed.caseId) };
    }
    const replaced: string[] = [];
    for (const unit of await ports.units()) {
      for (const caseId of await ports.cases.openIn(unit)) replaced.push(...(await follow(caseId)));
    }
    return { replaced };
  };
};
