import { SFNClient } from "@aws-sdk/client-sfn";
import { noLinks } from "#case/acts/carry-out.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { executionStore } from "#case/store/execution-store.ts";
import { minutesLater } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count, heartbeat } from "#lambda/count.ts";
import { ReconcileEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { bareError } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/dynamodb.ts";
import { ReconcileInput, reconcile } from "./reconcile.ts";

/** Milliseconds in which cases are begun: two minutes less than the function may run. */
const timeToBegin = 8 * 60_000;
/** Minutes for which an execution that failed is looked after: three hourly calls, so that two may be missed. */
const lately = 3 * 60;

const env = ReconcileEnv.parse(process.env);
const db = database();
const district = districtPorts(db, env);
// Listing and describing executions is rationed to a few a second: the client waits its turn and does not fail.
const executions = executionStore(new SFNClient({ maxAttempts: 10 }), env);

const run = reconcile({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  deadlines: deadlineStore(db, env.DEADLINES_TABLE),
  world: worldFrom(district),
  now: district.now,
  linkHash: noLinks,
  executions: {
    isRunning: (...execution) => executions.isRunning(...execution),
    running: () => executions.running(),
    // By the machine's own clock: Step Functions knows of no other.
    failedLately: () => executions.failedSince(minutesLater(new Date().toISOString(), -lately)),
  },
});

export const handler = task(ReconcileInput, async (input) => {
  // Only what the schedule calls.
  if (input.detail === undefined && input.whole === undefined) heartbeat("CasesReconciled");
  const stopsAt = Date.now() + timeToBegin;
  const { replaced, clockless, broken, failed, left } = await run(input, () => Date.now() < stopsAt);
  count("ClocklessCases", clockless.length);
  count("RecordBroken", broken.length);
  for (const caseId of broken) logger.error("The record of a case is not as it was written", { caseId });
  for (const { caseId, clocks } of clockless) logger.error("Nothing lets these clocks ring", { caseId, clocks });
  for (const { of, error } of failed) logger.error("Not reconciled", { of, error: bareError(error) });
  if (failed.length > 0) {
    throw new Error(`${failed.length} failed beside all that were reconciled`, { cause: failed[0]?.error });
  }
  // A call that comes after this one, such as the retry that this brings about, goes on where this one ended.
  if (left > 0) throw new Error(`The time did not suffice for ${left} cases: call again`);
  return { replaced, clockless, broken };
});
