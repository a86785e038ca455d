import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { CaseEvent } from "#case/event.ts";
import { database } from "#case/item-store.ts";
import { outboxStore } from "#case/outbox-store.ts";
import { publish } from "#case/publish.ts";
import { queueStore } from "#case/queue-store.ts";
import { consume, streamOf } from "#lambda/consume.ts";
import { PublishEnv } from "#lambda/environment.ts";

const env = PublishEnv.parse(process.env);
const sqs = new SQSClient({});
const run = publish({
  outbox: outboxStore(database(), env.CASES_TABLE),
  mails: queueStore(sqs, env.MAIL_QUEUE),
  signals: queueStore(sqs, env.SIGNAL_QUEUE),
});

export const handler = consume(streamOf(z.object({ event: CaseEvent })), ({ event }) => run(event));
