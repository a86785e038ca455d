import { expect, test } from "vitest";
import { type MailTrouble, noTrouble } from "#case/digest/mail-trouble.ts";
import type { PostedMail } from "#case/outbox/posted.ts";
import { digest } from "../../../functions/clock/digest.ts";
import { at } from "../case/district.ts";
import { filed } from "../case/story.ts";

const lateAtTop = filed("wages")
  .opens()
  .owner({ command: "reportUpward", reason: "重大" })
  .opens()
  .passes("2026-03-13T00:30:00.000Z").state;

/** Calls the digest at a moment. Gives what it posted, and by which day it asked. */
const calledAt = async (
  now: string,
  {
    waiting = [],
    supervised = [],
    trouble = noTrouble,
  }: { waiting?: string[]; supervised?: string[]; trouble?: MailTrouble },
) => {
  const posted: PostedMail[] = [];
  const asked: string[] = [];
  const run = digest({
    world: () => Promise.resolve(at(now)),
    cases: { load: () => Promise.resolve(lateAtTop) },
    digests: {
      pressing: (until) => {
        asked.push(until);
        return Promise.resolve(new Set(waiting));
      },
      supervised: () => Promise.resolve(supervised),
    },
    bounces: { unreachable: () => Promise.resolve(trouble.unreachable) },
    outages: { outages: () => Promise.resolve(trouble.outages) },
    mails: {
      post: (messages) => {
        posted.push(...messages);
        return Promise.resolve();
      },
    },
    leftOut: (row) => {
      throw row;
    },
  });
  expect(await run()).toEqual({ posted: posted.length });
  return { posted, asked };
};

test("whoever has something this week gets a digest, and nobody else", async () => {
  const { posted, asked } = await calledAt("2026-03-13T00:30:00.000Z", { waiting: ["peach-head", "housing-handler"] });
  expect(posted).toEqual([
    { digest: "peach-head", on: "2026-03-13" },
    { digest: "housing-handler", on: "2026-03-13" },
  ]);
  expect(asked).toEqual(["2026-03-15"]);
});

test("the duty officer gets one for the supervision list alone", async () => {
  const { posted } = await calledAt("2026-03-13T00:30:00.000Z", { supervised: [lateAtTop.id] });
  expect(posted).toEqual([{ digest: "bureau-handler", on: "2026-03-13", supervises: true }]);
});

test.each([
  ["a Saturday", "2026-03-14T00:30:00.000Z"],
  ["Spring Festival", "2026-02-17T00:30:00.000Z"],
  ["a minute before half past eight", "2026-03-13T00:29:00.000Z"],
  ["half past five", "2026-03-13T09:30:00.000Z"],
])("nobody gets one on %s", async (_, now) => {
  expect((await calledAt(now, { waiting: ["housing-handler"], supervised: [lateAtTop.id] })).posted).toEqual([]);
});

test("a Sunday that is worked is a morning like any other, and ends its week", async () => {
  const { posted, asked } = await calledAt("2026-01-04T00:30:00.000Z", { waiting: ["housing-handler"] });
  expect(posted).toHaveLength(1);
  expect(asked).toEqual(["2026-01-04"]);
});

test("the duty officer gets one when mail was in trouble, though nothing else presses", async () => {
  const outage = { v: 1, waited: 37, from: "2026-03-02T14:10:00.000Z", until: "2026-03-02T23:40:00.000Z" } as const;
  const trouble = { outages: [outage], unreachable: ["housing-handler"] };
  const { posted } = await calledAt("2026-03-03T00:36:00.000Z", { trouble });
  expect(posted).toEqual([{ digest: "bureau-handler", on: "2026-03-03", supervises: true }]);
  const old = { ...outage, until: "2026-03-01T23:40:00.000Z" };
  const { posted: none } = await calledAt("2026-03-03T00:36:00.000Z", { trouble: { ...noTrouble, outages: [old] } });
  expect(none).toEqual([]);
});
