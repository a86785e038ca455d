import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Instant } from "#ground/instant.ts";
import { type LeftOut, orLeftOut, readRow } from "#record/row.ts";
import { type ClockName, ClockRow } from "./clock.ts";
import { clockKey, clockPartition, quarantineShard } from "./keys.ts";

/** "shard" is a reserved word of DynamoDB's. */
const shardName = { "#shard": "shard" };

const Key = z.object({ pk: z.string(), sk: z.string() });
type Key = z.infer<typeof Key>;

/** A due row: readable, or named by its key and what is wrong with it. */
export type DueRow = { key: Key; row: ClockRow } | { key: Key; unreadable: Error };

/** A quarantined row does not ring: its place in the index is when it came there. */
const parseRow = (item: Record<string, unknown>): { key: Key; row: ClockRow } => {
  const { pk, sk, shard, nextAt, ...row } = item;
  const key = Key.parse({ pk, sk });
  const runs = nextAt !== undefined && shard !== quarantineShard;
  return { key, row: readRow(ClockRow, key, runs ? { ...row, nextAt } : row) };
};

const rethrown: LeftOut = (row) => {
  throw row;
};

/** A row that cannot be read is not dropped: the sweep counts it as a failure of this row and goes on with the others. */
const dueRow = (item: Record<string, unknown>): DueRow => {
  try {
    return parseRow(item);
  } catch (error) {
    return { key: Key.parse(item), unreadable: error instanceof Error ? error : new Error(String(error)) };
  }
};

async function* inIndex(db: DynamoDBDocumentClient, query: QueryCommandInput): AsyncGenerator<DueRow> {
  const asked = { IndexName: "due", ExpressionAttributeNames: shardName, ...query };
  for await (const { Items = [] } of paginateQuery({ client: db }, asked)) yield* Items.map(dueRow);
}

/** Failed attempts after which a clock is taken out of the sweep, with an alarm. */
export const failureLimit = 5;

/** Reads deadlines and keeps account of those that fail. Their changes come with the decisions (the case store). */
export const deadlineStore = (db: DynamoDBDocumentClient, table: string) => ({
  /** The clocks of a shard that are due at `now`, the longest due first, page by page. */
  due: (shard: number, now: Instant): AsyncGenerator<DueRow> =>
    inIndex(db, {
      TableName: table,
      KeyConditionExpression: "#shard = :shard AND nextAt <= :now",
      ExpressionAttributeValues: { ":shard": shard, ":now": now },
    }),

  /** The earliest moment after `after` at which a clock of a shard rings. */
  async nextDue(shard: number, after: Instant): Promise<Instant | undefined> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: "due",
        KeyConditionExpression: "#shard = :shard AND nextAt > :after",
        ExpressionAttributeNames: shardName,
        ExpressionAttributeValues: { ":shard": shard, ":after": after },
        Limit: 1,
      }),
    );
    return Instant.optional().parse(Items[0]?.nextAt);
  },

  /** The clocks that failed too often and wait to be released, the longest waiting first. */
  async quarantined(): Promise<DueRow[]> {
    const found: DueRow[] = [];
    const waiting = inIndex(db, {
      TableName: table,
      KeyConditionExpression: "#shard = :shard",
      ExpressionAttributeValues: { ":shard": quarantineShard },
    });
    for await (const row of waiting) found.push(row);
    return found;
  },

  /** How many clocks in quarantine have been due since `before`: nobody moves their cases until they are released. */
  async overdueInQuarantine(before: Instant): Promise<number> {
    const { Count = 0 } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: "due",
        Select: "COUNT",
        KeyConditionExpression: "#shard = :shard AND nextAt <= :before",
        ExpressionAttributeNames: shardName,
        ExpressionAttributeValues: { ":shard": quarantineShard, ":before": before },
      }),
    );
    return Count;
  },

  /**
   * All clocks that a case has had. A row that cannot be read is reported where somebody hears of it and left out, so that
   * it hides none of the others. @throws UnreadableRow where nobody does.
   */
  async ofCase(caseId: string, leftOut: LeftOut = rethrown): Promise<ClockRow[]> {
    const rows: ClockRow[] = [];
    const query = {
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": clockPartition(caseId) },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
      const read = Items.map((item) => orLeftOut(async () => parseRow(item).row, leftOut));
      rows.push(...(await Promise.all(read)).flat());
    }
    return rows;
  },

  /** Ends a row that its case no longer runs, in quarantine or not, unless it was moved meanwhile; the reason stays on it. */
  async endOvertaken(caseId: string, clock: ClockName, nextAt: Instant, at: Instant): Promise<void> {
    try {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: clockKey(caseId, clock),
          UpdateExpression: "SET ended = if_not_exists(ended, :ended) REMOVE nextAt, #shard, quarantined",
          ExpressionAttributeNames: shardName,
          ExpressionAttributeValues: { ":ended": { at, why: "overtaken" }, ":nextAt": nextAt },
          ConditionExpression: "nextAt = :nextAt",
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },

  /**
   * Counts a failed attempt to ring. At the limit the row leaves its shard for the quarantine, marked with when and why,
   * unless it was rung and moved meanwhile.
   * @returns whether the row is quarantined now.
   */
  async countFailure(key: Key, error: string, at: Instant): Promise<boolean> {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "ADD failures :one",
        ExpressionAttributeValues: { ":one": 1 },
        ReturnValues: "ALL_NEW",
      }),
    );
    if (z.number().parse(Attributes?.failures) < failureLimit) return false;
    try {
      await db.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: "SET quarantined = :quarantined, nextAt = :at, #shard = :quarantine",
          ExpressionAttributeNames: shardName,
          ExpressionAttributeValues: {
            ":quarantined": { at, error },
            ":at": at,
            ":quarantine": quarantineShard,
            ":limit": failureLimit,
          },
          ConditionExpression: "failures >= :limit AND attribute_exists(nextAt) AND #shard <> :quarantine",
        }),
      );
      return true;
    } catch (refused) {
      if (refused instanceof ConditionalCheckFailedException) return false;
      throw refused;
    }
  },
});
export type DeadlineStore = ReturnType<typeof deadlineStore>;
