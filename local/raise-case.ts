import * as z from "zod";
import { PullUpGround } from "#case/state/facts/lead.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run case:raise -- ANHE-2026-0003 --by shen-guohua --to department --why unitsDiffer (--to is department or leader; --why is ${PullUpGround.options.join(", ")})`;

const Asked = z.object({ by: StaffId, to: z.enum(["department", "leader"]), why: PullUpGround });

/**
 * `npm run case:raise -- CASE --by STAFF --to LEVEL --why …`: the head of the bureau, or a leader, has a case handled at a level
 * above the one that has it. The step there ends, and the time set by law runs on.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "pullUp", ...asked });
  print(`${named} goes up to the ${asked.to} now. Its petitioner and whoever had it are told.`);
});
