import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { worldFrom } from "#case/state/world.ts";
import { bounceStore } from "#case/store/bounce-store.ts";
import { caseStore } from "#case/store/case-store.ts";
import { digestStore } from "#case/store/digest-store.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { queueStore } from "#case/store/queue-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count, heartbeat } from "#lambda/count.ts";
import { DigestEnv } from "#lambda/environment.ts";
import { reportLeftOut } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/dynamodb.ts";
import { digest } from "./digest.ts";

const env = DigestEnv.parse(process.env);
const db = database();

const run = digest({
  cases: caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE),
  digests: digestStore(db, env.CASES_TABLE),
  bounces: bounceStore(db, env.CASES_TABLE),
  outages: outboxStore(db, env.CASES_TABLE),
  mails: queueStore(new SQSClient({}), env.MAIL_QUEUE),
  world: worldFrom(districtPorts(db, env)),
  leftOut: reportLeftOut,
});

export const handler = task(z.unknown(), async () => {
  heartbeat("DigestsPosted");
  const { posted } = await run();
  count("DigestsPosted", posted);
  return { posted };
});
