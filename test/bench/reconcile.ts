import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { shardCount } from "#clock/keys.ts";
import { minutesLater } from "#clock/period.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { benchDistrict, inParallel } from "./district.ts";
import type { Reading } from "./meter.ts";

/**
 * `npm run bench:reconcile`: what the hourly call of reconcile reads with few and with many open cases, and what it would
 * read if it looked at every case, on DynamoDB Local with the real stores. `--cases` open at most (100,000).
 */
const { values } = parseArgs({ options: { cases: { type: "string", default: "100000" } } });
const [few, many] = [1000, Number(values.cases)];
const filedAt = "2026-03-02T02:00:00.000Z";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const units = (n: number): string => `${number.format(n)} read units`;

const database = await startDynamoDbLocal();
const district = await benchDistrict(database.endpoint);
const failures: string[] = [];
const must = (what: string, holds: boolean): void => {
  console.log(`- must: ${what}: ${holds ? "holds" : "FAILS"}`);
  if (!holds) failures.push(what);
};

/** The sixteen hourly calls of a round, with some of the executions gone. */
const round = async (open: number, gone: string[] = []) => {
  const hours: Reading[] = [];
  const replaced: string[] = [];
  let lists = 0;
  district.read();
  for (let hour = 0; hour < shardCount; hour += 1) {
    const call = await district.reconcileAt(minutesLater(filedAt, 60 * hour), open, gone);
    hours.push(district.read());
    replaced.push(...call.replaced);
    lists = call.lists;
    if (call.failed.length + call.left + call.clockless.length > 0) throw new Error("Something else was found");
  }
  const [dearest] = hours.toSorted((a, b) => b.readUnits - a.readUnits);
  if (dearest === undefined) throw new Error("No hour was measured");
  const mean = hours.reduce((sum, { readUnits }) => sum + readUnits, 0) / hours.length;
  return { dearest, mean, reads: hours.reduce((sum, { reads }) => sum + reads, 0), replaced, lists };
};

/** What a call reads that has no lists: each case and its clocks, one by one. */
const eachCase = async (open: number): Promise<number> => {
  district.read();
  await inParallel("each case", open, 64, (n) => district.lookAt(n));
  return district.read().readUnits / open;
};

try {
  await district.openCopies(0, few);
  const fewHours = await round(few);
  const each = await eachCase(few);
  await district.openCopies(few, many);
  const open = await district.openNow();
  const manyHours = await round(many);
  const found = await round(many, [district.executionOf(1), district.executionOf(many)]);

  const { length, 0: cpu } = cpus();
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}, DynamoDB Local`,
  );
  console.log(`npm run bench:reconcile -- --cases ${many}\n`);
  for (const [cases, { mean, dearest, lists }] of [
    [few, fewHours],
    [many, manyHours],
  ] as const) {
    console.log(
      `- ${number.format(cases)} open, an hour: ${units(mean)}; the dearest of sixteen: ${units(dearest.readUnits)}`,
    );
    console.log(`  - in ${dearest.requests} requests, and ${lists} lists of a thousand executions`);
    console.log(`  - a case and day: ${units((mean * 24) / cases)}`);
    console.log(
      `  - each case read with its clocks, at ${units(each)}: ${units(each * cases)}, ${number.format((each * cases) / mean)} times as much`,
    );
  }
  must("all cases stand open", open === many);
  must("none is read by itself while nothing is missing", fewHours.reads + manyHours.reads === 0);
  must("an hour of 100,000 open cases costs at most 1,000", (manyHours.dearest.readUnits / many) * 100_000 <= 1000);
  must("two executions that are gone are found and replaced within a round", found.replaced.length === 2);
  must("and cost no more than ten reads", found.reads <= 10);
} finally {
  district.close();
  await database.stop();
}
if (failures.length > 0) process.exitCode = 1;
