import * as z from "zod";
import { idsOf } from "./ids.ts";
import { Image, plainImage } from "./image.ts";
import { logger } from "./log.ts";
import { bareError, type LambdaHandler, observed, reportFailure } from "./observed.ts";
import { TryLater } from "./try-later.ts";

/** One entry of a batch: the name that Lambda knows it by, and how to read it. */
type BatchEntry<Item> = { id: string; read: () => Item };

/** Where batches come from. `inOrder` says that nothing after a failure may be taken before it. */
export type Source<Item> = { entries: (batch: unknown) => BatchEntry<Item>[]; inOrder: boolean };

/** What Lambda retries: the failed messages of a queue, or a stream from the named record on. */
export type BatchResult = { batchItemFailures: { itemIdentifier: string }[] };

const QueueBatch = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** An SQS queue whose messages are JSON of the given schema. */
export const queueOf = <Schema extends z.ZodType>(schema: Schema): Source<z.output<Schema>> => ({
  inOrder: false,
  entries: (batch) =>
    QueueBatch.parse(batch).Records.map(({ messageId, body }) => ({
      id: messageId,
      read: () => schema.parse(JSON.parse(body)),
    })),
});

const StreamBatch = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ SequenceNumber: z.string(), NewImage: Image.optional() }) })),
});

/** A DynamoDB stream of new images of the given schema. Removals have no image and pass by. */
export const streamOf = <Schema extends z.ZodType>(schema: Schema): Source<z.output<Schema>> => ({
  inOrder: true,
  entries: (batch) =>
    StreamBatch.parse(batch).Records.flatMap(({ dynamodb: { SequenceNumber, NewImage } }) =>
      NewImage ? [{ id: SequenceNumber, read: () => schema.parse(plainImage(NewImage)) }] : [],
    ),
});

/**
 * Takes a batch entry by entry. An entry that cannot be read or that `run` throws on is logged, counted and named in
 * the answer, so that Lambda brings back only what failed; a stream stops there to keep its order. One that `run` leaves
 * for later comes back too, without being counted.
 */
export const consume = <Item>(
  source: Source<Item>,
  run: (item: Item) => Promise<void>,
): LambdaHandler<unknown, BatchResult> =>
  observed(async (batch) => {
    const batchItemFailures: BatchResult["batchItemFailures"] = [];
    for (const entry of source.entries(batch)) {
      const failed = !(await took(entry, run));
      if (failed) batchItemFailures.push({ itemIdentifier: entry.id });
      if (failed && source.inOrder) break;
    }
    return { batchItemFailures };
  });

const took = async <Item>({ id, read }: BatchEntry<Item>, run: (item: Item) => Promise<void>): Promise<boolean> => {
  let ids: Record<string, unknown> = { entry: id };
  try {
    const item = read();
    ids = { ...ids, ...idsOf(item) };
    await run(item);
    return true;
  } catch (thrown) {
    if (thrown instanceof TryLater) logger.info("BatchEntry left for later", { ...ids, why: thrown.message });
    else reportFailure("BatchEntry failed", bareError(thrown), ids);
    return false;
  }
};
