import { once } from "node:events";
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startDistrict } from "./district.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { districtDir } from "./running.ts";

/** `npm start`: a whole district on this machine, in the foreground. `npm start -- --fresh` begins anew. */
await runProgram(async () => {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  const leaving = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => leaving.abort());
  if (values.fresh) await rm(districtDir, { recursive: true, force: true });

  const began = Date.now();
  const said = (progress: string) =>
    console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${progress}`);
  try {
    const district = await startDistrict({
      ports: { district: 8080, mailbox: 1080, smtp: 1025, emulator: 4566 },
      dir: districtDir,
      samples: true,
      said,
      signal: leaving.signal,
    });
    said("ready");
    console.log(`
  The district  ${district.baseUrl}
  The mailbox   ${district.mailbox}

  In another terminal: npm run demo:advance -- 8d (lets time pass), npm run why -- CASE (explains a case)
  Ctrl-C ends it; npm start goes on from there, npm start -- --fresh begins anew.
`);
    const how = await Promise.race([
      once(leaving.signal, "abort").then(() => "left"),
      district.ended.then(() => "lost"),
    ]);
    said("ending");
    await district.stop();
    if (how === "lost")
      throw new Obstacle("The AWS emulator has ended: npm start goes on from where the district was.");
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
  }
});
