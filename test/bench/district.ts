import { randomUUID } from "node:crypto";
import { DynamoDBClient, paginateScan as paginateWireScan } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, paginateQuery, paginateScan, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { noLinks } from "#case/acts/carry-out.ts";
import { decide } from "#case/acts/decide.ts";
import { register } from "#case/acts/register.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import { executionName } from "#case/outbox/execution-name.ts";
import { type CaseEvent, CaseEvent as Event } from "#case/state/event.ts";
import { record } from "#case/state/record.ts";
import type { World } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { clockKey, clockPartition, shardOf, shards } from "#clock/keys.ts";
import { deadlineStore } from "#clock/store.ts";
import { aboutNobody } from "#directory/directory.ts";
import { dynamoDatabase } from "#record/dynamodb.ts";
import { reconcile } from "../../functions/clock/reconcile.ts";
import { sweep } from "../../functions/clock/sweep.ts";
import { clientConfig } from "../../local/emulator.ts";
import { handOverRunning } from "../../local/hand-over-running.ts";
import { documentClient } from "../support/document-client.ts";
import { createTables } from "../support/tables.ts";
import { at } from "../unit/case/district.ts";
import { meter } from "./meter.ts";

/** Runs a job for the numbers 1 to `count`, some at a time, and says how far it is. */
export const inParallel = async (
  what: string,
  count: number,
  atATime: number,
  job: (n: number) => Promise<unknown>,
): Promise<void> => {
  let begun = 0;
  const worker = async () => {
    while (begun < count) {
      begun += 1;
      if (begun % Math.ceil(count / 10) === 0) console.log(`  ${what}: ${begun} of ${count}`);
      await job(begun);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};

/** The n-th open case, from 1. */
const openCase = (n: number): string => `AH-2026-${String(n).padStart(7, "0")}-k7m2p9x4c3vb`;
/** As many executions as Step Functions lists at a time. */
const listSize = 1000;

const filedAt = "2026-03-02T02:00:00.000Z";
const batchSize = 25;

const Copied = z.record(z.string(), z.unknown());

/** A district of its own on a database, with a meter between the stores and the database. */
export const benchDistrict = async (endpoint: string) => {
  const plain = documentClient(endpoint);
  const tables = await createTables(plain);
  const db = new DynamoDBClient(clientConfig(endpoint));
  const read = meter(db);
  const cases = caseStore(dynamoDatabase(db), tables.cases, tables.deadlines);
  const deadlines = deadlineStore(dynamoDatabase(db), tables.deadlines);

  /** The rows of one case in a table that stand for what is the case now: its state, and the clocks that run. */
  const rowsNow = async (table: string, caseId: string) => {
    const { Items = [] } = await plain.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": clockPartition(caseId) },
      }),
    );
    return Items.filter(({ sk, nextAt }) => sk === "CASE" || nextAt !== undefined).map((item) => ({ table, item }));
  };

  return {
    read,
    /** Fills the table with clocks that run and are not due. They stand for cases that nobody has to look at. */
    fill: (from: number, to: number): Promise<void> =>
      inParallel("clocks", Math.ceil((to - from) / batchSize), 32, async (batch) => {
        const first = from + (batch - 1) * batchSize;
        const rows = Array.from({ length: Math.min(batchSize, to - first) }, (_, i) => {
          const caseId = `AH-2025-${String(first + i).padStart(7, "0")}-k7m2p9x4c3vb`;
          const [start, due] = ["2025-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"];
          const clock = { kind: "transit", n: 1, family: "watch", start, due } as const;
          const row = { v: 1, caseId, clock, nextAt: due, failures: 0, shard: shardOf(caseId) };
          return { PutRequest: { Item: { ...clockKey(caseId, clock), ...row } } };
        });
        await plain.send(new BatchWriteCommand({ RequestItems: { [tables.deadlines]: rows } }));
      }),

    /** Registers petitions by the real decisions and opens their steps at the department: one transaction each. */
    open: (count: number): Promise<void> =>
      inParallel("cases", count, 16, async (n) => {
        const world = at(filedAt);
        const id = openCase(n);
        const filing = { about: aboutNobody, requests: 1, matterHash: randomUUID() };
        const registration = { id, category: "wages", community: "peach", ...filing };
        const [first, ...rest] = register(registration, world);
        if (first === undefined) throw new Error(`${id} is not registered`);
        const filed = record(id, undefined, [first, ...rest], filedAt);
        const opening = decide(filed.after, { type: "openStation", epoch: 1, station: "department" }, world);
        const [opened, ...more] = "refused" in opening ? [] : opening.events;
        if (opened === undefined) throw new Error(`The step of ${id} does not open`);
        const { after, events } = record(id, filed.after, [opened, ...more], filedAt);
        await cases.commit({ before: undefined, after, events: [...filed.events, ...events] });
      }),

    /** Writes open cases without their histories: copies of a first one that went through the real decisions. */
    openCopies: async function (from: number, to: number): Promise<void> {
      const first = openCase(1);
      if (from === 0) await this.open(1);
      const rows = [...(await rowsNow(tables.cases, first)), ...(await rowsNow(tables.deadlines, first))];
      const copiesAtATime = Math.floor(batchSize / rows.length);
      const copies = Array.from({ length: to - Math.max(from, 1) }, (_, i) => openCase(Math.max(from, 1) + 1 + i));
      await inParallel("open cases", Math.ceil(copies.length / copiesAtATime), 32, async (batch) => {
        const requests: Record<string, object[]> = {};
        for (const id of copies.slice((batch - 1) * copiesAtATime, batch * copiesAtATime)) {
          for (const { table, item } of rows) {
            const copy = Copied.parse(JSON.parse(JSON.stringify(item).replaceAll(first, id)));
            const placed = "standing" in copy ? { standing: String(shardOf(id)) } : { shard: shardOf(id) };
            const before = requests[table] ?? [];
            requests[table] = [...before, { PutRequest: { Item: { ...copy, ...placed } } }];
          }
        }
        const { UnprocessedItems = {} } = await plain.send(new BatchWriteCommand({ RequestItems: requests }));
        if (Object.keys(UnprocessedItems).length > 0) throw new Error("The database did not take all");
      });
    },

    /** What an import does once its directory is in force. */
    handOver: (world: World) => handOverRunning({ cases, world: () => Promise.resolve(world) })(),

    executionOf: (n: number): string => executionName(openCase(n), 1),

    /** What a call does that has no lists: reads a case and its clocks. */
    lookAt: async (n: number): Promise<void> => {
      await cases.load(openCase(n));
      await deadlines.ofCase(openCase(n));
    },

    /** How many open cases there are. */
    openNow: async (): Promise<number> => {
      let found = 0;
      for (const shard of shards) {
        const query = {
          TableName: tables.cases,
          IndexName: "standing",
          Select: "COUNT",
          KeyConditionExpression: "standing = :shard",
          ExpressionAttributeValues: { ":shard": String(shard) },
        } as const;
        for await (const { Count = 0 } of paginateQuery({ client: plain }, query)) found += Count;
      }
      return found;
    },

    /** The hourly call of reconcile as its function wires it, while the executions of the first `open` cases run, but those that are gone. */
    reconcileAt: async (now: string, open: number, gone: string[]) => {
      let listed = 0;
      async function* running() {
        for (let n = 1; n <= open; n += 1) {
          const execution = executionName(openCase(n), 1);
          if (gone.includes(execution)) continue;
          listed += 1;
          yield await Promise.resolve(execution);
        }
      }
      const found = await reconcile({
        cases,
        deadlines,
        world: () => Promise.resolve(at(now)),
        now: () => Promise.resolve(now),
        linkHash: noLinks,
        executions: {
          isRunning: (caseId, epoch) => Promise.resolve(!gone.includes(executionName(caseId, epoch))),
          running,
          async *failedLately() {
            yield* [];
          },
        },
      })({}, () => true);
      return { ...found, lists: Math.ceil(listed / listSize) };
    },

    /** The sweep as its function wires it, at a moment. */
    sweepAt: (now: string) => {
      const world = () => Promise.resolve(at(now));
      const endOvertaken = deadlines.endOvertaken.bind(deadlines);
      const ring = ringClock({ cases, world, linkHash: noLinks, endOvertaken });
      const failed = (_: unknown, error: Error) => console.error(error.message);
      return sweep({
        deadlines,
        ring,
        prepare: () => Promise.resolve(),
        now: () => Promise.resolve(now),
        failed,
        millisecondsLeft: () => Number.POSITIVE_INFINITY,
        counted: () => undefined,
      })();
    },

    /** What a scheduler does that has no index of deadlines: reads every case to find the late ones. Returns their number. */
    scanForLate: async (today: string): Promise<number> => {
      let late = 0;
      for await (const { Items = [] } of paginateWireScan({ client: db }, { TableName: tables.cases })) {
        late += Items.map((item) => unmarshall(item)).filter(
          ({ sk, due }) => sk === "CASE" && typeof due === "string" && due < today,
        ).length;
      }
      return late;
    },

    /** Every stored event. */
    events: async (): Promise<CaseEvent[]> => {
      const events: CaseEvent[] = [];
      for await (const { Items = [] } of paginateScan({ client: plain }, { TableName: tables.cases })) {
        events.push(...Items.flatMap(({ event }) => (event === undefined ? [] : [Event.parse(event)])));
      }
      return events;
    },
    close: () => {
      plain.destroy();
      db.destroy();
    },
  };
};
