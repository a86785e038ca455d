import { userInfo } from "node:os";
import * as z from "zod";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { ClockName, sameClock } from "#clock/clock.ts";
import { demoNow } from "#clock/now.ts";
import { districtDate } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { momentWords } from "#words/dates.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { print, printError } from "./terminal.ts";

const Asked = z.tuple([z.string(), ClockName.shape.kind, z.coerce.number().pipe(ClockName.shape.n)]);

/** The case, the kind and the number: also where the clock is written as its row's key is, `CLOCK#step#1`. */
const clockWords = ([named, ...clock]: readonly string[]): (string | undefined)[] => {
  const parts = clock.flatMap((word) => word.toLowerCase().split("#"));
  return [named, ...(parts[0] === "clock" ? parts.slice(1) : parts)];
};

/** `npm run clocks:release -- CASE KIND N`: puts a quarantined clock back; who did it goes on the case's record. */
await runProgram(async () => {
  const usage = "For example: npm run clocks:release -- ANHE-2026-0001 step 1";
  const { positionals } = readOptions(usage, { allowPositionals: true, words: 3 });
  const asked = Asked.safeParse(clockWords(positionals));
  if (!asked.success) throw new Obstacle(`Which deadline? ${usage}`);
  const [words, kind, n] = asked.data;
  const clock = { kind, n };
  const { db, ...names } = await tables();
  const number = await readNamedCase(words, () => directoryStore(db, names.directory).current());
  if (number === undefined) throw new Obstacle(`Which deadline? ${usage}`);
  const cases = caseStore(db, names.cases, names.deadlines);
  const caseId = await caseNamed(cases, number);
  if (caseId === undefined) throw new Obstacle(`There is no case ${number}.`);
  const deadlines = deadlineStore(db, names.deadlines);
  const leftOut = ({ message }: Error) => printError(`Left aside, as it cannot be read: ${message}`);
  const row = (await deadlines.ofCase(caseId, leftOut)).find((found) => sameClock(found.clock, clock));
  if (row?.quarantined === undefined) {
    throw new Obstacle(`${number} has no deadline ${kind} ${n} in quarantine: see npm run clocks:quarantined.`);
  }
  const district = directoryStore(db, names.directory);
  /** The real time where there is no demo clock. */
  const now = demoNow(() => district.demoOffset());
  const ports = {
    cases,
    world: worldFrom({ now, inForce: () => district.inForce() }),
    linkHash: noLinks,
  };
  const released = await carryOut(ports, upkeepJudges)(caseId, {
    type: "releaseClock",
    clock,
    by: userInfo().username,
  });
  const change = released.kind === "done" ? released.events[0]?.clocks[0] : undefined;
  if (change?.change !== "next") {
    await deadlines.endOvertaken(caseId, clock, row.quarantined.at, await now());
    print(`${number} no longer has ${kind} ${n}: it is ended.`);
    return;
  }
  const nextRing = momentWords(change.nextAt, "en", districtDate(await now()));
  print(`${number} ${kind} ${n} runs again and is next acted on ${nextRing}, district time.`);
});
