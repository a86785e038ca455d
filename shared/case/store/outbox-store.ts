import * as z from "zod";
import { Digest } from "#case/digest/digest.ts";
import { Outage } from "#case/digest/mail-trouble.ts";
import type { HandedOver, LeavingEvent } from "#case/outbox/departures.ts";
import type { Posted, PostedMail } from "#case/outbox/posted.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { type Waiting, waitAgain } from "#case/state/waiting.ts";
import { districtDate } from "#clock/period.ts";
import { RecordId, StaffId } from "#ground/ids.ts";
import { inBatches } from "#ground/in-batches.ts";
import { DistrictDate, Instant } from "#ground/instant.ts";
import {
  absent,
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  type Database,
  equals,
  type Item,
  Key,
  lacks,
  MovedOn,
  Refused,
  rowOf,
  type Update,
  type Write,
} from "#record/database.ts";
import { readRow } from "#record/row.ts";
import { readEvent } from "#record/versions.ts";
import { digestKey, eventKey, mailKey, outageKey, readerOfDigest, recordOfPartition } from "./keys.ts";
import { EventRow, MailRow, unpublishedIndex } from "./rows.ts";
import { eventForm, readLeaving } from "./versions.ts";

/**
 * What the index holds: an event, and the moment from which its next messages may leave; a mail that waits for its server,
 * and when it is to be tried again; or what is wrong with an entry.
 */
export type Unpublished =
  | { caseId: RecordId; seq: number; outboxAt: Instant }
  | { mail: PostedMail; outboxAt: Instant }
  | { unreadable: Error };

/** How far a mail has got: begun by this sender, begun by another that may still be at it, or dealt with. */
export type MailTaken = "taken" | "busy" | "done";

const ofRecord = z.string().transform(recordOfPartition).pipe(RecordId);
/** The number in a part of a sort key. */
const at = (sk: string, part: number): number => Number(sk.split("#")[part]);

const EventEntry = z
  .object({ pk: ofRecord, sk: z.string().regex(/^EVENT#\d+$/), outboxAt: Instant })
  .transform(({ pk, sk, outboxAt }): Unpublished => ({ caseId: pk, seq: at(sk, 1), outboxAt }));
const MailEntry = z
  .object({ pk: ofRecord, sk: z.string().regex(/^MAIL#\d+#\d+$/), outboxAt: Instant })
  .transform(({ pk, sk, outboxAt }): Unpublished => {
    return { mail: { caseId: pk, seq: at(sk, 1), position: at(sk, 2) }, outboxAt };
  });
const DigestEntry = z
  .object({ pk: z.string().transform(readerOfDigest).pipe(StaffId), sk: DistrictDate, outboxAt: Instant })
  // Whom there is nothing to supervise for finds nothing on that list.
  .transform(({ pk, sk, outboxAt }): Unpublished => ({ mail: { digest: pk, on: sk, supervises: true }, outboxAt }));

/** An entry that cannot be read is named and hides none of those behind it (fault 13). */
const unpublishedOf = (item: Item): Unpublished => {
  for (const entry of [EventEntry, MailEntry, DigestEntry]) {
    const { data } = entry.safeParse(item);
    if (data !== undefined) return data;
  }
  return { unreadable: new Error(`${String(item.pk)} / ${String(item.sk)}: no entry of the outbox`) };
};

const rowKey = (mail: PostedMail): Key =>
  "digest" in mail ? digestKey(mail.digest, mail.on) : mailKey(mail.caseId, mail.seq, mail.position);

/** The outbox side of the Cases table: events whose messages have still to leave, and what became of each mail. */
export const outboxStore = (db: Database, table: string) => {
  const inShard = (shard: number) => ({ table, index: unpublishedIndex, of: String(shard) });

  return {
    /** One stored event of a case, or `undefined`. */
    async event(id: string, seq: number): Promise<CaseEvent | undefined> {
      const key = eventKey(id, seq);
      const item = await db.get(table, key);
      return item === undefined ? undefined : readEvent(eventForm, key, item.event);
    },

    /** What an event of any record has to leave, or `undefined`. */
    async leaving(id: string, seq: number): Promise<LeavingEvent | undefined> {
      const key = eventKey(id, seq);
      const item = await db.get(table, key);
      return item === undefined ? undefined : readLeaving(key, item.event);
    },

    /** The events of a shard with messages that may leave by `now`, the longest waiting first, page by page. */
    async *unpublished(shard: number, now: Instant): AsyncGenerator<Unpublished> {
      for await (const item of db.query({ ...inShard(shard), range: { until: now } })) yield unpublishedOf(item);
    },

    /** The earliest moment after `after` from which messages of a shard may leave. */
    async nextUnpublished(shard: number, after: Instant): Promise<Instant | undefined> {
      for await (const { outboxAt } of db.query({ ...inShard(shard), range: { above: after }, limit: 1 })) {
        return Instant.parse(outboxAt);
      }
      return undefined;
    },

    /**
     * Moves an event in the outbox on to `next`, or takes it out. Only from a moment within those handed over: whoever
     * comes with an older state can take nothing out that has still to leave, and can move nothing back.
     */
    async markPublished(id: string, seq: number, { from, until, next }: HandedOver): Promise<void> {
      const update: Update = next === undefined ? { remove: ["outbox", "outboxAt"] } : { set: { outboxAt: next } };
      const guard = allOf(atLeast("outboxAt", from), atMost("outboxAt", until));
      try {
        await db.write([{ does: "update", table, key: eventKey(id, seq), form: EventRow, update, if: guard }]);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    },

    /**
     * Begins on a mail of an event, so that of two senders one sends it (guarantee 5).
     * @param dead whoever began before this moment and has not marked it since has died.
     */
    async takeMail(
      id: string,
      seq: number,
      position: number,
      { at, dead }: { at: Instant; dead: Instant },
    ): Promise<MailTaken> {
      const key = mailKey(id, seq, position);
      const update = { set: { v: 1, takenAt: at } };
      const guard = anyOf(absent, allOf(lacks("done"), anyOf(lacks("takenAt"), below("takenAt", dead))));
      try {
        await db.write([{ does: "update", table, key, form: MailRow, update, if: guard }]);
        return "taken";
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return (await db.get(table, key))?.done === undefined ? "busy" : "done";
      }
    },

    /**
     * Begins on several mails as on one. @returns those that are not dealt with; `busy` when another sender is at any of them.
     */
    async takeTogether(
      mails: readonly Posted[],
      { at, dead }: { at: Instant; dead: Instant },
    ): Promise<Posted[] | "busy"> {
      const rows = await inBatches(mails, async (mail) => ({ mail, row: await db.get(table, rowKey(mail)) }));
      const open = rows.filter(({ row }) => row?.done === undefined).map(({ mail }) => mail);
      const update = { set: { v: 1, takenAt: at } };
      const guard = anyOf(absent, allOf(lacks("done"), anyOf(lacks("takenAt"), below("takenAt", dead))));
      try {
        await db.write(
          open.map((mail) => ({ does: "update", table, key: rowKey(mail), form: MailRow, update, if: guard })),
        );
        return open;
      } catch (error) {
        if (error instanceof Refused || error instanceof MovedOn) return "busy";
        throw error;
      }
    },

    /**
     * Keeps several mails that their server did not take in the outbox, all until one moment, so that they are tried again
     * as one. @param name tells them from others. @returns how the one waits that has waited longest.
     */
    async waitTogether(mails: readonly Posted[], name: string, now: Instant): Promise<Waiting> {
      const before = await inBatches(mails, async (mail) =>
        readRow(MailRow, rowKey(mail), rowOf((await db.get(table, rowKey(mail))) ?? {})),
      );
      const longest = before.toSorted((a, b) => (b.tries ?? 0) - (a.tries ?? 0))[0];
      const waiting = waitAgain(name, now, longest);
      await db.write(
        mails.map((mail, n) => {
          const row = { v: 1, ...waiting, waitingSince: before[n]?.waitingSince ?? now };
          return { does: "put", table, key: rowKey(mail), form: MailRow, row };
        }),
      );
      return waiting;
    },

    /** Marks several mails at once, since one mail told of them: each of them, or, after a crash, none. */
    markTogether([first, ...others]: readonly Posted[], at: Instant, done: string): Promise<void> {
      if (first === undefined) return Promise.resolve();
      const marked = (mail: Posted, told: readonly Posted[] = []): Write => {
        const row = { v: 1, at, done, ...(told.length > 0 && { told }) };
        return { does: "put", table, key: rowKey(mail), form: MailRow, row };
      };
      return db.write([marked(first, others), ...others.map((mail) => marked(mail))]);
    },

    /** The mails that left in one with this one, which was the first of them. */
    async toldWith(mail: Posted): Promise<Posted[]> {
      const item = await db.get(table, rowKey(mail));
      return item === undefined ? [] : (readRow(MailRow, rowKey(mail), rowOf(item)).told ?? []);
    },

    /**
     * Keeps a mail that its server did not take in the outbox, until it is tried again; whoever tries it then begins anew.
     * @returns how it waits.
     */
    async waitMail(id: string, seq: number, position: number, now: Instant): Promise<Waiting> {
      const key = mailKey(id, seq, position);
      const before = readRow(MailRow, key, rowOf((await db.get(table, key)) ?? {}));
      const waiting = waitAgain(`${id}.${seq}.${position}`, now, before);
      await db.write([{ does: "put", table, key, form: MailRow, row: { v: 1, ...waiting } }]);
      return waiting;
    },

    /** Moves a mail that waits on to the moment at which it is looked for again, unless it was tried meanwhile. */
    async putOff(mail: PostedMail, from: Instant, to: Instant): Promise<void> {
      const form = "digest" in mail ? Digest : MailRow;
      const update = { set: { outboxAt: to } };
      const guard = equals("outboxAt", from);
      try {
        await db.write([{ does: "update", table, key: rowKey(mail), form, update, if: guard }]);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    },

    /** Notes that the mail server took nothing at a moment. @param isNew whether another mail waits since then. */
    noteOutage: (at: Instant, isNew: boolean): Promise<void> => {
      const update = { set: { v: 1, until: at }, setIfMissing: { from: at }, add: { waited: isNew ? 1 : 0 } };
      return db.write([{ does: "update", table, key: outageKey(districtDate(at)), form: Outage, update }]);
    },

    /** The outages of the mail server, a row for each day from `day` on. */
    async outages(day: DistrictDate): Promise<Outage[]> {
      const found: Outage[] = [];
      for await (const item of db.query({ table, of: outageKey(day).pk, range: { from: day, until: "~" } })) {
        const { pk, sk, ...row } = item;
        found.push(readRow(Outage, Key.parse({ pk, sk }), row));
      }
      return found;
    },

    /** Marks a mail of an event as sent, or as not sent for a reason. */
    markMail: (id: string, seq: number, position: number, at: Instant, done: string): Promise<void> =>
      db.write([{ does: "put", table, key: mailKey(id, seq, position), form: MailRow, row: { v: 1, at, done } }]),
  };
};
export type OutboxStore = ReturnType<typeof outboxStore>;
