import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { publish } from "#case/outbox/publish.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { queueStore } from "#case/store/queue-store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count, heartbeat } from "#lambda/count.ts";
import { RedriveEnv } from "#lambda/environment.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/dynamodb.ts";
import { redrive } from "./redrive.ts";

const env = RedriveEnv.parse(process.env);
const sqs = new SQSClient({});
const db = database();
const district = districtPorts(db, env);
const outbox = outboxStore(db, env.CASES_TABLE);

const mails = queueStore(sqs, env.MAIL_QUEUE);

const run = redrive({
  outbox,
  mails,
  publish: publish({
    outbox,
    mails,
    signals: queueStore(sqs, env.SIGNAL_QUEUE),
  }),
  now: district.now,
  calendar: async () => (await district.inForce()).calendar,
});

export const handler = task(z.unknown(), async () => {
  heartbeat("EventsRedriven");
  const redriven = await run();
  count("EventsRedriven", redriven.published);
  return redriven;
});
