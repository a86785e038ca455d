import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect } from "vitest";
import { eventKey } from "#case/keys.ts";
import { Posted } from "#case/posted.ts";
import { publish } from "#case/publish.ts";
import { shardOf, shards } from "#clock/keys.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { acknowledge, personal, reply } from "./samples.ts";

const later = "2026-03-02T02:05:00.000Z";

/** All that is in the index, whatever its age; events of the same moment stand there in any order. */
const unpublished = async ({ outbox }: District) =>
  (await Promise.all(shards.map((shard) => outbox.unpublished(shard, "2027-01-01T00:00:00.000Z", 100))))
    .flat()
    .sort((a, b) => a.seq - b.seq);

const damage = async ({ db, tables }: District, caseId: string, seq: number) =>
  db.send(
    new UpdateCommand({
      TableName: tables.cases,
      Key: eventKey(caseId, seq),
      UpdateExpression: "SET #event.fact = :nothing",
      ExpressionAttributeNames: { "#event": "event" },
      ExpressionAttributeValues: { ":nothing": "nothing" },
    }),
  );

export const outbox = (it: ContractTest) =>
  describe("the outbox", () => {
    it("holds the events that have messages, until these have left", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, acknowledge);
      expect(await unpublished(district)).toEqual([
        { caseId, seq: 1 },
        { caseId, seq: 2 },
        { caseId, seq: 3 },
      ]);
      const { events } = await district.cases.history(caseId);
      for (const event of events) await district.publish(event);
      expect(await unpublished(district)).toEqual([]);
      expect(district.posted).toEqual({
        mails: [
          { caseId, seq: 1, position: 0 },
          { caseId, seq: 3, position: 0 },
        ],
        signals: [{ caseId, seq: 2, position: 0 }],
      });
    });

    it("finds an event that the stream has lost, when it has waited long enough, and publishes it once", async ({
      district,
    }) => {
      const caseId = await district.filed("wages");
      const registered = await district.outbox.event(caseId, 1);
      if (registered === undefined) throw new Error("Nothing was registered");
      await district.publish(registered);
      const delivered = structuredClone(district.posted);

      district.turnTo("2026-03-02T02:01:00.000Z");
      expect(await district.redrive()).toEqual({ published: 0 });
      district.turnTo(later);
      expect(await district.redrive()).toEqual({ published: 1 });
      expect(district.posted).toEqual({ ...delivered, signals: [{ caseId, seq: 2, position: 0 }] });
      expect(await district.redrive()).toEqual({ published: 0 });
    });

    it("posts all of an event's messages again when one was refused, or the machine died before the mark", async ({
      district,
    }) => {
      const caseId = await district.filed("wages");
      const registered = await district.outbox.event(caseId, 1);
      if (registered === undefined) throw new Error("Nothing was registered");
      const fine = { post: () => Promise.resolve() };
      const full = { post: () => Promise.reject(new Error("the queue is full")) };
      const dead = { markPublished: () => Promise.reject(new Error("killed")) };
      const { outbox } = district;
      await expect(publish({ outbox, mails: full, signals: fine })(registered)).rejects.toThrow("full");
      await expect(publish({ outbox, mails: fine, signals: full })(registered)).rejects.toThrow("full");
      await expect(publish({ outbox: dead, mails: fine, signals: fine })(registered)).rejects.toThrow("killed");
      district.turnTo(later);
      expect(await district.redrive()).toEqual({ published: 2 });
      expect(district.posted).toEqual({
        mails: [{ caseId, seq: 1, position: 0 }],
        signals: [{ caseId, seq: 2, position: 0 }],
      });
    });

    it("gives the oldest first and no more than asked for", async ({ district }) => {
      const caseId = await district.filed("wages");
      district.turnTo(later);
      await district.arrive(caseId);
      const shard = shardOf(caseId);
      const olderThan = (moment: string, limit: number) => district.outbox.unpublished(shard, moment, limit);
      expect(await olderThan("2026-03-02T03:00:00.000Z", 2)).toHaveLength(2);
      expect((await olderThan("2026-03-02T03:00:00.000Z", 9)).at(-1)).toEqual({ caseId, seq: 3 });
      expect(await olderThan(later, 9)).toHaveLength(2);
      expect(await olderThan("2026-03-02T02:00:00.000Z", 9)).toEqual([]);
    });

    it("publishes all others beside an event that cannot be read, and then fails with its name", async ({
      district,
    }) => {
      const [damaged, sound] = [await district.filed("wages"), await district.filed("wages")];
      await damage(district, damaged, 1);
      district.turnTo(later);
      await expect(district.redrive()).rejects.toMatchObject({
        message: "1 of 4 events were not published",
        cause: { name: "UnreadableRow" },
      });
      expect(await unpublished(district)).toEqual([{ caseId: damaged, seq: 1 }]);
      expect(district.posted.signals.map(({ caseId }) => caseId).sort()).toEqual([damaged, sound]);
    });

    it("names nobody: messages carry a case's id and two numbers, and events no identity", async ({ district }) => {
      const caseId = await district.answered();
      const { events } = await district.cases.history(caseId);
      for (const event of events) await district.publish(event);
      const posted = [...district.posted.mails, ...district.posted.signals];
      expect(posted.length).toBeGreaterThan(4);
      for (const message of posted) expect(Posted.parse(message)).toEqual(message);
      const written = JSON.stringify({ posted, events });
      for (const secret of Object.values(personal)) expect(written).not.toContain(secret);
    });

    it("remembers of each mail what became of it", async ({ district }) => {
      const caseId = await district.atDepartment();
      expect(await district.outbox.mailDone(caseId, 3, 0)).toBe(false);
      await district.outbox.markMail(caseId, 3, 0, later, "sent");
      expect(await district.outbox.mailDone(caseId, 3, 0)).toBe(true);
      expect(await district.outbox.mailDone(caseId, 3, 1)).toBe(false);
      await district.act(caseId, reply);
      expect((await district.cases.history(caseId)).events).toHaveLength(4);
    });

    it("cannot mark an event that was never stored", async ({ district }) => {
      await expect(district.outbox.markPublished("AH-2026-9999", 1)).rejects.toThrow();
      expect((await district.items()).cases).toEqual([]);
    });
  });
