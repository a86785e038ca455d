import * as z from "zod";
import { StaffId, UnitId } from "#ground/ids.ts";
import { proposalSorts } from "#register/proposals.ts";
import { readAsked } from "./asked-options.ts";
import { draftProposal } from "./drafted-proposal.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run proposal:draft -- ANHE-2026-0003 --by zhou-min --sort work --unit housing --events 3,5 (--sort is ${proposalSorts.join(", ")}; --events are numbers of the case's record)`;

const Asked = z.object({
  by: StaffId,
  sort: z.enum(proposalSorts),
  unit: UnitId,
  events: z
    .string()
    .transform((typed) => typed.split(/[,，、]/).map((n) => Number(n.trim())))
    .pipe(z.array(z.int().positive()).min(1))
    .describe("takes numbers of events: 3, or 3,5"),
});

/**
 * `npm run proposal:draft -- CASE --by STAFF --sort … --unit UNIT --events 3,5`: an officer of the bureau begins a proposal to a
 * unit, on events of a case. They are mailed the link to the page on which they write it; nothing of it leaves before the
 * bureau's head has issued it.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { number, writes } = await draftProposal(typed, usage, asked);
  print(`${number} is begun. ${writes} gets an email with the link to the page where it is written.`);
});
