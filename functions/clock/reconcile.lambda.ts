import { SFNClient } from "@aws-sdk/client-sfn";
import { noLinks } from "#case/acts/carry-out.ts";
import { worldFrom } from "#case/state/world.ts";
import { executionStore } from "#case/store/execution-store.ts";
import { caseStore } from "#case/store/store.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count, heartbeat } from "#lambda/count.ts";
import { ReconcileEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { bareError } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/item-store.ts";
import { ReconcileInput, reconcile } from "./reconcile.ts";

/** Milliseconds in which cases are begun: two minutes less than the function may run. */
const timeToBegin = 8 * 60_000;

const env = ReconcileEnv.parse(process.env);
const db = database();
const district = districtPorts(db, env);

const run = reconcile({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  deadlines: deadlineStore(db, env.DEADLINES_TABLE),
  world: worldFrom(district),
  linkHash: noLinks,
  units: async () => (await district.inForce()).directory.units.map(({ id }) => id),
  // Describing executions is rationed to some ten a second: the client keeps to what it is given and does not fail.
  executions: executionStore(new SFNClient({ retryMode: "adaptive", maxAttempts: 10 }), env.CHAIN),
});

export const handler = task(ReconcileInput, async (input) => {
  // Only what the schedule calls.
  if (input.detail === undefined) heartbeat("CasesReconciled");
  const stopsAt = Date.now() + timeToBegin;
  const { replaced, clockless, failed, left } = await run(input, () => Date.now() < stopsAt);
  count("ClocklessCases", clockless.length);
  for (const { caseId, clocks } of clockless) logger.error("Nothing lets these clocks ring", { caseId, clocks });
  if (left > 0) logger.warn("Cases left to the calls of the next hours", { left });
  for (const { of, error } of failed) logger.error("Not reconciled", { of, error: bareError(error) });
  if (failed.length > 0) {
    throw new Error(`${failed.length} failed beside all that were reconciled`, { cause: failed[0]?.error });
  }
  return { replaced, clockless, left };
});
