import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { MailWork, PostedSignal } from "#case/outbox/posted.ts";

/** A batch is taken whole or not at all by SQS's rule of ten; what it refuses is an error. */
const batchSize = 10;

/** A queue of messages that leave the outbox, or of digests. @param url the queue's URL */
export const queueStore = (sqs: SQSClient, url: string) => ({
  /** Posts messages. @throws when the queue refuses any of them; posting again is harmless. */
  async post(messages: readonly (MailWork | PostedSignal)[]): Promise<void> {
    for (let from = 0; from < messages.length; from += batchSize) {
      const Entries = messages
        .slice(from, from + batchSize)
        .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) }));
      const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      const [first] = Failed;
      if (first !== undefined)
        throw new Error(`The queue refused ${Failed.length} of ${Entries.length}: ${first.Code}`);
    }
  },
});
