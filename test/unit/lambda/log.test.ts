import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Instant } from "#ground/instant.ts";
import { logger } from "#lambda/log.ts";
import { observed } from "#lambda/observed.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

describe("a line of the log", () => {
  const log = logLines();

  test("is one line of JSON with level, words, time, service, function, request and the keys of its call", async () => {
    await observed(() => {
      logger.appendKeys({ caseId: "AH-2026-0001-k7m2p9x4c3vb" });
      logger.info("Signalled", { came: "told" });
      return Promise.resolve();
    })(undefined, context);
    expect(log.text().endsWith("}\n")).toBe(true);
    const Known = z.looseObject({ timestamp: Instant, cold_start: z.boolean() });
    const { timestamp: _at, cold_start: _first, ...rest } = Known.parse(JSON.parse(log.text()));
    expect(rest).toEqual({
      level: "INFO",
      message: "Signalled",
      service: "huiyin",
      function_name: "a-function",
      function_request_id: context.awsRequestId,
      caseId: "AH-2026-0001-k7m2p9x4c3vb",
      came: "told",
    });
  });

  test("says of an error its name, words, place and cause", () => {
    logger.error("Task failed", { error: new TypeError("outer", { cause: new RangeError("inner") }) });
    expect(log.text()).toContain("log.test.ts:");
    expect(JSON.parse(log.text())).toMatchObject({
      level: "ERROR",
      error: {
        name: "TypeError",
        message: "outer",
        cause: { name: "RangeError", message: "inner" },
      },
    });
  });
});
