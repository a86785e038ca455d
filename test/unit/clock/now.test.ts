import { expect, test } from "vitest";
import { demoNow, realNow } from "#clock/now.ts";
import { Instant } from "#ground/instant.ts";

const day = 24 * 60 * 60 * 1000;

test("the real clock tells an instant", async () => {
  expect(Instant.safeParse(await realNow()).success).toBe(true);
});

test("the demo clock is ahead by its offset, and moves while it is in use", async () => {
  let offset = 0;
  const now = demoNow(() => Promise.resolve(offset));
  const before = Date.parse(await now());
  offset = 8 * day;
  const after = Date.parse(await now());
  expect(after - before).toBeGreaterThanOrEqual(8 * day);
  expect(after - before).toBeLessThan(8 * day + 60_000);
});
