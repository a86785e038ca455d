import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { restoredStore } from "#case/store/restored-store.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { numberOf } from "#ground/ids.ts";
import { readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { settledLines, settleRestored } from "./settle-restored.ts";
import { print } from "./terminal.ts";

/** `npm run restore:settle -- --past NUMBER`: puts restored tables right before anybody may use them. */
await runProgram(async () => {
  const usage = "For example: npm run restore:settle -- --past ANHE-2026-0150, the highest number that was ever given";
  const { values } = readOptions(usage, { options: { past: { type: "string", multiple: true } } });
  const given = values.past ?? [];
  if (given.length === 0) throw new Obstacle(`After which number does the register go on? ${usage}`);
  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  const past = await Promise.all(
    given.map(async (words) => {
      const named = await readNamedCase(words, () => district.current());
      if (named === undefined) throw new Obstacle(`After which number does the register go on? ${usage}`);
      return numberOf(named);
    }),
  );
  const now = demoNow(() => district.demoOffset());
  const settled = await settleRestored({
    cases: caseStore(db, names.cases, names.deadlines),
    deadlines: deadlineStore(db, names.deadlines),
    restored: restoredStore(db, names.cases, names.deadlines),
    world: worldFrom({ now, inForce: () => district.inForce() }),
  })(past);
  print(...settledLines(settled));
  if (settled.failed.length > 0)
    throw new Obstacle("Something could not be put right: see above. Look into it, and run this again.");
  print("Now let the whole round run, so that every case has its execution.");
});
