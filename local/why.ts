import { parseArgs } from "node:util";
import { CaseId } from "#case/event.ts";
import { explanationOf } from "./explanation.ts";
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

  const explanation = await explanationOf(id.data, lang, await tables());
  if (explanation === undefined) throw new Obstacle(`There is no case ${id.data}.`);
  console.log(explanation);
});
