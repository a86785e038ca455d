import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = "For example: npm run case:convene -- ANHE-2026-0003 --by zhou-min";

const Asked = z.object({ by: StaffId });

/**
 * `npm run case:convene -- CASE --by STAFF`: staff of the bureau are to call units to a meeting on a case that one of them
 * handles. They get an email with the link to their task page, where they say which units, about what and on which day, and
 * later what was decided.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "beginConvening", ...asked });
  print(
    `${named}: ${asked.by} gets an email with the way to call units to a meeting. Whoever handles the case goes on, and every deadline runs.`,
  );
});
