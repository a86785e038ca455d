import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

/** Reads one item of a table as it is now, or `undefined`. */
export const itemsOf =
  (db: DynamoDBDocumentClient, table: string) =>
  async (key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> =>
    (await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

/** The database client of a function; one per warm instance. */
export const database = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });
