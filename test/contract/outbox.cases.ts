import { describe, expect } from "vitest";
import type { Outgoing } from "#case/outbox/departures.ts";
import { Posted } from "#case/outbox/posted.ts";
import { publish } from "#case/outbox/publish.ts";
import { casePartition, eventKey } from "#case/store/keys.ts";
import type { Unpublished } from "#case/store/outbox-store.ts";
import { StreamedEvent } from "#case/store/versions.ts";
import { shardOf, shards } from "#clock/keys.ts";
import type { ContractTest } from "./contract-test.ts";
import type { District } from "./district.ts";
import { upTo } from "./moments.ts";
import { acknowledge, personal } from "./samples.ts";

const start = "2026-03-02T02:00:00.000Z";
const later = "2026-03-02T02:05:00.000Z";

type Entry = Extract<Unpublished, { seq: number }>;

/** What of a shard may leave by a moment. */
const dueIn = async ({ outbox }: District, shard: number, by: string): Promise<Entry[]> => {
  const due: Entry[] = [];
  for await (const unpublished of outbox.unpublished(shard, by)) {
    if (!("seq" in unpublished)) throw new Error(`Not an event: ${JSON.stringify(unpublished)}`);
    due.push(unpublished);
  }
  return due;
};

/** All that is in the index, whatever its age; events of the same moment stand there in any order. */
const unpublished = async (district: District): Promise<Entry[]> =>
  (await Promise.all(shards.map((shard) => dueIn(district, shard, "2027-01-01T00:00:00.000Z"))))
    .flat()
    .sort((a, b) => a.seq - b.seq);

/** What the stream gives of a case: the rows of its events in the outbox, as they are now. */
const images = async (district: District, caseId: string): Promise<Outgoing[]> =>
  (await district.items()).cases
    .filter(({ pk, outbox }) => pk === casePartition(caseId) && outbox !== undefined)
    .map((row) => StreamedEvent.parse(row));

const stream = async (district: District, caseId: string): Promise<void> => {
  for (const image of await images(district, caseId)) await district.publish(image);
};

/** What has left for the queues since this was last asked. */
const left = ({ posted }: District) => ({ mails: posted.mails.splice(0), signals: posted.signals.splice(0) });

const midnight = "2026-04-01T16:00:00.000Z";
const morning = "2026-04-02T00:30:00.000Z";

/** The clock closes a case at midnight: a signal for the workflow, and news for the petitioner that can wait. */
const closedAtMidnight = async (district: District) => {
  const caseId = await district.answered();
  await district.follow(caseId);
  await stream(district, caseId);
  left(district);
  district.turnTo(midnight);
  await district.sweep();
  const [closed, ...more] = await images(district, caseId);
  if (closed === undefined || more.length > 0) throw new Error("Not one event was stored at midnight");
  const { seq } = closed.event;
  return {
    caseId,
    closed,
    signal: { caseId, seq, position: 0 },
    mail: { caseId, seq, position: 1 },
    inOutboxUntilMorning: [{ caseId, seq, outboxAt: morning }],
  };
};

const damage = (district: District, caseId: string, seq: number) =>
  district.change("cases", eventKey(caseId, seq), ({ event, ...row }) => ({
    ...row,
    event: { ...Object(event), fact: "nothing" },
  }));

export const outbox = (it: ContractTest) =>
  describe("the outbox", () => {
    it("holds the events that have messages, until these have left", async ({ district }) => {
      const caseId = await district.atDepartment();
      await district.act(caseId, acknowledge);
      expect(await unpublished(district)).toEqual([
        { caseId, seq: 1, outboxAt: start },
        { caseId, seq: 2, outboxAt: start },
        { caseId, seq: 3, outboxAt: start },
      ]);
      await stream(district, caseId);
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
      const [registered] = await images(district, caseId);
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
      const [registered] = await images(district, caseId);
      if (registered === undefined) throw new Error("Nothing was registered");
      const fine = { post: () => Promise.resolve() };
      const full = { post: () => Promise.reject(new Error("the queue is full")) };
      const dead = { markPublished: () => Promise.reject(new Error("killed")) };
      const { outbox } = district;
      await expect(publish({ outbox, mails: full, signals: fine })(registered, start)).rejects.toThrow("full");
      await expect(publish({ outbox, mails: fine, signals: full })(registered, start)).rejects.toThrow("full");
      await expect(publish({ outbox: dead, mails: fine, signals: fine })(registered, start)).rejects.toThrow("killed");
      district.turnTo(later);
      expect(await district.redrive()).toEqual({ published: 2 });
      expect(district.posted).toEqual({
        mails: [{ caseId, seq: 1, position: 0 }],
        signals: [{ caseId, seq: 2, position: 0 }],
      });
    });

    it("gives what has waited longest first, and nothing before its time", async ({ district }) => {
      const caseId = await district.filed("wages");
      district.turnTo(later);
      await district.arrive(caseId);
      const dueBy = async (moment: string) =>
        (await dueIn(district, shardOf(caseId), moment)).map(({ outboxAt }) => outboxAt);
      expect(await dueBy(later)).toEqual([start, start, later]);
      expect(await dueBy("2026-03-02T02:04:59.999Z")).toEqual([start, start]);
      expect(await dueBy("2026-03-02T01:59:59.999Z")).toEqual([]);
    });

    it("lets a mail caused at night wait for the morning, while the signal of the same decision leaves at once", async ({
      district,
    }) => {
      const { caseId, signal, mail, inOutboxUntilMorning } = await closedAtMidnight(district);
      await stream(district, caseId);
      expect(left(district)).toEqual({ mails: [], signals: [signal] });
      expect(await unpublished(district)).toEqual(inOutboxUntilMorning);

      await stream(district, caseId);
      district.turnTo("2026-04-02T00:29:59.999Z");
      expect(await district.redrive()).toEqual({ published: 0 });
      expect(left(district)).toEqual({ mails: [], signals: [] });

      district.turnTo(morning);
      expect(await district.redrive()).toEqual({ published: 1 });
      expect(left(district)).toEqual({ mails: [mail], signals: [] });
      expect(await unpublished(district)).toEqual([]);
      expect(await district.redrive()).toEqual({ published: 0 });
    });

    it("posts nothing before its time when the stream gives a record twice", async ({ district }) => {
      const { closed, signal, inOutboxUntilMorning } = await closedAtMidnight(district);
      await district.publish(closed);
      await district.publish(closed);
      expect(left(district)).toEqual({ mails: [], signals: [signal, signal] });
      expect(await unpublished(district)).toEqual(inOutboxUntilMorning);
    });

    it("undoes nothing when the stream gives a record after the redrive", async ({ district }) => {
      const { closed, signal, mail, inOutboxUntilMorning } = await closedAtMidnight(district);
      district.turnTo("2026-04-01T16:05:00.000Z");
      expect(await district.redrive()).toEqual({ published: 1 });
      await district.publish(closed);
      expect(left(district)).toEqual({ mails: [], signals: [signal, signal] });
      expect(await unpublished(district)).toEqual(inOutboxUntilMorning);

      district.turnTo(morning);
      expect(await district.redrive()).toEqual({ published: 1 });
      expect(left(district)).toEqual({ mails: [mail], signals: [] });
      district.turnTo(midnight);
      await district.publish(closed);
      expect(await unpublished(district)).toEqual([]);
    });

    it("leaves a mail that has waited to the redrive, which knows the calendar, when the stream is late", async ({
      district,
    }) => {
      const { closed, signal, mail, inOutboxUntilMorning } = await closedAtMidnight(district);
      district.turnTo(morning);
      await district.publish(closed);
      expect(left(district)).toEqual({ mails: [], signals: [signal] });
      expect(await unpublished(district)).toEqual(inOutboxUntilMorning);
      expect(await district.redrive()).toEqual({ published: 1 });
      expect(left(district)).toEqual({ mails: [mail], signals: [] });
      expect(await unpublished(district)).toEqual([]);
    });

    it("mails nothing at night that has waited for the day, though no redrive came all day", async ({ district }) => {
      const { closed, mail } = await closedAtMidnight(district);
      await district.publish(closed);
      left(district);
      district.turnTo("2026-04-02T13:00:00.000Z");
      await district.redrive();
      expect(left(district)).toEqual({ mails: [], signals: [] });
      // The third of April is a Friday; Tomb Sweeping Day rests from the fourth to the sixth.
      expect((await unpublished(district)).map(({ outboxAt }) => outboxAt)).toEqual(["2026-04-03T00:30:00.000Z"]);
      district.turnTo("2026-04-03T00:30:00.000Z");
      expect(await district.redrive()).toEqual({ published: 1 });
      expect(left(district)).toEqual({ mails: [mail], signals: [] });
      expect(await unpublished(district)).toEqual([]);
    });

    it("names an entry that cannot be read, and hides nothing behind it", async ({ district }) => {
      const caseId = await district.filed("wages");
      const shard = String(shardOf(caseId));
      const Item = { pk: "CASE#nonsense", sk: "EVENT#000001", outbox: shard, outboxAt: "2026-03-01T00:00:00.000Z" };
      await district.put("cases", Item);
      district.turnTo(later);
      const failed = await district.redrive().catch((error: unknown) => error);
      expect(failed).toMatchObject({ message: "1 failed beside 2 events that were published" });
      expect(String(failed instanceof Error && failed.cause)).toContain("CASE#nonsense / EVENT#000001");
    });

    it("sends a mail once, however often it was posted, and by however many machines at the same moment", async ({
      district,
    }) => {
      const { mail } = await closedAtMidnight(district);
      district.turnTo(morning);
      const others = upTo(3).map(() => district.machine());
      const ends = await Promise.allSettled([district, ...others].map((machine) => machine.sendMail(mail)));
      expect(ends.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
      expect(await district.sendMail(mail)).toBe("sent before");
      const letters = [district, ...others].flatMap((machine) => machine.letters);
      expect(letters.map(({ to }) => to)).toEqual([personal.email]);
    });

    it("sends a mail on which another has begun only when that one has surely died", async ({ district }) => {
      const { caseId, mail } = await closedAtMidnight(district);
      district.turnTo(morning);
      const took = await district.outbox.takeMail(caseId, mail.seq, mail.position, { at: morning, dead: midnight });
      expect(took).toBe("taken");
      await expect(district.sendMail(mail)).rejects.toThrow("Another sender is at this email");
      district.turnTo("2026-04-02T00:38:00.000Z");
      expect(await district.sendMail(mail)).toBe("sent");
      expect(district.letters).toHaveLength(1);
    });

    it("lets what may leave at once do so on a machine whose clock is behind", async ({ district }) => {
      const { closed, signal, inOutboxUntilMorning } = await closedAtMidnight(district);
      district.turnTo("2026-04-01T15:55:00.000Z");
      await district.publish(closed);
      expect(left(district)).toEqual({ mails: [], signals: [signal] });
      expect(await unpublished(district)).toEqual(inOutboxUntilMorning);
    });

    it("never holds an event whose only message is a notice", async ({ district }) => {
      const caseId = await district.atDepartment();
      await stream(district, caseId);
      district.turnTo("2026-03-10T02:00:00.000Z");
      await district.sweep();
      const { events } = await district.cases.history(caseId);
      expect(events.at(-1)).toMatchObject({ fact: { type: "reminded" }, messages: [{ kind: "notice" }] });
      expect(await unpublished(district)).toEqual([]);
    });

    it("publishes all others beside an event that cannot be read, and then fails with its name", async ({
      district,
    }) => {
      const [damaged, sound] = [await district.filed("wages"), await district.filed("wages")];
      await damage(district, damaged, 1);
      district.turnTo(later);
      await expect(district.redrive()).rejects.toMatchObject({
        message: "1 failed beside 3 events that were published",
        cause: { name: "UnreadableRow" },
      });
      expect(await unpublished(district)).toEqual([{ caseId: damaged, seq: 1, outboxAt: start }]);
      expect(district.posted.signals.map(({ caseId }) => caseId).sort()).toEqual([damaged, sound]);
    });

    it("names nobody: messages carry a case's id and two numbers, and events no identity", async ({ district }) => {
      const caseId = await district.answered();
      const { events } = await district.cases.history(caseId);
      await stream(district, caseId);
      const posted = [...district.posted.mails, ...district.posted.signals];
      expect(posted.length).toBeGreaterThan(4);
      for (const message of posted) expect(Posted.parse(message)).toEqual(message);
      const written = JSON.stringify({ posted, events });
      for (const secret of Object.values(personal)) expect(written).not.toContain(secret);
    });

    it("remembers of each mail what became of it", async ({ district }) => {
      const caseId = await district.atDepartment();
      const take = (position: number) => district.outbox.takeMail(caseId, 3, position, { at: later, dead: start });
      expect(await take(0)).toBe("taken");
      expect(await take(0)).toBe("busy");
      await district.outbox.markMail(caseId, 3, 0, later, "sent");
      expect(await take(0)).toBe("done");
      expect(await take(1)).toBe("taken");
      await district.act(caseId, acknowledge);
      expect((await district.cases.history(caseId)).events).toHaveLength(4);
    });

    it("writes nothing to mark an event that was never stored", async ({ district }) => {
      await district.outbox.markPublished("AH-2026-9999-k7m2p9x4c3vb", 1, { from: start, until: later, next: morning });
      expect((await district.items()).cases).toEqual([]);
    });
  });
