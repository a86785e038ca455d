import { describe, expect, test } from "vitest";
import * as z from "zod";
import { bareError } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

const Input = z.strictObject({ caseId: z.string(), token: z.string() });
const input = { caseId: "AH-2026-0001-k7m2p9x4c3vb", token: "a-task-token" };

describe("a task", () => {
  const log = logLines();

  test("runs on its parsed input and returns the result", async () => {
    const handler = task(Input, ({ caseId }) => Promise.resolve({ opened: caseId }));
    expect(await handler(input, context)).toEqual({ opened: "AH-2026-0001-k7m2p9x4c3vb" });
    expect(log.text()).toBe("");
  });

  test("refuses input that does not fit, loudly, before anything runs", async () => {
    let ran = false;
    const handler = task(Input, () => {
      ran = true;
      return Promise.resolve();
    });
    await expect(handler({ ...input, ...{ extra: 1 } }, context)).rejects.toThrow(/extra/);
    expect(ran).toBe(false);
  });

  test("throws a failure on under its own name, without the properties that carry data", async () => {
    class Refused extends Error {
      override name = "Refused";
      item = { story: "the petitioner's words" };
    }
    const handler = task(Input, () => Promise.reject(new Refused("condition not met")));
    const thrown = await handler(input, context).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({ name: "Refused", message: "condition not met" });
    expect(Object.keys(thrown ?? {})).not.toContain("item");
  });

  test("logs a failure with the ids of its input, and nothing else of it", async () => {
    const handler = task(Input, () => Promise.reject(new TypeError("no")));
    await handler(input, context).catch(() => undefined);
    expect(log.text()).toContain('"caseId":"AH-2026-0001-k7m2p9x4c3vb"');
    expect(log.text()).toContain('"name":"TypeError"');
    expect(log.text()).not.toContain("a-task-token");
  });

  test("counts a failure", async () => {
    const handler = task(Input, () => Promise.reject(new TypeError("no")));
    await handler(input, context).catch(() => undefined);
    expect(log.text()).toContain('"UnexpectedError":1');
    expect(log.text()).toContain('"Namespace":"Huiyin"');
  });

  test("forgets the ids of one call before the next", async () => {
    const handler = task(Input, ({ token }) => (token === "bad" ? Promise.reject(new Error("no")) : Promise.resolve()));
    await handler(input, context);
    await handler({ caseId: "AH-2026-0002-k7m2p9x4c3vb", token: "bad" }, context).catch(() => undefined);
    expect(log.text()).toContain("AH-2026-0002-k7m2p9x4c3vb");
    expect(log.text()).not.toContain("AH-2026-0001-k7m2p9x4c3vb");
  });
});

test("a bare error keeps name, message, stack and cause, and drops every other property", () => {
  const cause = Object.assign(new Error("inner"), { Item: { story: "words" } });
  const error = Object.assign(new Error("outer", { cause }), { name: "Outer", CancellationReasons: [{ Item: 1 }] });
  const bare = bareError(error);
  expect(bare).toMatchObject({ name: "Outer", message: "outer", stack: error.stack, cause: { message: "inner" } });
  expect(Object.keys(bare)).toEqual(["name", "cause"]);
  expect(Object.keys(bare.cause ?? {})).toEqual(["name"]);
});
