import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { publish } from "#case/outbox/publish.ts";
import { outboxStore } from "#case/store/outbox-store.ts";
import { queueStore } from "#case/store/queue-store.ts";
import { StreamedEvent, StreamedMail } from "#case/store/versions.ts";
import { districtPorts } from "#directory/district-store.ts";
import { consume, streamOf } from "#lambda/consume.ts";
import { PublishEnv } from "#lambda/environment.ts";
import { database } from "#record/dynamodb.ts";

const env = PublishEnv.parse(process.env);
const sqs = new SQSClient({});
const db = database();
const { now } = districtPorts(db, env);
const run = publish({
  outbox: outboxStore(db, env.CASES_TABLE),
  mails: queueStore(sqs, env.MAIL_QUEUE),
  signals: queueStore(sqs, env.SIGNAL_QUEUE),
});

export const handler = consume(streamOf(z.union([StreamedEvent, StreamedMail])), async (outgoing) => {
  if (outgoing !== undefined) await run(outgoing, await now());
});
