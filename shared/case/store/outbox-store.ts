import * as z from "zod";
import type { HandedOver } from "#case/outbox/departures.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import {
  absent,
  allOf,
  anyOf,
  atLeast,
  atMost,
  below,
  type Database,
  type Item,
  lacks,
  Refused,
  type Update,
} from "#record/database.ts";
import { readEvent } from "#record/versions.ts";
import { caseOfPartition, eventKey, mailKey } from "./keys.ts";
import { EventRow, MailRow, unpublishedIndex } from "./rows.ts";
import { eventForm } from "./versions.ts";

/** An event in the index, and the moment from which its next messages may leave; or what is wrong with its entry. */
export type Unpublished = { caseId: CaseId; seq: number; outboxAt: Instant } | { unreadable: Error };

/** How far a mail has got: begun by this sender, begun by another that may still be at it, or dealt with. */
export type MailTaken = "taken" | "busy" | "done";

const Entry = z.object({
  pk: z.string().transform(caseOfPartition).pipe(CaseId),
  sk: z.templateLiteral(["EVENT#", z.string().regex(/^\d+$/)]),
  outboxAt: Instant,
});

/** An entry that cannot be read is named and hides none of those behind it (fault 13). */
const unpublishedOf = (item: Item): Unpublished => {
  const { success, data, error } = Entry.safeParse(item);
  return success
    ? { caseId: data.pk, seq: Number(data.sk.slice("EVENT#".length)), outboxAt: data.outboxAt }
    : { unreadable: new Error(`${String(item.pk)} / ${String(item.sk)}: ${z.prettifyError(error)}`) };
};

/** The outbox side of the Cases table: events whose messages have still to leave, and what became of each mail. */
export const outboxStore = (db: Database, table: string) => {
  const inShard = (shard: number) => ({ table, index: unpublishedIndex, of: String(shard) });

  return {
    /** One stored event, or `undefined`. */
    async event(id: string, seq: number): Promise<CaseEvent | undefined> {
      const key = eventKey(id, seq);
      const item = await db.get(table, key);
      return item === undefined ? undefined : readEvent(eventForm, key, item.event);
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
      const row = { v: 1, takenAt: at };
      const guard = anyOf(absent, allOf(lacks("done"), below("takenAt", dead)));
      try {
        await db.write([{ does: "put", table, key, form: MailRow, row, if: guard }]);
        return "taken";
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return (await db.get(table, key))?.done === undefined ? "busy" : "done";
      }
    },

    /** Marks a mail of an event as sent, or as not sent for a reason. */
    markMail: (id: string, seq: number, position: number, at: Instant, done: string): Promise<void> =>
      db.write([{ does: "put", table, key: mailKey(id, seq, position), form: MailRow, row: { v: 1, at, done } }]),
  };
};
export type OutboxStore = ReturnType<typeof outboxStore>;
