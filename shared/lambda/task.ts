import type * as z from "zod";
import { idsOf } from "./ids.ts";
import { logger } from "./log.ts";
import { bareError, type LambdaHandler, observed, reportFailure } from "./observed.ts";

/**
 * A function called by the workflow, a schedule or an operator: parses the input, runs, returns what `run` returns.
 * `run` can ask how many milliseconds its call has left before the runtime cuts it off.
 * Whatever goes wrong is logged, counted and thrown on, so that the caller retries and the alarm rings.
 */
export const task = <Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (input: z.output<Schema>, millisecondsLeft: () => number) => Promise<Result>,
): LambdaHandler<z.input<Schema>, Result> =>
  observed(async (event, context) => {
    try {
      const input = schema.parse(event);
      logger.appendKeys(idsOf(input));
      return await run(input, () => context.getRemainingTimeInMillis());
    } catch (thrown) {
      const error = bareError(thrown);
      reportFailure("Task failed", error);
      throw error;
    }
  });
