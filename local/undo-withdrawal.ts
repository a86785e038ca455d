import * as z from "zod";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";
import { byWhom } from "./withdrawal-options.ts";

const usage =
  "For example: npm run withdrawal:undo -- ANHE-2026-0001 --by zhou-min --checked-by zhou-min --check calledBack";

/**
 * `npm run withdrawal:undo -- CASE --by STAFF --checked-by STAFF --check …`: the petitioner has told the bureau, within the
 * days for thinking again, that the case is to go on.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked: { by, check, ...checked },
  } = readAsked(z.object(byWhom), usage);
  const { named } = await carryOutForBureau(typed, usage, {
    type: "undoForPetitioner",
    by,
    word: { checkedBy: checked["checked-by"], check },
  });
  print(`${named} goes on where it stood, and the law's time has never stopped. Its petitioner is told.`);
});
