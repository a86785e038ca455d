import { carryOutForBureau } from "./bureau-command.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";
import { byWhom, readWithdrawalOptions } from "./withdrawal-options.ts";

const usage =
  "For example: npm run withdrawal:undo -- ANHE-2026-0001 --by zhou-min --checked-by zhou-min --check calledBack";

/**
 * `npm run withdrawal:undo -- CASE --by STAFF --checked-by STAFF --check …`: the petitioner has told the bureau, within the
 * days for thinking again, that the case is to go on.
 */
await runProgram(async () => {
  const { positionals, values } = readOptions(usage, {
    allowPositionals: true,
    words: 1,
    options: { by: { type: "string" }, "checked-by": { type: "string" }, check: { type: "string" } },
  });
  const { by, check, ...checked } = readWithdrawalOptions(byWhom, values, usage);
  const { named } = await carryOutForBureau(positionals[0], usage, {
    type: "undoForPetitioner",
    by,
    word: { checkedBy: checked["checked-by"], check },
  });
  print(`${named} goes on where it stood, and the law's time has never stopped. Its petitioner is told.`);
});
