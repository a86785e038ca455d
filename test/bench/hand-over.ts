import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { at } from "../unit/case/district.ts";
import { benchDistrict } from "./district.ts";

/**
 * `npm run bench:handover`: what an import reads to find the turns that cannot be kept by the new directory, and what it
 * writes for those, on DynamoDB Local with the real stores. `--cases` open (10,000).
 */
const { values } = parseArgs({ options: { cases: { type: "string", default: "10000" } } });
const open = Number(values.cases);
const [few, moment] = [100, "2026-03-02T03:00:00.000Z"];
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

const database = await startDynamoDbLocal();
const district = await benchDistrict(database.endpoint);
const world = at(moment);
/** The handler who has all open cases has left. */
const withoutHandler = {
  ...world.directory,
  version: "test-2",
  staff: world.directory.staff.filter(({ id }) => id !== "housing-handler"),
  duties: world.directory.duties.map((duty) => (duty.unit === "housing" ? { ...duty, staff: "housing-head" } : duty)),
};

/** One import: what it read and wrote, how long it took, and how many turns passed on. */
const imported = async (directory: typeof world.directory) => {
  district.read();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const { events, failed } = await district.handOver({ ...world, directory });
  if (failed.length > 0) throw new Error(failed.join("\n"));
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  return { ...district.read(), seconds, cpu: (user + system) / 1e6, passed: events.length };
};

try {
  await district.openCopies(0, few);
  const handed = await imported(withoutHandler);
  await district.openCopies(few, open);
  const stays = await imported(world.directory);
  const { length, 0: cpu } = cpus();
  console.log(
    `\n${new Date().toISOString().slice(0, 10)}, ${length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}, DynamoDB Local`,
  );
  console.log(`npm run bench:handover -- --cases ${open}\n`);
  console.log(
    `- ${number.format(open)} open cases of which none is handed over: ${number.format(stays.requests)} requests, ${number.format(stays.readUnits)} read units, ${number.format(stays.seconds)} s, of which ${number.format(stays.cpu)} s of a processor`,
  );
  console.log(
    `- ${number.format(few)} of ${number.format(few)} handed over: ${handed.passed} turns, ${number.format(handed.requests)} requests, ${number.format(handed.seconds)} s`,
  );
} finally {
  district.close();
  await database.stop();
}
