import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import middy from "@middy/core";
import type { Context } from "aws-lambda";

/** One line of JSON per entry. Ids and codes only: never a body, a name, an address or a token. */
export const logger = new Logger();
/** Counters as log lines in CloudWatch's embedded metric format: no call leaves the function. */
export const metrics = new Metrics({ namespace: "Huiyin" });

/** A function as the Lambda runtime calls it. */
export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/**
 * Wraps a handler with log context and metrics.
 * No middleware here answers early, so each gets to clean up after itself (powertools #1410).
 */
export const observed = <Event, Result>(handle: (event: Event) => Promise<Result>): LambdaHandler<Event, Result> =>
  middy<Event, Result>(handle)
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use({ after: publishMetrics, onError: publishMetrics });

/** Unlike powertools' own middleware, says nothing when there is nothing to say. */
const publishMetrics = () => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

/** Counts a call by its schedule before it does anything, so that the alarm for missed calls is quiet though it fails. */
export const heartbeat = (metric: string): void => {
  metrics.addMetric(metric, MetricUnit.Count, 0);
};

/** Counts an unexpected error and logs it by name, with the ids that find the case. */
export const reportFailure = (what: string, error: Error, ids: Record<string, unknown> = {}): void => {
  metrics.addMetric("UnexpectedError", MetricUnit.Count, 1);
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
