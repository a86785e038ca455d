import * as z from "zod";
import { CalmGround } from "#case/state/facts/urgency.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run urgent:end -- ANHE-2026-0003 --by zhou-min --why averted (--why is ${CalmGround.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: CalmGround });

/**
 * `npm run urgent:end -- CASE --by STAFF --why …`: a case that was urgent is so no longer. Its step gets back what it had; its
 * petitioner and whoever has it are told.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "unmarkUrgent", ...asked });
  print(`${named} is not urgent any more. Its petitioner and whoever has it are told.`);
});
