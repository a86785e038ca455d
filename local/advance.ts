import { advanceClock } from "./demo-clock.ts";
import { districtTime } from "./district-time.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { readPeriod } from "./period.ts";
import { runProgram } from "./program.ts";
import { runningDistrict } from "./running.ts";
import { print } from "./terminal.ts";

/** `npm run demo:advance -- 8d`: lets time pass in the running local district. */
await runProgram(async () => {
  const usage = "For example: npm run demo:advance -- 8d (or 36h, or 90m).";
  const [period = ""] = readOptions(usage, { allowPositionals: true, words: 1 }).positionals;
  const ms = readPeriod(period);
  if (ms === undefined) throw new Obstacle(`How far? ${usage}`);
  const now = await advanceClock(await runningDistrict(), ms, (day) => print(day));
  print(`It is now ${districtTime(now)} in the district, and everything that was due has happened.`);
});
