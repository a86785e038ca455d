import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { Shelf } from "#record/anchor.ts";
import { anchorShelf } from "#record/anchor-store.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { clientConfig } from "./emulator.ts";
import { Obstacle } from "./obstacle.ts";

const name = z.string().min(1);

/** What the deployment made, by the names of its outputs. */
export const Outputs = z.object({
  ApiId: name,
  CasesTable: name,
  DeadlinesTable: name,
  DirectoryTable: name,
  Anchors: name,
  MailQueue: name,
  EscalationChainArn: name,
  SweepFunction: name,
  ReconcileFunction: name,
  RedriveFunction: name,
  AnchorFunction: name,
  DigestFunction: name,
});
export type Outputs = z.infer<typeof Outputs>;

/** The AWS clients that the local district and its commands use: of the emulator, or of the account in the environment. */
export const connect = (endpoint: string | undefined) => {
  const config = endpoint === undefined ? {} : clientConfig(endpoint);
  const dynamo = new DynamoDBClient(config);
  const lambda = new LambdaClient(config);
  const sqs = new SQSClient(config);
  return {
    db: dynamoDatabase(dynamo),
    /** The anchors of the record. @param host the regional domain name of their bucket */
    anchors: (host: string): Shelf => anchorShelf(dynamo, host, endpoint),
    /** Calls a function, with an empty input if none is given, and waits for its result. */
    call: async (functionName: string, input: object = {}): Promise<unknown> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(input) }),
      );
      const result = Payload?.transformToString() ?? "";
      if (FunctionError !== undefined) throw new Obstacle(`${functionName} failed, and its log says where: ${result}`);
      return result === "" ? undefined : JSON.parse(result);
    },
    /** How many messages wait in a queue or are being dealt with. @param url the queue's URL */
    inQueue: async (url: string): Promise<number> => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        }),
      );
      return Object.values(Attributes ?? {}).reduce((sum, count) => sum + Number(count), 0);
    },
  };
};
export type Connection = ReturnType<typeof connect>;
