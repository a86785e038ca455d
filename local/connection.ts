import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { clientConfig } from "./emulator.ts";

const name = z.string().min(1);

/** What the deployment made, by the names of its outputs. */
export const Outputs = z.object({
  ApiId: name,
  CasesTable: name,
  DeadlinesTable: name,
  DirectoryTable: name,
  Chain: name,
  SweepFunction: name,
  ReconcileFunction: name,
  RedriveFunction: name,
  DigestFunction: name,
});
export type Outputs = z.infer<typeof Outputs>;

/** The AWS clients that the local district and its commands use: of the emulator, or of the account in the environment. */
export const connect = (endpoint: string | undefined) => {
  const config = endpoint === undefined ? {} : clientConfig(endpoint);
  const lambda = new LambdaClient(config);
  return {
    db: DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } }),
    /** Calls a function with an empty input and waits for its result. */
    call: async (functionName: string): Promise<unknown> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: "{}" }),
      );
      const result = Payload?.transformToString() ?? "";
      if (FunctionError !== undefined) throw new Error(`${functionName} failed: ${result}`);
      return result === "" ? undefined : JSON.parse(result);
    },
  };
};
export type Connection = ReturnType<typeof connect>;
