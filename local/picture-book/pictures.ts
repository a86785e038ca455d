import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../browser.ts";
import { startDistrict } from "../district.ts";
import { inboxAt } from "../inbox.ts";
import { readOptions } from "../options.ts";
import { freePorts } from "../port.ts";
import { runProgram } from "../program.ts";
import { print } from "../terminal.ts";
import { clocksAtWork } from "./clocks-at-work.ts";
import { oneCase } from "./one-case.ts";
import { clockOf, folder } from "./stage.ts";

/**
 * `npm run pictures`: plays petitions through a district of its own and keeps what people see on the way, for the
 * README and docs/tour.md. Its characters need a Chinese font on this machine (Debian: fonts-noto-cjk).
 */
await runProgram(async () => {
  readOptions("For example: npm run pictures", {});
  const dir = await mkdtemp(join(tmpdir(), "huiyin-pictures-"));
  await mkdir(folder, { recursive: true });
  const ends = [() => rm(dir, { recursive: true, force: true })];
  try {
    const here = await startDistrict({ ports: await freePorts(), dir, samples: false, said: print });
    ends.push(here.stop);
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    const stage = { here, browser, clock: clockOf(here), inbox: inboxAt(here.mailbox) };
    await oneCase(stage);
    await clocksAtWork(stage);
  } finally {
    for (const end of ends.toReversed()) await end();
  }
});
