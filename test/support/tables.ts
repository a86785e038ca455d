import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { resourcesOf, synthesise } from "../fixtures/synthesis.ts";

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));

/** What of a table's CloudFormation properties decides how it behaves. */
const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});

export type TableNames = { cases: string; deadlines: string; directory: string; tries: string };

const tables = resourcesOf(synthesise("local").state, "AWS::DynamoDB::Table");

const propertiesOf = (logicalName: string) => {
  const found = tables.find(([id]) => id.startsWith(logicalName));
  if (!found) throw new Error(`The state stack has no table ${logicalName}`);
  return TableProperties.parse(found[1].Properties);
};

/** Makes new tables as the state stack defines them, with names of their own. */
export const createTables = async (client: DynamoDBClient): Promise<TableNames> => {
  const suffix = crypto.randomUUID();
  const create = async (logicalName: string): Promise<string> => {
    const TableName = `${logicalName}-${suffix}`;
    await client.send(
      new CreateTableCommand({ TableName, BillingMode: "PAY_PER_REQUEST", ...propertiesOf(logicalName) }),
    );
    return TableName;
  };
  return {
    cases: await create("Cases"),
    deadlines: await create("Deadlines"),
    directory: await create("Directory"),
    tries: await create("Tries"),
  };
};
