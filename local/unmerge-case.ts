import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = "For example: npm run case:unmerge -- ANHE-2026-0003 --by zhou-min";

/** `npm run case:unmerge -- CASE --by STAFF`: it was another matter after all, and is handled for itself again. */
await runProgram(async () => {
  const {
    named: [typed],
    asked: { by },
  } = readAsked(z.object({ by: StaffId }), usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "unmerge", by });
  print(`${named} goes on where it stood, and the law's time has never stopped. Its petitioner is told.`);
});
