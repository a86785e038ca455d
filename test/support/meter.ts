import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { triesPartitions } from "#access/keys.ts";
import { casesPartitions } from "#case/store/keys.ts";
import { deadlinesPartitions } from "#clock/keys.ts";
import { directoryPartitions } from "#directory/keys.ts";
import { nameOfPartition } from "#ground/partitions.ts";
import type { Database, Query, Write } from "#record/database.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { WouldNotReadBack } from "#record/row.ts";
import type { FunctionName } from "../../infra/concurrency.ts";
import { actingNow } from "./acting.ts";
import type { TableNames } from "./tables.ts";

/** What a request asks of a table, as a policy sees it. Several writes of one transaction are seen together by action and table. */
export type Asked = {
  action: string;
  table: keyof TableNames;
  index?: string;
  /** The partitions of the table, or of the index, that it names; as texts. */
  leadingKeys: string[];
  /** The attributes that it names. */
  attributes: string[];
  /** What it wants to be told of the row before or after it. */
  returnValues: string;
};

const Value = z
  .union([z.object({ S: z.string() }), z.object({ N: z.string() })])
  .transform((value) => ("S" in value ? value.S : value.N));
const Names = z.record(z.string(), z.string()).default({});
const Key = z.looseObject({ pk: Value });
/** One request, or one write of a transaction: it has an item, a key, or is a query, whose partition the adapter calls `:of`. */
const Input = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  Key: Key.optional(),
  Item: Key.optional(),
  ExpressionAttributeNames: Names,
  ExpressionAttributeValues: z.looseObject({ ":of": Value.optional() }).default({}),
  ReturnValues: z.string().default("NONE"),
});
const Transaction = z.object({ TransactItems: z.array(z.record(z.string(), z.unknown())) });

/** The action that each write of a transaction is judged as. */
const actionOf: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

type Named = (table: string) => keyof TableNames;

const askedBy = (action: string, input: unknown, holds: Named): Asked => {
  const { TableName, IndexName, Key: key, Item: item, ExpressionAttributeNames: names, ...more } = Input.parse(input);
  const pk = key?.pk ?? item?.pk ?? more.ExpressionAttributeValues[":of"];
  return {
    action: `dynamodb:${action}`,
    table: holds(TableName),
    ...(IndexName !== undefined && { index: IndexName }),
    leadingKeys: pk === undefined ? [] : [pk],
    attributes: [...new Set([...Object.keys(key ?? {}), ...Object.keys(item ?? {}), ...Object.values(names)])],
    returnValues: more.ReturnValues,
  };
};

const together = (one: Asked, other: Asked): Asked => ({
  ...one,
  leadingKeys: [...one.leadingKeys, ...other.leadingKeys],
  attributes: [...new Set([...one.attributes, ...other.attributes])],
});

/** What a command of the client asks for. */
const askedOf = (command: string, input: unknown, holds: Named): Asked[] => {
  if (command !== "TransactWriteItemsCommand") return [askedBy(command.replace(/Command$/, ""), input, holds)];
  const each = Transaction.parse(input).TransactItems.flatMap((item) =>
    Object.entries(item).map(([write, one]) => askedBy(actionOf[write] ?? write, one, holds)),
  );
  const byAction = Object.values(Object.groupBy(each, ({ action, table }) => `${action} ${table}`));
  return byAction.flatMap((same = []) => (same.length > 0 ? [same.reduce(together)] : []));
};

/** The kinds of partitions of each table. */
export const partitions = {
  cases: casesPartitions,
  deadlines: deadlinesPartitions,
  directory: directoryPartitions,
  tries: triesPartitions,
} satisfies Record<keyof TableNames, Readonly<Record<string, string>>>;

/** The kind that a partition of a table is of, as a policy writes it. */
export const patternOf = (table: keyof TableNames, pk: string): string =>
  Object.values(partitions[table]).find((pattern) => pattern === pk || nameOfPartition(pattern, pk) !== undefined) ??
  pk;

const Holds = z.enum(["cases", "deadlines", "directory", "tries"]);
/** What the tables with some names hold. */
const holdsOf = (names: TableNames): Named => {
  const held = new Map(Object.entries(names).map(([holds, name]) => [name, Holds.parse(holds)]));
  return (name) => {
    const found = held.get(name);
    if (found === undefined) throw new Error(`No table ${name}`);
    return found;
  };
};

/** What of a write decides what it asks for: all but its values. */
const outlineOf = ({ does, table, key, ...write }: Write, holds: Named): string =>
  JSON.stringify([does, table, patternOf(holds(table), key.pk), write], (name, value: unknown) => {
    if (["form", "refusedAs", "value"].includes(name)) return undefined;
    const isFields =
      ["row", "set", "setIfMissing", "add"].includes(name) && typeof value === "object" && value !== null;
    return isFields ? Object.keys(value) : value;
  });

/**
 * Notes what the functions of a district ask of their tables: every call of a metered database also goes through the
 * adapter of DynamoDB, whose client sends nothing and tells what it would have sent.
 */
export const newMeter = () => {
  const noted = new Map<string, Asked & { by: FunctionName }>();

  const note = (by: FunctionName, asked: Asked): void => {
    const kinds =
      asked.index ??
      asked.leadingKeys
        .map((pk) => patternOf(asked.table, pk))
        .toSorted()
        .join(" ");
    const { action, table, attributes, returnValues } = asked;
    noted.set(JSON.stringify([by, action, table, kinds, attributes.toSorted(), returnValues]), { by, ...asked });
  };

  /** The adapter over a client that only tells; each request counts for whoever acts as it is made. */
  const silent = (holds: Named): Database => {
    const client = new DynamoDBClient({
      region: "cn-north-1",
      credentials: { accessKeyId: "-", secretAccessKey: "-" },
    });
    client.middlewareStack.add(
      (_, { commandName = "" }) =>
        ({ input }) => {
          const by = actingNow();
          if (by !== undefined) for (const asked of askedOf(commandName, input, holds)) note(by, asked);
          return Promise.resolve({ output: { $metadata: {} }, response: {} });
        },
      { step: "initialize", priority: "high" },
    );
    return dynamoDatabase(client);
  };

  return {
    /** What was asked, once of each kind. */
    noted: () => [...noted.values()],
    metered: (database: Database, names: TableNames): Database => {
      const holds = holdsOf(names);
      const shadow = silent(holds);
      const seen = new Set<string>();
      /** Like all that it saw before: one of each kind is enough. */
      const asWell = async (outline: unknown[], ask: () => Promise<unknown>): Promise<void> => {
        const kind = JSON.stringify([actingNow(), ...outline]);
        if (actingNow() === undefined || seen.has(kind)) return;
        seen.add(kind);
        await ask().catch((error: unknown) => {
          // What would not read back is never sent.
          if (!(error instanceof WouldNotReadBack)) throw error;
        });
      };
      const queried = ({ table, index, of }: Query) => [table, index?.name ?? patternOf(holds(table), String(of))];
      return {
        get: async (table, key) => {
          await asWell(["get", table, patternOf(holds(table), key.pk)], () => shadow.get(table, key));
          return database.get(table, key);
        },
        async *query(query) {
          await asWell(["query", ...queried(query)], () => shadow.query(query).next());
          yield* database.query(query);
        },
        async *list(table, index) {
          await asWell(["list", table, index.name], () => shadow.list(table, index).next());
          yield* database.list(table, index);
        },
        count: async (query) => {
          await asWell(["count", ...queried(query)], () => shadow.count(query));
          return database.count(query);
        },
        write: async (writes) => {
          await asWell(["write", ...writes.map((write) => outlineOf(write, holds))], () => shadow.write(writes));
          return database.write(writes);
        },
        update: async (write) => {
          await asWell(["update", outlineOf(write, holds)], () => shadow.update(write));
          return database.update(write);
        },
      };
    },
  };
};
export type Meter = ReturnType<typeof newMeter>;
