import { SQSClient } from "@aws-sdk/client-sqs";
import { queueStore } from "#case/store/queue-store.ts";
import { HearBouncesEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { task } from "#lambda/task.ts";
import { hearBounces, SesEvent } from "./hear-bounces.ts";

const env = HearBouncesEnv.parse(process.env);
const hear = hearBounces({ mails: queueStore(new SQSClient({}), env.MAIL_QUEUE) });

export const handler = task(SesEvent, async (event) => {
  const heard = await hear(event);
  logger.info("Bounce", { heard });
  return { heard };
});
