import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { SFNClient } from "@aws-sdk/client-sfn";
import { noLinks } from "#case/carry-out.ts";
import { executionStore } from "#case/execution-store.ts";
import { database } from "#case/item-store.ts";
import { caseStore } from "#case/store.ts";
import { worldFrom } from "#case/world.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { ReconcileEnv } from "#lambda/environment.ts";
import { bareError, logger, metrics } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { ReconcileInput, reconcile } from "./reconcile.ts";

const env = ReconcileEnv.parse(process.env);
const db = database();

const run = reconcile({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  deadlines: deadlineStore(db, env.DEADLINES_TABLE),
  world: worldFrom(districtPorts(db, env)),
  linkHash: noLinks,
  executions: executionStore(new SFNClient({}), env.CHAIN),
});

export const handler = task(ReconcileInput, async (input) => {
  const { replaced, clockless, failed } = await run(input);
  metrics.addMetric("ClocklessCases", MetricUnit.Count, clockless.length);
  for (const caseId of clockless) logger.error("A clock of this case is missing", { caseId });
  for (const { caseId, error } of failed) logger.error("Not reconciled", { caseId, error: bareError(error) });
  if (failed.length > 0) throw new Error(`${failed.length} cases were not reconciled`, { cause: failed[0]?.error });
  return { replaced, clockless };
});
