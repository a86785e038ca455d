import { SFNClient } from "@aws-sdk/client-sfn";
import { noLinks } from "#case/carry-out.ts";
import { executionStore } from "#case/execution-store.ts";
import { database } from "#case/item-store.ts";
import { outboxStore } from "#case/outbox-store.ts";
import { Posted } from "#case/posted.ts";
import { caseStore } from "#case/store.ts";
import { worldFrom } from "#case/world.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, queueOf } from "#lambda/consume.ts";
import { SignalEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/observed.ts";
import { signal } from "./signal.ts";

const env = SignalEnv.parse(process.env);
const db = database();
const run = signal({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  outbox: outboxStore(db, env.CASES_TABLE),
  world: worldFrom(districtPorts(db, env)),
  linkHash: noLinks,
  executions: executionStore(new SFNClient({}), env.CHAIN),
});

export const handler = consume(queueOf(Posted), async (posted) => {
  logger.info("Signalled", { ...posted, came: await run(posted) });
});
