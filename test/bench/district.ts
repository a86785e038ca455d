import { randomUUID } from "node:crypto";
import { BatchWriteCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { noLinks } from "#case/acts/carry-out.ts";
import { decide } from "#case/acts/decide.ts";
import { register } from "#case/acts/register.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import { type CaseEvent, CaseEvent as Event } from "#case/state/event.ts";
import { record } from "#case/state/record.ts";
import { caseStore } from "#case/store/case-store.ts";
import { clockKey, shardOf } from "#clock/keys.ts";
import { deadlineStore } from "#clock/store.ts";
import { aboutNobody } from "#directory/directory.ts";
import { documentClient, dynamoDatabase } from "#record/dynamodb.ts";
import { sweep } from "../../functions/clock/sweep.ts";
import { clientConfig } from "../../local/emulator.ts";
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

const filedAt = "2026-03-02T02:00:00.000Z";
const batchSize = 25;

/** A district of its own on a database, with a meter between the stores and the database. */
export const benchDistrict = async (endpoint: string) => {
  const plain = documentClient(clientConfig(endpoint));
  const tables = await createTables(plain);
  const db = documentClient(clientConfig(endpoint));
  const read = meter(db);
  const cases = caseStore(dynamoDatabase(db), tables.cases, tables.deadlines);
  const deadlines = deadlineStore(dynamoDatabase(db), tables.deadlines);

  return {
    read,
    /** Fills the table with clocks that run and are not due. They stand for cases that nobody has to look at. */
    fill: (from: number, to: number): Promise<void> =>
      inParallel("clocks", Math.ceil((to - from) / batchSize), 32, async (batch) => {
        const first = from + (batch - 1) * batchSize;
        const rows = Array.from({ length: Math.min(batchSize, to - first) }, (_, i) => {
          const caseId = `AH-2025-${String(first + i).padStart(7, "0")}`;
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
        const id = `AH-2026-${String(n).padStart(7, "0")}`;
        const registration = { category: "wages", community: "peach", about: aboutNobody, matterHash: randomUUID() };
        const [first, ...rest] = register(registration, world);
        if (first === undefined) throw new Error(`${id} is not registered`);
        const filed = record(id, undefined, [first, ...rest], filedAt);
        const opening = decide(filed.after, { type: "openStation", epoch: 1, station: "department" }, world);
        const [opened, ...more] = "refused" in opening ? [] : opening.events;
        if (opened === undefined) throw new Error(`The step of ${id} does not open`);
        const { after, events } = record(id, filed.after, [opened, ...more], filedAt);
        await cases.commit({ before: undefined, after, events: [...filed.events, ...events] });
      }),

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
        counted: () => undefined,
      })();
    },

    /** What a scheduler does that has no index of deadlines: reads every case to find the late ones. Returns their number. */
    scanForLate: async (today: string): Promise<number> => {
      let late = 0;
      for await (const { Items = [] } of paginateScan({ client: db }, { TableName: tables.cases })) {
        late += Items.filter(({ sk, due }) => sk === "CASE" && typeof due === "string" && due < today).length;
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
