import { directoryStore } from "#directory/store.ts";
import { readNamedCase } from "./case-named.ts";
import { explanationOf } from "./explanation.ts";
import { Obstacle } from "./obstacle.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { print } from "./terminal.ts";

/** `npm run why -- CASE`: explains where a case stands and why. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const usage = "For example: npm run why -- ANHE-2026-0001 --lang en";
  const { values, positionals } = readOptions(usage, { allowPositionals: true, words: 1, options: langOption });
  const lang = readLang(values);
  const [words = ""] = positionals;
  if (words === "") throw new Obstacle(`Which case? ${usage}`);

  const here = await tables();
  const named = await readNamedCase(words, () => directoryStore(here.db, here.directory).current());
  if (named === undefined) throw new Obstacle(`Which case? ${usage}`);
  const explanation = await explanationOf(named, lang, here);
  if (explanation === undefined) throw new Obstacle(`There is no case ${named}.`);
  print(...explanation);
});
