import { type CancellationReason, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  paginateQuery,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { departuresOf, firstOf } from "#case/outbox/departures.ts";
import { Case } from "#case/state/case.ts";
import { CaseMovedOn, type Change, FiledBefore, type Filing, LinkUsed, RangBefore } from "#case/state/change.ts";
import { CaseEvent } from "#case/state/event.ts";
import type { Notice } from "#case/state/message.ts";
import { Look } from "#case/state/party.ts";
import { type ClockChange, type ClockName, sameClock } from "#clock/clock.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import { districtDate } from "#clock/period.ts";
import type { UnitId } from "#ground/ids.ts";
import type { Instant } from "#ground/instant.ts";
import { itemsOf } from "#record/item-store.ts";
import { readRow } from "#record/row.ts";
import {
  caseKey,
  caseOfPartition,
  casePartition,
  codeKey,
  counterKey,
  eventKey,
  linkKey,
  matterKey,
  noticeKey,
  partyKey,
  submissionKey,
  tokenKey,
} from "./keys.ts";
import { Expected, listed, standing } from "./listed.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
/** A case that stands somewhere, and what should be there for it; `undefined` where its row in the index cannot be read. */
export type Standing = { caseId: string; expected: Expected | undefined };
type Refusable = { item: TransactItem; refusedAs: new (message: string) => Error };

const Token = z.object({ token: z.string(), epoch: z.int() });

/** Started and stopped in one decision: it never ran, and no row is written. */
const netChanges = (events: CaseEvent[]): { change: ClockChange; at: Instant }[] => {
  const key = ({ kind, n }: ClockName) => `${kind}#${n}`;
  const changes = events.flatMap(({ clocks, at }) => clocks.map((change) => ({ change, at })));
  const stopped = new Set(changes.flatMap(({ change }) => (change.change === "stop" ? [key(change.clock)] : [])));
  const started = new Set(changes.flatMap(({ change }) => (change.change === "start" ? [key(change.clock)] : [])));
  // Of a clock that was lost there is no row to write to.
  return changes.filter(
    ({ change }) =>
      !(stopped.has(key(change.clock)) && started.has(key(change.clock))) &&
      !(change.change === "stop" && change.why === "lost"),
  );
};

/** The Cases table, and the writes to Deadlines that belong to a decision. */
export const caseStore = (db: DynamoDBDocumentClient, table: string, deadlines: string) => {
  const get = itemsOf(db, table);

  const putNew = (key: { pk: string; sk: string }, item: object, refusedAs: Refusable["refusedAs"]): Refusable => ({
    item: {
      Put: { TableName: table, Item: { ...key, ...item }, ConditionExpression: "attribute_not_exists(pk)" },
    },
    refusedAs,
  });

  const caseItem = ({ before, after, events }: Change): Refusable => {
    const Key = caseKey(after.id);
    if (before === undefined) return putNew(Key, caseRow(after), CaseMovedOn);
    const guard = {
      TableName: table,
      ConditionExpression: "version = :before",
      ExpressionAttributeValues: { ":before": before.version },
    };
    return events.length === 0
      ? { item: { ConditionCheck: { ...guard, Key } }, refusedAs: CaseMovedOn }
      : { item: { Put: { ...guard, Item: { ...Key, ...caseRow(after) } } }, refusedAs: CaseMovedOn };
  };

  const clockItem = (caseId: string, change: ClockChange, at: Instant, ring: Change["ring"]): Refusable => {
    const Key = clockKey(caseId, change.clock);
    const shard = shardOf(caseId);
    if (change.change === "start") {
      const row = { v: 1, caseId, clock: change.clock, nextAt: change.nextAt, failures: 0, shard };
      return { item: { Put: { TableName: deadlines, Item: { ...Key, ...row } } }, refusedAs: CaseMovedOn };
    }
    if (change.change === "move") {
      const Update = {
        TableName: deadlines,
        Key,
        UpdateExpression: "SET #clock = :clock, nextAt = :nextAt",
        ExpressionAttributeNames: { "#clock": "clock" },
        ExpressionAttributeValues: { ":clock": change.clock, ":nextAt": change.nextAt },
        ConditionExpression: "attribute_exists(nextAt)",
      };
      return { item: { Update }, refusedAs: CaseMovedOn };
    }
    const rang = ring !== undefined && sameClock(ring.clock, change.clock);
    const guard = {
      TableName: deadlines,
      Key,
      ConditionExpression: rang ? "nextAt = :rang" : "attribute_exists(pk)",
      // "shard" is a reserved word of DynamoDB's.
      ExpressionAttributeNames: { "#shard": "shard" },
    };
    const values = rang ? { ":rang": ring.nextAt } : {};
    const Update =
      change.change === "next"
        ? {
            ...guard,
            UpdateExpression: "SET nextAt = :nextAt, #shard = :shard, failures = :none REMOVE quarantined",
            ExpressionAttributeValues: { ...values, ":nextAt": change.nextAt, ":shard": shard, ":none": 0 },
          }
        : {
            ...guard,
            UpdateExpression: "SET ended = if_not_exists(ended, :ended) REMOVE nextAt, #shard, quarantined",
            ExpressionAttributeValues: { ...values, ":ended": { at, why: change.why } },
          };
    return { item: { Update }, refusedAs: rang ? RangBefore : CaseMovedOn };
  };

  const linkUse = ({ hash, usedUp }: { hash: string; usedUp: boolean }, seq: number): Refusable => {
    const unused = {
      TableName: table,
      Key: linkKey(hash),
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedBy)",
    };
    return {
      item: usedUp
        ? { Update: { ...unused, UpdateExpression: "SET usedBy = :seq", ExpressionAttributeValues: { ":seq": seq } } }
        : { ConditionCheck: unused },
      refusedAs: LinkUsed,
    };
  };

  const filingItems = (id: string, filing: Filing): Refusable[] => [
    putNew(submissionKey(filing.submission), { v: 1, caseId: id }, FiledBefore),
    putNew(codeKey(filing.codeHash), { v: 1, caseId: id, phoneTail: filing.phoneTail }, CaseMovedOn),
    putNew(partyKey(id), { v: 1, role: "petitioner", sealed: filing.petitioner }, CaseMovedOn),
    putNew(matterKey(id), { v: 1, sealed: filing.matter }, CaseMovedOn),
  ];

  /** The condition is the rule: nobody is told a second time that the same share of a clock has passed (guarantee 5). */
  const noticeItems = (events: CaseEvent[]): Refusable[] =>
    events.flatMap(({ caseId, at, messages }) =>
      messages.flatMap((message) =>
        message.kind === "notice" ? [putNew(noticeKey(caseId, message), noticeRow(message, at), CaseMovedOn)] : [],
      ),
    );

  return {
    /** The case as the record holds it now, or `undefined`. */
    async load(id: string): Promise<Case | undefined> {
      const key = caseKey(id);
      const item = await get(key);
      return item === undefined ? undefined : readRow(Case, key, item.case);
    },

    /** The case's events from the first to the newest, and every look at the petitioner's identity. */
    async history(id: string): Promise<{ events: CaseEvent[]; looks: Look[] }> {
      const events: CaseEvent[] = [];
      const looks: Look[] = [];
      const query = {
        TableName: table,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
        ExpressionAttributeValues: { ":pk": casePartition(id), ":first": "EVENT#", ":last": "LOOK#~" },
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        for (const item of Items) {
          const key = { pk: String(item.pk), sk: String(item.sk) };
          if (key.sk.startsWith("EVENT#")) events.push(readRow(CaseEvent, key, item.event));
          else looks.push(readRow(Look, key, item.look));
        }
      }
      return { events, looks };
    },

    /**
     * Stores a decision in one transaction over Cases and Deadlines, guarded by the version it was made on.
     * @throws CaseMovedOn, LinkUsed, FiledBefore, RangBefore when somebody was faster; then nothing of it is stored.
     */
    async commit(change: Change): Promise<void> {
      const { after, events } = change;
      const items: Refusable[] = [
        caseItem(change),
        ...(change.filing ? filingItems(after.id, change.filing) : []),
        ...(change.cameBy ? [linkUse(change.cameBy, after.version)] : []),
        ...events.map((event) => putNew(eventKey(event.caseId, event.seq), eventRow(event), CaseMovedOn)),
        ...netChanges(events).map(({ change: clock, at }) => clockItem(after.id, clock, at, change.ring)),
        // After the clocks: of a ring that came too late it is the clock that says so.
        ...noticeItems(events),
        ...(change.links ?? []).map((link) =>
          putNew(linkKey(link.hash), { v: 1, for: link.for, madeAt: events[0]?.at }, CaseMovedOn),
        ),
      ];
      if (change.token !== undefined) {
        const Item = { ...tokenKey(after.id, after.stepNo), v: 1, token: change.token, epoch: after.epoch };
        items.push({ item: { Put: { TableName: table, Item } }, refusedAs: CaseMovedOn });
      }
      try {
        await db.send(new TransactWriteCommand({ TransactItems: items.map(({ item }) => item) }));
      } catch (error) {
        throw error instanceof TransactionCanceledException
          ? (refusalOf(error.CancellationReasons ?? [], items, after.id) ?? error)
          : error;
      }
    },

    /** The task token that the workflow waits on for a step, with the execution it belongs to. */
    async token(id: string, stepNo: number): Promise<z.infer<typeof Token> | undefined> {
      const key = tokenKey(id, stepNo);
      const item = await get(key);
      return item === undefined ? undefined : readRow(Token, key, item);
    },

    /** The next serial number of a year's register, from 1. Numbers may be skipped, never given twice. */
    async nextSerial(year: number): Promise<number> {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: counterKey(year),
          UpdateExpression: "ADD serial :one",
          ExpressionAttributeValues: { ":one": 1 },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return z.int().positive().parse(Attributes?.serial);
    },

    /** Ids of the cases that stand with a unit: an open step, an answer in its window, or on the way to another's step. */
    async openIn(unit: UnitId): Promise<string[]> {
      const ids: string[] = [];
      const query = {
        TableName: table,
        IndexName: "byUnit",
        KeyConditionExpression: "#unit = :unit",
        ExpressionAttributeNames: { "#unit": "unit" },
        ExpressionAttributeValues: { ":unit": unit },
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        ids.push(...Items.flatMap(({ pk }) => caseOfPartition(String(pk)) ?? []));
      }
      return ids;
    },

    /**
     * The cases of a shard that stand somewhere. From an index, which may lag behind: only loading a case tells how it is.
     */
    async *standing(shard: number): AsyncGenerator<Standing> {
      const query = {
        TableName: table,
        IndexName: "standing",
        KeyConditionExpression: "standing = :shard",
        ExpressionAttributeValues: { ":shard": String(shard) },
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        for (const item of Items) {
          const caseId = caseOfPartition(String(item.pk));
          if (caseId !== undefined) yield { caseId, expected: Expected.safeParse(item).data };
        }
      }
    },
  };
};
export type CaseStore = ReturnType<typeof caseStore>;

/** Beside the case: what puts it on lists, and `version`, the guard. */
const caseRow = (c: Case) => ({ v: 1, version: c.version, case: c, ...listed(c), ...standing(c) });

/** `person` and `due` keep the notice among what waits for that person until a digest has taken it. */
const noticeRow = (notice: Notice, at: Instant) => ({ v: 1, notice, person: notice.to, due: districtDate(at) });

/** `outbox` and `outboxAt` keep the event in the outbox until its messages have left. */
const eventRow = (event: CaseEvent) => {
  const outboxAt = firstOf(departuresOf(event));
  return { v: 1, event, ...(outboxAt !== undefined && { outbox: String(shardOf(event.caseId)), outboxAt }) };
};

/** The first item whose condition the database refused, as the domain's error; a conflict counts as "moved on". */
const refusalOf = (reasons: CancellationReason[], items: Refusable[], id: string): Error | undefined => {
  for (const [position, { Code }] of reasons.entries()) {
    const RefusedAs = items[position]?.refusedAs;
    if (Code === "ConditionalCheckFailed" && RefusedAs) return new RefusedAs(`Case ${id}: refused at item ${position}`);
  }
  if (reasons.some(({ Code }) => Code === "TransactionConflict")) {
    return new CaseMovedOn(`Case ${id}: another transaction is under way`);
  }
  return undefined;
};
