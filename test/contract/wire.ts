import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

const Input = z.object({ TableName: z.string().optional(), IndexName: z.string().optional() });

/** A request as it leaves a client: its command, and the table or index that it goes to. */
export type Sent = { command: string; to: string };

/** Calls `before` with each request that a client is about to send; what it throws comes back in place of an answer. */
export const beforeSending = (db: DynamoDBClient, before: (sent: Sent) => unknown): void => {
  db.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { TableName = "", IndexName } = Input.parse(args.input);
        await before({ command: z.string().parse(commandName), to: IndexName ?? TableName });
        return next(args);
      },
    { step: "initialize" },
  );
};

/** Notes each request that a client sends from now on. */
export const watch = (db: DynamoDBClient): Sent[] => {
  const sent: Sent[] = [];
  beforeSending(db, (request) => sent.push(request));
  return sent;
};
