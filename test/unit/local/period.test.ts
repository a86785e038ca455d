import { expect, test } from "vitest";
import { readPeriod } from "../../../local/period.ts";

test("a period is a count of days, hours or minutes", () => {
  expect(readPeriod("8d")).toBe(8 * 86_400_000);
  expect(readPeriod("36h")).toBe(36 * 3_600_000);
  expect(readPeriod("90m")).toBe(90 * 60_000);
});

test.each(["", "8", "d", "0d", "-1d", "1.5d", "8 d", "8w", "100000d", "8d8h"])("%j is no period", (text) => {
  expect(readPeriod(text)).toBeUndefined();
});
