import * as z from "zod";
import { LeadChange, LeadGround } from "#case/state/facts/lead.ts";
import { leadOf } from "#case/state/lead.ts";
import { lastDayOf } from "#case/state/running.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run lead:name -- ANHE-2026-0003 --by shen-guohua --leader liang-jing --why joint (--why is ${LeadGround.options.join(", ")}; to put another leader in charge, add --instead ${LeadChange.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, leader: StaffId, why: LeadGround, instead: LeadChange.optional() });

/**
 * `npm run lead:name -- CASE --by STAFF --leader STAFF --why …`: the head of the bureau, or a leader, names the leader of the
 * district who is in charge of a case. They get an email with the link to their page; the petitioner sees who it is.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { named, after } = await carryOutForBureau(typed, usage, { type: "nameLeader", ...asked });
  const lead = leadOf(after);
  if (lead === undefined) throw new Error(`${named} is ${after.status}, and nobody is in charge`);
  print(
    `${named}: ${lead.post.en} ${lead.name} is in charge, meets the petitioner by ${lastDayOf(after, "lead")}, and gets an email about it.`,
    "Whoever handles the case goes on, and no deadline moves. The petitioner sees who is in charge.",
  );
});
