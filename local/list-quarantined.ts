import { parseArgs } from "node:util";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { runProgram } from "./obstacle.ts";
import { tables } from "./running.ts";
import { quarantineWords } from "./sweep-words.ts";

/** `npm run clocks:quarantined`: lists the clocks that failed too often. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const { values } = parseArgs({ options: { lang: { type: "string", default: "zh" } } });
  const { db, ...names } = await tables();
  const rows = await deadlineStore(db, names.deadlines).quarantined();
  const directory = await directoryStore(db, names.directory).current();
  console.log(quarantineWords(rows, { directory, lang: values.lang === "en" ? "en" : "zh" }));
});
