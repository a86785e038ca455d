import * as z from "zod";
import { CaseId } from "#case/event.ts";
import { ClockName } from "#clock/clock.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { tables } from "./running.ts";

const Named = z.tuple([CaseId, ClockName.shape.kind, z.coerce.number().pipe(ClockName.shape.n)]);

/** `npm run clocks:release -- CASE KIND N`: lets a quarantined clock ring again, at the next sweep. */
await runProgram(async () => {
  const named = Named.safeParse(process.argv.slice(2));
  if (!named.success) {
    throw new Obstacle("Which clock? For example: npm run clocks:release -- ANHE-2026-0001 step 1");
  }
  const [caseId, kind, n] = named.data;
  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  /** The real time where there is no demo clock. */
  const now = await demoNow(() => district.demoOffset())();
  if (!(await deadlineStore(db, names.deadlines).release(caseId, { kind, n }, now))) {
    throw new Obstacle(`${caseId} has no clock ${kind} ${n} in quarantine: see npm run clocks:quarantined.`);
  }
  console.log(`${caseId} ${kind} ${n} is due again: the next sweep rings it.`);
});
