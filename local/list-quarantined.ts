import { demoNow } from "#clock/now.ts";
import { deadlineStore } from "#clock/store.ts";
import { directoryStore } from "#directory/store.ts";
import { langOption, readLang, readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { quarantineWords } from "./sweep-words.ts";
import { print } from "./terminal.ts";

/** `npm run clocks:quarantined`: lists the clocks that failed too often. `--lang zh` or `--lang en`. */
await runProgram(async () => {
  const usage = "For example: npm run clocks:quarantined -- --lang en";
  const lang = readLang(readOptions(usage, { options: langOption }).values);
  const { db, ...names } = await tables();
  const rows = await deadlineStore(db, names.deadlines).quarantined();
  const district = directoryStore(db, names.directory);
  const [directory, now] = await Promise.all([district.current(), demoNow(() => district.demoOffset())()]);
  print(...quarantineWords(rows, { directory, lang, now }));
});
