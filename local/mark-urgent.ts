import * as z from "zod";
import { UrgentGround } from "#case/state/facts/urgency.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run urgent:mark -- ANHE-2026-0003 --by zhou-min --why danger (--why is ${UrgentGround.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: UrgentGround });

/**
 * `npm run urgent:mark -- CASE --by STAFF --why …`: staff of the bureau, or whoever heads the unit that has the case, say that
 * it cannot wait. Its steps go by hours from then on; its petitioner and whoever has it are told.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "markUrgent", ...asked });
  print(`${named} is urgent from now on. Its petitioner and whoever has it are told.`);
});
