import {
  type CancellationReason,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { attributesOf, rowIn } from "./attributes-dynamodb.ts";
import {
  type Condition,
  type Database,
  type Key,
  MovedOn,
  type Query,
  readable,
  refusalOf,
  type Update,
  type UpdateWrite,
  type Write,
} from "./database.ts";

/** The names and values that an expression speaks of. Every field is named by a placeholder: some are reserved words. */
type Spoken = { names: Record<string, string>; values: Record<string, unknown> };

const named = ({ names }: Spoken, field: string): string => {
  names[`#${field}`] = field;
  return `#${field}`;
};
const valued = ({ values }: Spoken, name: string, value: unknown): string => {
  values[`:${name}`] = value;
  return `:${name}`;
};

const conditionText = (condition: Condition, spoken: Spoken): string => {
  if ("all" in condition) return condition.all.map((one) => `(${conditionText(one, spoken)})`).join(" AND ");
  if ("any" in condition) return condition.any.map((one) => `(${conditionText(one, spoken)})`).join(" OR ");
  if ("row" in condition) return `attribute_${condition.row === "there" ? "exists" : "not_exists"}(pk)`;
  const field = named(spoken, condition.field);
  if (!("value" in condition)) return `attribute_${condition.is === "there" ? "exists" : "not_exists"}(${field})`;
  const value = valued(spoken, `if${Object.keys(spoken.values).length}`, condition.value);
  return `${field} ${condition.is} ${value}`;
};

const updateText = ({ set = {}, setIfMissing = {}, remove = [], add = {} }: Update, spoken: Spoken): string => {
  const clause = (verb: string, parts: string[]) => (parts.length > 0 ? [`${verb} ${parts.join(", ")}`] : []);
  const value = ([field, given]: [string, unknown]) => valued(spoken, field, given);
  return [
    ...clause("SET", [
      ...Object.entries(set).map((entry) => `${named(spoken, entry[0])} = ${value(entry)}`),
      ...Object.entries(setIfMissing).map((entry) => {
        const field = named(spoken, entry[0]);
        return `${field} = if_not_exists(${field}, ${value(entry)})`;
      }),
    ]),
    ...clause(
      "REMOVE",
      remove.map((field) => named(spoken, field)),
    ),
    ...clause(
      "ADD",
      Object.entries(add).map((entry) => `${named(spoken, entry[0])} ${value(entry)}`),
    ),
  ].join(" ");
};

/** DynamoDB takes no empty lists of names or values. */
const asInput = ({ names, values }: Spoken) => ({
  ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: attributesOf(values) }),
});

const silence = (): Spoken => ({ names: {}, values: {} });

const conditional = (condition: Condition | undefined, spoken: Spoken) =>
  condition === undefined ? {} : { ConditionExpression: conditionText(condition, spoken) };

const putInput = ({ table, key, row, if: condition }: Extract<Write, { does: "put" }>) => {
  const spoken = silence();
  const guard = conditional(condition, spoken);
  return { TableName: table, Item: attributesOf({ ...row, ...key }), ...guard, ...asInput(spoken) };
};
const updateInput = ({ table, key, update, if: condition }: UpdateWrite) => {
  const spoken = silence();
  const UpdateExpression = updateText(update, spoken);
  const guard = conditional(condition, spoken);
  return { TableName: table, Key: attributesOf(key), UpdateExpression, ...guard, ...asInput(spoken) };
};
const checkInput = ({ table, key, if: condition }: Extract<Write, { does: "check" }>) => {
  const spoken = silence();
  return {
    TableName: table,
    Key: attributesOf(key),
    ConditionExpression: conditionText(condition, spoken),
    ...asInput(spoken),
  };
};
const deleteInput = ({ table, key, if: condition }: Extract<Write, { does: "delete" }>) => {
  const spoken = silence();
  const guard = conditional(condition, spoken);
  return { TableName: table, Key: attributesOf(key), ...guard, ...asInput(spoken) };
};

const transactItem = (write: Write): TransactWriteItem => {
  switch (write.does) {
    case "put":
      return { Put: putInput(write) };
    case "update":
      return { Update: updateInput(write) };
    case "check":
      return { ConditionCheck: checkInput(write) };
    case "delete":
      return { Delete: deleteInput(write) };
  }
};

const underWay = ({ table, key }: Write): MovedOn =>
  new MovedOn(`${table} ${key.pk} / ${key.sk}: another transaction is under way`);

/** What the first write whose condition the database refused stands for; a conflict counts as "moved on". */
const refusalBy = (reasons: readonly CancellationReason[], writes: readonly Write[]): Error | undefined => {
  const first = writes.find((_, position) => reasons[position]?.Code === "ConditionalCheckFailed");
  if (first !== undefined) return refusalOf(first);
  const busy = writes.find((_, position) => reasons[position]?.Code === "TransactionConflict");
  return busy && underWay(busy);
};

const rangeText = ({ range, index }: Query, spoken: Spoken): string => {
  if (range === undefined) return "";
  const field = named(spoken, index?.range ?? "sk");
  if ("below" in range) return ` AND ${field} < ${valued(spoken, "below", range.below)}`;
  if ("above" in range) return ` AND ${field} > ${valued(spoken, "above", range.above)}`;
  const until = valued(spoken, "until", range.until);
  return "from" in range
    ? ` AND ${field} BETWEEN ${valued(spoken, "from", range.from)} AND ${until}`
    : ` AND ${field} <= ${until}`;
};

const queryInput = (query: Query): QueryCommandInput => {
  const { table, index, of, backwards, limit } = query;
  const spoken = silence();
  const partition = `${named(spoken, index?.hash ?? "pk")} = ${valued(spoken, "of", of)}`;
  const KeyConditionExpression = `${partition}${rangeText(query, spoken)}`;
  return {
    TableName: table,
    ...(index === undefined ? { ConsistentRead: true } : { IndexName: index.name }),
    KeyConditionExpression,
    ...(backwards && { ScanIndexForward: false }),
    ...(limit !== undefined && { Limit: limit }),
    ...asInput(spoken),
  };
};

/**
 * Tables in DynamoDB. A single write is a request of its own, which costs half of a transaction; several are one
 * transaction. The SDK gives each transaction a token and keeps it over its retries, so that one whose answer was lost is
 * not judged against itself.
 */
export const dynamoDatabase = (db: DynamoDBClient): Database => {
  const transact = async (writes: readonly Write[]): Promise<void> => {
    try {
      await db.send(new TransactWriteItemsCommand({ TransactItems: writes.map(transactItem) }));
    } catch (error) {
      throw error instanceof TransactionCanceledException
        ? (refusalBy(error.CancellationReasons ?? [], writes) ?? error)
        : error;
    }
  };

  /** One request, whose refused condition is the write's own error; one that meets a transaction has moved on. */
  const alone = async <T>(write: Write, send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw refusalOf(write);
      throw error instanceof TransactionConflictException ? underWay(write) : error;
    }
  };

  const one = (write: Write): Promise<unknown> => {
    switch (write.does) {
      case "put":
        return alone(write, () => db.send(new PutItemCommand(putInput(write))));
      case "update":
        return alone(write, () => db.send(new UpdateItemCommand(updateInput(write))));
      case "delete":
        return alone(write, () => db.send(new DeleteItemCommand(deleteInput(write))));
      case "check":
        return transact([write]);
    }
  };

  return readable({
    get: async (table, key: Key) => {
      const { Item: found } = await db.send(
        new GetItemCommand({ TableName: table, Key: attributesOf(key), ConsistentRead: true }),
      );
      return found && rowIn(found);
    },
    async *query(query) {
      const input = queryInput(query);
      if (query.limit !== undefined) {
        yield* ((await db.send(new QueryCommand(input))).Items ?? []).map(rowIn);
        return;
      }
      for await (const { Items = [] } of paginateQuery({ client: db }, input)) yield* Items.map(rowIn);
    },
    async *list(TableName, { name: IndexName }) {
      for await (const { Items = [] } of paginateScan({ client: db }, { TableName, IndexName }))
        yield* Items.map(rowIn);
    },
    count: async (query) => {
      let count = 0;
      const input: QueryCommandInput = { ...queryInput(query), Select: "COUNT" };
      for await (const { Count = 0 } of paginateQuery({ client: db }, input)) count += Count;
      return count;
    },
    write: async (writes) => {
      const [first, ...others] = writes;
      if (first !== undefined) await (others.length === 0 ? one(first) : transact(writes));
    },
    update: async (write) => {
      const { Attributes = {} } = await alone(write, () =>
        db.send(new UpdateItemCommand({ ...updateInput(write), ReturnValues: "ALL_NEW" })),
      );
      return rowIn(Attributes);
    },
  });
};

/** The database of a function; one client per warm instance. */
export const database = (): Database => dynamoDatabase(new DynamoDBClient({}));
