import { NamedCase } from "./case-named.ts";
import { explanationOf } from "./explanation.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { tables } from "./running.ts";

/** `npm run why -- CASE`: explains where a case stands and why. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const usage = "For example: npm run why -- ANHE-2026-0001 --lang en";
  const { values, positionals } = readOptions(usage, { allowPositionals: true, options: langOption });
  const lang = readLang(values);
  const [first, ...more] = positionals;
  const id = NamedCase.safeParse(first);
  if (!id.success || more.length > 0) throw new Obstacle(`Which case? ${usage}`);

  const explanation = await explanationOf(id.data, lang, await tables());
  if (explanation === undefined) throw new Obstacle(`There is no case ${id.data}.`);
  console.log(explanation);
});
