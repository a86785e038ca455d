import { describe, expect, test } from "vitest";
import { logger } from "#lambda/log.ts";
import { observed } from "#lambda/observed.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

describe("a line of the log", () => {
  const log = logLines();

  test("is one line of JSON with level, words, time, service, function, request and the keys of its call", async () => {
    await observed(() => {
      logger.appendKeys({ caseId: "AH-2026-0001" });
      logger.info("Signalled", { came: "told" });
      return Promise.resolve();
    })(undefined, context);
    expect(log.text().endsWith("}\n")).toBe(true);
    expect(JSON.parse(log.text())).toEqual({
      level: "INFO",
      message: "Signalled",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      service: "huiyin",
      cold_start: expect.any(Boolean),
      function_name: "a-function",
      function_request_id: context.awsRequestId,
      caseId: "AH-2026-0001",
      came: "told",
    });
  });

  test("says of an error its name, words, place and cause", () => {
    logger.error("Task failed", { error: new TypeError("outer", { cause: new RangeError("inner") }) });
    expect(JSON.parse(log.text())).toMatchObject({
      level: "ERROR",
      error: {
        name: "TypeError",
        message: "outer",
        stack: expect.stringContaining("log.test.ts"),
        cause: { name: "RangeError", message: "inner" },
      },
    });
  });
});
