import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { itemSize, readUnits, writeUnits } from "./units.ts";

/** An item as it is on the wire, read as plain values: units are counted of names and values. */
const Item = z.custom<Record<string, AttributeValue>>().transform((item): Record<string, unknown> => unmarshall(item));
type Item = z.infer<typeof Item>;

const TransactWriteItem = z.object({
  Put: z.object({ Item }).optional(),
  Update: z.object({ Key: Item, ExpressionAttributeValues: Item.optional(), UpdateExpression: z.string() }).optional(),
  ConditionCheck: z.unknown().optional(),
});
type TransactWriteItem = z.infer<typeof TransactWriteItem>;
type Change = NonNullable<TransactWriteItem["Update"]>;
type Stored = { size: number; indexed: string };

/** What is counted of requests and answers, whatever their command. */
const Input = z.object({
  ConsistentRead: z.boolean().default(false),
  TransactItems: z.array(TransactWriteItem).default([]),
});
const Output = z.object({ Items: z.array(Item).default([]), Item: Item.prefault({}) });

/** Requests, and the units that AWS would bill for them. `indexUnits` are the writes that the indexes cost. */
export type Reading = { requests: number; queries: number; reads: number; transactions: number } & {
  readUnits: number;
  writeUnits: number;
  indexUnits: number;
};

const nothing = (): Reading => ({
  requests: 0,
  queries: 0,
  reads: 0,
  transactions: 0,
  readUnits: 0,
  writeUnits: 0,
  indexUnits: 0,
});

/** The attributes by which our indexes hold an item. */
const indexKeys = [
  ["shard", "nextAt"],
  ["outbox", "outboxAt"],
  ["unit", "due"],
  ["person", "due"],
  ["supervised", "due"],
  ["asked", "pk"],
  ["standing", "pk"],
] as const;
const indexedAs = (item: Item): string =>
  indexKeys
    .map(([hash, range]) =>
      item[hash] !== undefined && item[range] !== undefined ? JSON.stringify([item[hash], item[range]]) : "",
    )
    .join("|");

const keyOf = (key: Item): string => JSON.stringify([key.pk, key.sk]);

/**
 * Counts what a client sends and computes the units from the items themselves. It remembers the sizes of what was put
 * through it, because an update names an item without showing it.
 */
export const meter = (db: DynamoDBClient) => {
  let reading = nothing();
  const stored = new Map<string, Stored>();

  /** A changed index key is a deletion and an insertion; a first or last one is only one of them. */
  const indexWrites = (before: Stored | undefined, size: number, indexed: string): number => {
    const [old = [], now = []] = [before?.indexed.split("|"), indexed.split("|")];
    return indexKeys.reduce((units, _, i) => {
      const [then = "", next = ""] = [old[i], now[i]];
      const gone = then !== "" && then !== next ? writeUnits(before?.size ?? 0, false) : 0;
      return units + gone + (next === "" ? 0 : writeUnits(size, false));
    }, 0);
  };

  const countPut = (item: Item): void => {
    const [size, indexed, before] = [itemSize(item), indexedAs(item), stored.get(keyOf(item))];
    reading.writeUnits += writeUnits(Math.max(size, before?.size ?? 0), true);
    reading.indexUnits += indexWrites(before, size, indexed);
    stored.set(keyOf(item), { size, indexed });
  };

  /** The larger of before and after counts: what an update of ours adds is no larger than its values. */
  const countUpdate = ({ Key, ExpressionAttributeValues = {}, UpdateExpression }: Change): void => {
    const before = stored.get(keyOf(Key));
    if (before === undefined) throw new Error(`${keyOf(Key)} was not put through the meter`);
    const size = before.size + itemSize(ExpressionAttributeValues);
    reading.writeUnits += writeUnits(size, true);
    const leaves = /REMOVE.*nextAt/.test(UpdateExpression);
    const indexed = leaves ? "||" : `${JSON.stringify(ExpressionAttributeValues[":nextAt"])}||`;
    reading.indexUnits += indexWrites(before, size, indexed);
    stored.set(keyOf(Key), { size, indexed });
  };

  const countTransaction = ({ Put, Update, ConditionCheck }: TransactWriteItem): void => {
    if (Put) countPut(Put.Item);
    else if (Update) countUpdate(Update);
    else if (ConditionCheck !== undefined) reading.writeUnits += 2;
  };

  db.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        reading.requests += 1;
        const result = await next(args);
        const { ConsistentRead: consistent, TransactItems } = Input.parse(args.input);
        const { Items, Item } = Output.parse(result.output);
        if (commandName === "QueryCommand" || commandName === "ScanCommand") {
          reading.queries += 1;
          const size = Items.reduce((total, item) => total + itemSize(item), 0);
          reading.readUnits += readUnits(size, consistent);
        } else if (commandName === "GetItemCommand") {
          reading.reads += 1;
          reading.readUnits += readUnits(itemSize(Item), consistent);
        } else if (commandName === "TransactWriteItemsCommand") {
          reading.transactions += 1;
          for (const item of TransactItems) countTransaction(item);
        }
        return result;
      },
    { step: "initialize" },
  );

  /** What has been counted since the last time it was asked. */
  return (): Reading => {
    const counted = reading;
    reading = nothing();
    return counted;
  };
};
