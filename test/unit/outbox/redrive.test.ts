import { expect, test } from "vitest";
import type { Outgoing } from "#case/outbox/departures.ts";
import type { Unpublished } from "#case/store/outbox-store.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { type RedrivePorts, redrive } from "../../../functions/outbox/redrive.ts";
import { filed } from "../case/story.ts";

const now = "2026-03-03T00:30:00.000Z";
const [night, aMinuteAgo] = ["2026-03-02T16:00:00.000Z", "2026-03-03T00:29:00.000Z"];

/** An event that was stored at a moment. */
const stored = (at: string) => {
  const [event] = filed("wages", at).events;
  if (event === undefined) throw new Error("Nothing was registered");
  return event;
};

/** Redrives events that wait in shards of their own, and notes what is published. */
const redriven = async (waiting: Outgoing[], ports: Partial<RedrivePorts["outbox"]> = {}) => {
  const published: Outgoing[] = [];
  const run = redrive({
    outbox: {
      async *unpublished(shard): AsyncGenerator<Unpublished> {
        const found = waiting.slice(shard, shard + 1);
        yield* found.map(({ event, outboxAt }) => ({ caseId: event.caseId, seq: shard, outboxAt }));
      },
      leaving: (_, seq) => Promise.resolve(waiting[seq]?.event),
      putOff: () => Promise.reject(new Error("No email waits for its server")),
      ...ports,
    },
    mails: { post: () => Promise.reject(new Error("No email waits for its server")) },
    publish: (outgoing, at) => {
      expect(at).toBe(now);
      published.push(outgoing);
      return Promise.resolve();
    },
    now: () => Promise.resolve(now),
    calendar: () => Promise.resolve(chineseCalendar()),
  });
  const came = await run().catch((error: unknown) => error);
  return { published, came };
};

test("what the stream may still be publishing is left to it for two minutes", async () => {
  const [young, lost] = [stored(aMinuteAgo), stored(night)];
  const { published } = await redriven([
    { event: young, outboxAt: young.at },
    { event: lost, outboxAt: lost.at },
  ]);
  expect(published).toEqual([{ event: lost, outboxAt: lost.at }]);
});

test("what has come due since it was stored is published in its first minute: the stream does not come back", async () => {
  const waiting = [
    { event: stored(night), outboxAt: now },
    { event: stored(night), outboxAt: aMinuteAgo },
  ];
  expect(await redriven(waiting)).toEqual({ published: waiting, came: { published: 2 } });
});

test("a shard that cannot be read keeps none of the others, and the redrive fails with its error", async () => {
  const event = stored(night);
  const throttled = new Error("throttled");
  const { published, came } = await redriven([], {
    async *unpublished(shard) {
      if (shard === 0) throw throttled;
      yield* shard === 9 ? [{ caseId: event.caseId, seq: 1, outboxAt: event.at }] : [];
    },
    leaving: () => Promise.resolve(event),
  });
  expect(published).toHaveLength(1);
  expect(came).toMatchObject({ message: "1 failed beside 1 events that were published", cause: throttled });
});
