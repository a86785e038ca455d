import type { Context } from "aws-lambda";

/** The name under which the stage's lines and counters are found. */
export const service = process.env.SERVICE_NAME ?? "huiyin";

type Keys = Record<string, unknown>;

/** What every line of the running call carries. A function runs one call at a time. */
let keys: Keys = {};
let isFirst = true;

const plain = (error: Error): Keys => ({
  ...error,
  name: error.name,
  message: error.message,
  stack: error.stack,
  ...(error.cause !== undefined && { cause: error.cause }),
});

const jsonable = (_name: string, value: unknown): unknown =>
  value instanceof Error ? plain(value) : typeof value === "bigint" ? String(value) : value;

/** Writes one line of JSON. Not by `console`, to which the runtime adds words of its own. */
export const writeLine = (line: Keys): void => {
  process.stdout.write(`${JSON.stringify(line, jsonable)}\n`);
};

const write =
  (level: "INFO" | "WARN" | "ERROR") =>
  (message: string, more: Keys = {}) =>
    writeLine({ level, message, timestamp: new Date().toISOString(), service, ...keys, ...more });

/** One line of JSON per entry. Ids and codes only: never a body, a name, an address or a token. */
export const logger = {
  info: write("INFO"),
  warn: write("WARN"),
  error: write("ERROR"),
  /** Adds to every line of the running call. */
  appendKeys: (more: Keys): void => {
    keys = { ...keys, ...more };
  },
};

/** Begins the lines of a call: nothing of the call before is left on them. */
export const beginLines = ({ functionName, awsRequestId }: Pick<Context, "functionName" | "awsRequestId">): void => {
  keys = { cold_start: isFirst, function_name: functionName, function_request_id: awsRequestId };
  isFirst = false;
};
