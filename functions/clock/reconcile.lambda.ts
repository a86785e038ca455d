import { SFNClient } from "@aws-sdk/client-sfn";
import { noLinks } from "#case/carry-out.ts";
import { executionStore } from "#case/execution-store.ts";
import { database } from "#case/item-store.ts";
import { caseStore } from "#case/store.ts";
import { worldFrom } from "#case/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { ReconcileEnv } from "#lambda/environment.ts";
import { task } from "#lambda/task.ts";
import { ReconcileInput, reconcile } from "./reconcile.ts";

const env = ReconcileEnv.parse(process.env);
const db = database();
const district = districtPorts(db, env);

export const handler = task(
  ReconcileInput,
  reconcile({
    cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
    world: worldFrom(district),
    linkHash: noLinks,
    units: async () => (await district.inForce()).directory.units.map(({ id }) => id),
    executions: executionStore(new SFNClient({}), env.CHAIN),
  }),
);
