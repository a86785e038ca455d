import { parseArgs } from "node:util";
import { CaseId } from "#case/event.ts";
import { explain } from "#case/explain.ts";
import { caseStore } from "#case/store.ts";
import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { tables } from "./running.ts";

/** `npm run why -- CASE`: explains where a case stands and why. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: "string", default: "zh" } },
  });
  const lang = values.lang === "en" ? "en" : "zh";
  const id = CaseId.safeParse(positionals[0]);
  if (!id.success) throw new Obstacle("Which case? For example: npm run why -- ANHE-2026-0001 --lang en");

  const { db, ...names } = await tables();
  const cases = caseStore(db, names.cases, names.deadlines);
  const kase = await cases.load(id.data);
  if (kase === undefined) throw new Obstacle(`There is no case ${id.data}.`);
  const { events } = await cases.history(id.data);
  const district = directoryStore(db, names.directory);
  console.log(
    explain({
      kase,
      events,
      clocks: await deadlineStore(db, names.deadlines).ofCase(id.data),
      directory: await district.current(),
      /** The real time where there is no demo clock. */
      now: await demoNow(() => district.demoOffset())(),
      lang,
    }),
  );
});
