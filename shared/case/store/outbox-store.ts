import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { HandedOver } from "#case/outbox/departures.ts";
import { CaseEvent } from "#case/state/event.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { itemsOf } from "#record/item-store.ts";
import { readRow } from "#record/row.ts";
import { caseOfPartition, eventKey, mailKey } from "./keys.ts";

/** An event in the index, and the moment from which its next messages may leave; or what is wrong with its entry. */
export type Unpublished = { caseId: CaseId; seq: number; outboxAt: Instant } | { unreadable: Error };

/** How far a mail has got: begun by this sender, begun by another that may still be at it, or dealt with. */
export type MailTaken = "taken" | "busy" | "done";

const Entry = z.object({
  pk: z.string().transform(caseOfPartition).pipe(CaseId),
  sk: z.templateLiteral(["EVENT#", z.string().regex(/^\d+$/)]),
  outboxAt: Instant,
});

/** An entry that cannot be read is named and hides none of those behind it (fault 13). */
const unpublishedOf = (item: Record<string, unknown>): Unpublished => {
  const { success, data, error } = Entry.safeParse(item);
  return success
    ? { caseId: data.pk, seq: Number(data.sk.slice("EVENT#".length)), outboxAt: data.outboxAt }
    : { unreadable: new Error(`${String(item.pk)} / ${String(item.sk)}: ${z.prettifyError(error)}`) };
};

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

    /**
     * Begins on a mail of an event, so that of two senders one sends it (guarantee 5).
     * @param dead whoever began before this moment and has not marked it since has died.
     */
    async takeMail(
      id: string,
      seq: number,
      position: number,
      { at, dead }: { at: Instant; dead: Instant },
    ): Promise<MailTaken> {
      try {
        const Item = { ...mailKey(id, seq, position), v: 1, takenAt: at };
        await db.send(
          new PutCommand({
            TableName: table,
            Item,
            ConditionExpression: "attribute_not_exists(pk) OR (attribute_not_exists(done) AND takenAt < :dead)",
            ExpressionAttributeValues: { ":dead": dead },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return "taken";
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item?.done === undefined ? "busy" : "done";
      }
    },

    /** Marks a mail of an event as sent, or as not sent for a reason. */
    async markMail(id: string, seq: number, position: number, at: Instant, done: string): Promise<void> {
      const Item = { ...mailKey(id, seq, position), v: 1, at, done };
      await db.send(new PutCommand({ TableName: table, Item }));
    },
  };
};
export type OutboxStore = ReturnType<typeof outboxStore>;
