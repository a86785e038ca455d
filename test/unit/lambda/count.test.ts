import { describe, expect, test } from "vitest";
import * as z from "zod";
import { count, heartbeat } from "#lambda/count.ts";
import { observed } from "#lambda/observed.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

describe("what is counted in a call", () => {
  const log = logLines();
  const lines = () =>
    log
      .text()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));

  test("leaves as one line in CloudWatch's embedded metric format, with several values of a counter as a list", async () => {
    await observed(() => {
      heartbeat("CasesReconciled");
      count("CasesReconciled", 7);
      count("ClocklessCases", 0);
      return Promise.resolve();
    })(undefined, context);
    expect(lines()).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: "Huiyin",
              Dimensions: [["service"]],
              Metrics: [
                { Name: "CasesReconciled", Unit: "Count" },
                { Name: "ClocklessCases", Unit: "Count" },
              ],
            },
          ],
        },
        service: "huiyin",
        CasesReconciled: [0, 7],
        ClocklessCases: 0,
      },
    ]);
  });

  test("leaves though the call fails, and is not told again by the next", async () => {
    const failing = observed(() => {
      heartbeat("EventsRedriven");
      return Promise.reject(new Error("no"));
    });
    await expect(failing(undefined, context)).rejects.toThrow("no");
    await observed(() => Promise.resolve())(undefined, context);
    expect(lines().map(({ EventsRedriven }) => EventsRedriven)).toEqual([0]);
  });

  test("is never more than the hundred values that CloudWatch reads of a counter in one line", async () => {
    await observed(() => {
      for (let n = 0; n < 250; n += 1) count("UnexpectedError", 1);
      return Promise.resolve();
    })(undefined, context);
    const told = lines().map(({ UnexpectedError }) => z.array(z.number()).parse(UnexpectedError).length);
    expect(told).toEqual([100, 100, 50]);
  });
});
