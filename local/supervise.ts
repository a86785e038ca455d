import * as z from "zod";
import { SupervisionGround } from "#case/state/facts/supervision.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run case:supervise -- ANHE-2026-0003 --by zhou-min --ground statutoryOverdue (--ground may be left out: the weightiest that the record shows. It is ${SupervisionGround.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, ground: SupervisionGround.optional() });

/**
 * `npm run case:supervise -- CASE --by STAFF --ground …`: staff of the bureau supervise whoever has missed a day, as the record
 * shows it. They get an email with the link to their task page, where they write what is asked, and by which day.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named } = await carryOutForBureau(typed, usage, { type: "beginSupervision", ...asked });
  print(
    `${named}: ${asked.by} gets an email with the way to issue the notice, or to say why there is none. Every deadline of the case runs on.`,
  );
});
