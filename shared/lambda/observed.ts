import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { count, publishCounts } from "./count.ts";
import { beginLines, logger } from "./log.ts";

/** A function as the Lambda runtime calls it. */
export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** Wraps a handler with log context and counters. What was counted is published though the call fails. */
export const observed = <Event, Result>(
  handle: (event: Event, context: Context) => Promise<Result>,
): LambdaHandler<Event, Result> =>
  middy<Event, Result>(handle).use({
    before: ({ context }: { context: Context }) => beginLines(context),
    after: publishCounts,
    onError: publishCounts,
  });

/** Counts an unexpected error and logs it by name, with the ids that find the case. */
export const reportFailure = (what: string, error: Error, ids: Record<string, unknown> = {}): void => {
  count("UnexpectedError", 1);
  logger.error(what, { ...ids, error });
};

/**
 * The error without its extra properties: AWS puts items of a table on its errors, mailers the recipients, and the
 * runtime writes every property of an uncaught error to the log.
 */
export const bareError = (thrown: unknown): Error => {
  if (!(thrown instanceof Error)) return new Error("Something that is not an error was thrown");
  const bare = new Error(thrown.message);
  bare.name = thrown.name;
  if (thrown.stack !== undefined) bare.stack = thrown.stack;
  if (thrown.cause instanceof Error) bare.cause = bareError(thrown.cause);
  return bare;
};

/** Reports a row that was left out of what a function shows or tells, since it cannot be read. */
export const reportLeftOut = (row: Error): void => reportFailure("Left out, as it cannot be read", bareError(row));
