import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { readRow } from "#audit/row.ts";
import { Instant } from "#clock/instant.ts";
import { CaseEvent, CaseId } from "./event.ts";
import { itemsOf } from "./item-store.ts";
import { caseOfPartition, eventKey, mailKey } from "./keys.ts";

/** An event in the index, and the moment from which its next messages may leave. */
export type Unpublished = { caseId: CaseId; seq: number; outboxAt: Instant };

/** The messages that might leave from `from` to `until` have been handed over; of the others, the first may at `next`. */
export type HandedOver = { from: Instant; until: Instant; next: Instant | undefined };

const unpublishedOf = ({ pk, sk, outboxAt }: Record<string, unknown>): Unpublished => ({
  caseId: CaseId.parse(caseOfPartition(String(pk))),
  seq: Number(String(sk).slice("EVENT#".length)),
  outboxAt: Instant.parse(outboxAt),
});

/** The outbox side of the Cases table: events whose messages have still to leave, and what became of each mail. */
export const outboxStore = (db: DynamoDBDocumentClient, table: string) => {
  const get = itemsOf(db, table);

  return {
    /** One stored event, or `undefined`. */
    async event(id: string, seq: number): Promise<CaseEvent | undefined> {
      const key = eventKey(id, seq);
      const item = await get(key);
      return item === undefined ? undefined : readRow(CaseEvent, key, item.event);
    },

    /** The events of a shard with messages that may leave by `now`, the longest waiting first, page by page. */
    async *unpublished(shard: number, now: Instant): AsyncGenerator<Unpublished> {
      const query = {
        TableName: table,
        IndexName: "unpublished",
        KeyConditionExpression: "outbox = :shard AND outboxAt <= :now",
        ExpressionAttributeValues: { ":shard": String(shard), ":now": now },
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) yield* Items.map(unpublishedOf);
    },

    /** The earliest moment after `after` from which messages of a shard may leave. */
    async nextUnpublished(shard: number, after: Instant): Promise<Instant | undefined> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: "unpublished",
          KeyConditionExpression: "outbox = :shard AND outboxAt > :after",
          ExpressionAttributeValues: { ":shard": String(shard), ":after": after },
          Limit: 1,
        }),
      );
      return Instant.optional().parse(Items[0]?.outboxAt);
    },

    /**
     * Moves an event in the outbox on to `next`, or takes it out. Only from a moment within those handed over: whoever
     * comes with an older state can take nothing out that has still to leave, and can move nothing back.
     */
    async markPublished(id: string, seq: number, { from, until, next }: HandedOver): Promise<void> {
      try {
        await db.send(
          new UpdateCommand({
            TableName: table,
            Key: eventKey(id, seq),
            UpdateExpression: next === undefined ? "REMOVE outbox, outboxAt" : "SET outboxAt = :next",
            ConditionExpression: "outboxAt BETWEEN :from AND :until",
            ExpressionAttributeValues: { ":from": from, ":until": until, ...(next !== undefined && { ":next": next }) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Whether a mail of an event has been dealt with, and how. */
    async mailDone(id: string, seq: number, position: number): Promise<boolean> {
      return (await get(mailKey(id, seq, position))) !== undefined;
    },

    /** Marks a mail of an event as sent, or as not sent for a reason. */
    async markMail(id: string, seq: number, position: number, at: Instant, done: string): Promise<void> {
      const Item = { ...mailKey(id, seq, position), v: 1, at, done };
      await db.send(new PutCommand({ TableName: table, Item }));
    },
  };
};
export type OutboxStore = ReturnType<typeof outboxStore>;
