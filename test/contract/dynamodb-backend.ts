import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DeleteCommand, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { Item } from "#record/database.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { clientConfig } from "../../local/emulator.ts";
import { documentClient } from "../support/document-client.ts";
import { createTables } from "../support/tables.ts";
import type { Backend, Host } from "./backend.ts";
import { forEachOf, upTo } from "./moments.ts";

const batchSize = 25;

/** Tables on a database that is DynamoDB, or says so. */
export const dynamoBackend = async (endpoint: string): Promise<Backend> => {
  const db = documentClient(endpoint);
  const names = await createTables(db);
  return {
    names,
    connect: () => {
      const client = new DynamoDBClient(clientConfig(endpoint));
      return { client, database: dynamoDatabase(client), disconnect: () => client.destroy() };
    },
    raw: {
      items: async (table) => {
        const items: Item[] = [];
        for await (const page of paginateScan({ client: db }, { TableName: names[table], ConsistentRead: true })) {
          items.push(...(page.Items ?? []));
        }
        return items;
      },
      put: async (table, items) => {
        const [first, ...others] = items;
        if (first !== undefined && others.length === 0) {
          await db.send(new PutCommand({ TableName: names[table], Item: first }));
          return;
        }
        const batches = upTo(Math.ceil(items.length / batchSize)).map((n) =>
          items.slice((n - 1) * batchSize, n * batchSize),
        );
        await forEachOf(batches, (batch) =>
          db.send(
            new BatchWriteCommand({
              RequestItems: { [names[table]]: batch.map((one) => ({ PutRequest: { Item: one } })) },
            }),
          ),
        );
      },
      remove: async (table, key) => {
        await db.send(new DeleteCommand({ TableName: names[table], Key: key }));
      },
    },
    close: () => db.destroy(),
  };
};

/** Where districts have tables on one database, which ends with them. */
export const dynamoHost =
  (start: () => Promise<{ endpoint: string; stop: () => Promise<void> }>) => async (): Promise<Host> => {
    const { endpoint, stop } = await start();
    return { tables: () => dynamoBackend(endpoint), stop };
  };
