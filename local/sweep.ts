import * as z from "zod";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { ClockName } from "#clock/clock.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { previewSweep } from "./preview-sweep.ts";
import { runProgram } from "./program.ts";
import { callSweep, tables } from "./running.ts";
import { previewWords, sweptWords } from "./sweep-words.ts";
import { print } from "./terminal.ts";

/** What the sweep function answers. */
const Swept = z.object({
  rung: z.array(z.object({ caseId: z.string(), clock: ClockName, came: z.array(z.string()) })),
  failed: z.int(),
  quarantined: z.int(),
});

/**
 * `npm run sweep`: lets every due clock ring now and prints what came of each. With `--dry-run` it only prints what
 * would come of it, and writes nothing. `--lang zh` or `--lang en`.
 */
await runProgram(async () => {
  const { values } = readOptions("For example: npm run sweep -- --dry-run --lang en", {
    options: { "dry-run": { type: "boolean", default: false }, ...langOption },
  });
  const lang = readLang(values);
  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  const cases = caseStore(db, names.cases, names.deadlines);
  /** The real time where there is no demo clock. */
  const now = demoNow(() => district.demoOffset());

  if (values["dry-run"]) {
    const world = worldFrom({ now, inForce: () => district.inForce() });
    const foreseen = await previewSweep({ cases, deadlines: deadlineStore(db, names.deadlines), world })();
    print(...previewWords(foreseen, { directory: await district.current(), lang, now: await now() }));
    return;
  }
  const { rung, ...counts } = Swept.parse(await callSweep());
  const came = await Promise.all(
    rung.map(async (rang) => ({ ...rang, history: (await cases.history(rang.caseId)).events })),
  );
  print(...sweptWords(came, counts, { directory: await district.current(), lang, now: await now() }));
});
