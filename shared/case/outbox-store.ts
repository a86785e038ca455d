import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { readRow } from "#audit/row.ts";
import type { Instant } from "#clock/instant.ts";
import { CaseEvent } from "./event.ts";
import { itemsOf } from "./item-store.ts";
import { caseOfPartition, eventKey, mailKey } from "./keys.ts";

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

    /** Up to `limit` events of a shard whose messages have not left since before `before`, the oldest first. */
    async unpublished(shard: number, before: Instant, limit: number): Promise<{ caseId: string; seq: number }[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: "unpublished",
          KeyConditionExpression: "outbox = :shard AND outboxAt < :before",
          ExpressionAttributeValues: { ":shard": String(shard), ":before": before },
          Limit: limit,
        }),
      );
      return Items.map(({ pk, sk }) => ({
        caseId: z.string().parse(caseOfPartition(String(pk))),
        seq: Number(String(sk).slice("EVENT#".length)),
      }));
    },

    /** The event's messages have all been handed over. */
    async markPublished(id: string, seq: number): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: eventKey(id, seq),
          UpdateExpression: "REMOVE outbox, outboxAt",
          ConditionExpression: "attribute_exists(pk)",
        }),
      );
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
