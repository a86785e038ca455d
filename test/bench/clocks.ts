import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { sweepParts } from "../../infra/concurrency.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { benchDistrict } from "./district.ts";

/**
 * `npm run bench:clocks`: what a sweep costs with nothing due, and when many clocks are due at once, on DynamoDB Local
 * with the real stores. `--clocks` running at most (1,000,000) and `--due` at once (24,000) may be lowered.
 */
const { values } = parseArgs({
  options: { clocks: { type: "string", default: "1000000" }, due: { type: "string", default: "24000" } },
});
const [clocks, due] = [Number(values.clocks), Number(values.due)];
const few = 1000;
const beforeDue = "2026-03-10T00:00:00.000Z";
const whenDue = "2026-03-18T00:00:00.000Z";
const [roundTrip, concurrency] = [10, 64];

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const row = (...cells: (string | number)[]): void =>
  console.log(`| ${cells.map((cell) => (typeof cell === "number" ? number.format(cell) : cell)).join(" | ")} |`);

const database = await startDynamoDbLocal();
const district = await benchDistrict(database.endpoint);
const failures: string[] = [];
const must = (what: string, holds: boolean): void => {
  row("must", what, holds ? "holds" : "FAILS");
  if (!holds) failures.push(what);
};

try {
  await district.fill(0, few);
  district.read();
  await district.sweepAt(beforeDue);
  const idleAtFew = district.read();
  await district.fill(few, clocks);
  await district.sweepAt(beforeDue);
  const idleAtMany = district.read();

  await district.open(due);
  district.read();
  const late = await district.scanForLate("2026-03-18");
  const scan = district.read();
  const [began, worked] = [performance.now(), process.cpuUsage()];
  const { rung, failed } = await district.sweepAt(whenDue);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(worked);
  const processorPerRing = (user + system) / 1000 / due;
  const drain = district.read();
  const again = await district.sweepAt(whenDue);
  district.read();

  const overdue = (await district.events()).filter(({ fact }) => fact.type === "stepOverdue");
  const casesMoved = new Set(overdue.map(({ caseId }) => caseId)).size;
  const projected = ((drain.requests / concurrency) * roundTrip) / 1000;

  const { length, 0: cpu } = cpus();
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}, DynamoDB Local`,
  );
  console.log(`npm run bench:clocks -- --clocks ${clocks} --due ${due}\n`);
  row("what", "requests", "read units", "write units", "of them in indexes");
  row("---", "---", "---", "---", "---");
  row(`idle sweep, ${number.format(few)} clocks run`, idleAtFew.requests, idleAtFew.readUnits, 0, 0);
  row(`idle sweep, ${number.format(clocks)} clocks run`, idleAtMany.requests, idleAtMany.readUnits, 0, 0);
  const written = drain.writeUnits + drain.indexUnits;
  row(`sweep with ${number.format(due)} due`, drain.requests, drain.readUnits, written, drain.indexUnits);
  row("… per clock", drain.requests / due, drain.readUnits / due, written / due, drain.indexUnits / due);
  row(`naive scan of the cases table, finds ${number.format(late)} late`, scan.requests, scan.readUnits, 0, 0);
  console.log(
    `\nPer clock: ${number.format(drain.reads / due)} reads, ${number.format(drain.transactions / due)} transactions; ${number.format(drain.queries)} query pages in all.` +
      `\nProcessor: ${number.format(processorPerRing)} ms a ring, so ${number.format((processorPerRing * 24) / sweepParts)} s for each of ${sweepParts} parts of 24,000, each with a processor of its own.` +
      `\nDrained here in ${number.format(seconds)} s; projected from ${number.format(drain.requests)} round trips at ${roundTrip} ms and concurrency ${concurrency}: ${number.format(projected)} s.\n`,
  );
  must("an idle sweep costs the same with few and with many running", idleAtFew.readUnits === idleAtMany.readUnits);
  must("an idle sweep costs at most 16 read units", idleAtMany.readUnits <= 16);
  must("none lost", casesMoved === due && failed === 0 && again.rung.length === 0);
  must("none twice", overdue.length === due && rung.length === due);
  must("one read and one transaction per clock", drain.reads === due && drain.transactions === due);
  must("each part has time for its share of 24,000 in two sweeps", (processorPerRing * 24) / sweepParts <= 2 * 47);
  must("projected within 10 s for 24,000", (projected / due) * 24_000 <= 10);
} finally {
  district.close();
  await database.stop();
}
if (failures.length > 0) process.exitCode = 1;
