import { advanceClock } from "./demo-clock.ts";
import { districtTime } from "./district-time.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { readPeriod } from "./period.ts";
import { runningDistrict } from "./running.ts";

/** `npm run demo:advance -- 8d`: lets time pass in the running local district. */
await runProgram(async () => {
  const ms = readPeriod(process.argv[2] ?? "");
  if (ms === undefined) throw new Obstacle("How far? For example: npm run demo:advance -- 8d (or 36h, or 90m).");
  const now = await advanceClock(await runningDistrict(), ms, (day) => console.log(day));
  console.log(`It is now ${districtTime(now)} in the district, and everything that was due has happened.`);
});
