import * as z from "zod";
import { NotSimple } from "#case/state/facts/simple.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run simple:end -- ANHE-2026-0003 --by zhou-min --why assignedFromAbove (--why is ${NotSimple.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: NotSimple });

/**
 * `npm run simple:end -- CASE --by STAFF --why …`: the bureau's staff know that a case is none for the simple way, though it
 * was accepted so. It goes on as any other, and its petitioner and whoever has it are told.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "turnOrdinary", ...asked });
  print(`${named} is no longer handled the simple way. Its petitioner and whoever has it are told.`);
});
