import { randomBytes } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import { SFNClient } from "@aws-sdk/client-sfn";
import { identityVault } from "#access/identity-kms.ts";
import { noLinks } from "#case/acts/carry-out.ts";
import { PostedSignal } from "#case/outbox/posted.ts";
import { worldFrom } from "#case/state/world.ts";
import { bounceStore } from "#case/store/bounce-store.ts";
import { caseStore } from "#case/store/case-store.ts";
import { executionStore } from "#case/store/execution-store.ts";
import { identityStore } from "#case/store/identity-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, queueOf } from "#lambda/consume.ts";
import { count } from "#lambda/count.ts";
import { SignalEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { database } from "#record/dynamodb.ts";
import { signal } from "./signal.ts";

const env = SignalEnv.parse(process.env);
const db = database();
const run = signal({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  outbox: outboxStore(db, env.CASES_TABLE),
  identities: identityStore(db, env.CASES_TABLE),
  vault: identityVault(new KMSClient({}), env.IDENTITY_KEY),
  random: randomBytes,
  world: worldFrom(districtPorts(db, env)),
  bounces: bounceStore(db, env.CASES_TABLE),
  fellBackToBureau: () => count("BureauFallback", 1),
  linkHash: noLinks,
  executions: executionStore(new SFNClient({}), env),
});

export const handler = consume(queueOf(PostedSignal), async (posted) => {
  logger.info("Signalled", { ...posted, came: await run(posted) });
});
