import { describe, expect, test } from "vitest";
import * as z from "zod";
import { consume, queueOf, streamOf } from "#lambda/consume.ts";
import { TryLater } from "#lambda/try-later.ts";
import { context } from "./context.ts";
import { logLines } from "./log-lines.ts";

const Note = z.strictObject({ caseId: z.string(), words: z.string().default("") });
type Note = z.infer<typeof Note>;

/** Takes notes; refuses the case called "bad". */
const taker = () => {
  const taken: string[] = [];
  const take = (note: Note) => {
    if (note.caseId === "bad") return Promise.reject(new RangeError("refused"));
    taken.push(note.caseId);
    return Promise.resolve();
  };
  return { taken, take };
};

describe("a queue's batch", () => {
  const log = logLines();
  const batch = (...bodies: string[]) => ({
    Records: bodies.map((body, i) => ({ messageId: `m${i}`, body, receiptHandle: "r" })),
  });
  const note = (caseId: string) => JSON.stringify({ caseId, words: "private words" });

  test("is taken message by message", async () => {
    const { taken, take } = taker();
    expect(await consume(queueOf(Note), take)(batch(note("a"), note("b")), context)).toEqual({ batchItemFailures: [] });
    expect(taken).toEqual(["a", "b"]);
  });

  test("brings back only the message that failed; those after it are still taken", async () => {
    const { taken, take } = taker();
    const result = await consume(queueOf(Note), take)(batch(note("a"), note("bad"), note("c")), context);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: "m1" }] });
    expect(taken).toEqual(["a", "c"]);
  });

  test("brings back a message that is no JSON, or not of the schema, instead of dropping it", async () => {
    const { taken, take } = taker();
    const result = await consume(queueOf(Note), take)(batch("{", '{"words":1}', note("c")), context);
    expect(result.batchItemFailures.map((failure) => failure.itemIdentifier)).toEqual(["m0", "m1"]);
    expect(taken).toEqual(["c"]);
  });

  test("logs and counts each failure by name with its ids, never with its body", async () => {
    await consume(queueOf(Note), taker().take)(batch(note("bad")), context);
    expect(log.text()).toContain('"name":"RangeError"');
    expect(log.text()).toContain('"entry":"m0"');
    expect(log.text()).toContain('"caseId":"bad"');
    expect(log.text()).toContain('"UnexpectedError":1');
    expect(log.text()).not.toContain("private words");
  });

  test("brings back what is left for later without counting an error", async () => {
    const busy = () => Promise.reject(new TryLater("another sender is at it"));
    const result = await consume(queueOf(Note), busy)(batch(note("a")), context);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }] });
    expect(log.text()).toContain("another sender is at it");
    expect(log.text()).not.toContain("UnexpectedError");
  });

  test("that is no batch at all is refused loudly", async () => {
    await expect(consume(queueOf(Note), taker().take)({ detail: {} }, context)).rejects.toThrow();
  });
});

describe("a stream's batch", () => {
  logLines();
  const record = (n: number, image?: Record<string, unknown>) => ({
    eventName: image ? "INSERT" : "REMOVE",
    dynamodb: { SequenceNumber: `${n}`, Keys: { pk: { S: "x" } }, ...(image && { NewImage: image }) },
  });
  const note = (n: number, caseId: string) => record(n, { caseId: { S: caseId } });

  test("stops at the first failure, so that nothing overtakes it when Lambda retries from there", async () => {
    const { taken, take } = taker();
    const result = await consume(streamOf(Note), take)(
      { Records: [note(1, "a"), note(2, "bad"), note(3, "c")] },
      context,
    );
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    expect(taken).toEqual(["a"]);
  });

  test("passes removals by", async () => {
    const { taken, take } = taker();
    await consume(streamOf(Note), take)({ Records: [record(1), note(2, "b")] }, context);
    expect(taken).toEqual(["b"]);
  });

  test("holds items as DynamoDB writes them", async () => {
    const seen: unknown[] = [];
    await consume(streamOf(z.unknown()), (item) => {
      seen.push(item);
      return Promise.resolve();
    })(
      {
        Records: [
          record(1, {
            text: { S: "字" },
            number: { N: "12.5" },
            yes: { BOOL: true },
            nothing: { NULL: true },
            words: { SS: ["a", "b"] },
            numbers: { NS: ["1", "2"] },
            list: { L: [{ S: "a" }, { M: { deep: { L: [] } } }] },
            map: { M: { n: { N: "1" } } },
          }),
        ],
      },
      context,
    );
    expect(seen).toEqual([
      {
        text: "字",
        number: 12.5,
        yes: true,
        nothing: null,
        words: ["a", "b"],
        numbers: [1, 2],
        list: ["a", { deep: [] }],
        map: { n: 1 },
      },
    ]);
  });
});
