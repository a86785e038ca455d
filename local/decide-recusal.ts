import * as z from "zod";
import { RecusalGround, RecusalRefusal } from "#case/state/facts/recusal.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const decisions = z.enum(["granted", ...RecusalRefusal.options]);

const usage = `For example: npm run recusal:decide -- ANHE-2026-0003 --by fang-jianping --of lin-jiayi --on 2026-03-02 --why relative --decision granted (--why is ${RecusalGround.options.join(" or ")}; --decision is ${decisions.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, of: StaffId, on: DistrictDate, why: RecusalGround, decision: decisions });

/**
 * `npm run recusal:decide -- CASE --by HEAD --of STAFF --on DAY --why … --decision …`: a petitioner has asked that somebody
 * have no part in their case, and the head of the unit has decided. A letter tells them what, and why.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { by, of: staff, on: askedOn, why, decision } = asked;
  const { named } = await carryOutForBureau(typed, usage, {
    ...{ type: "decideRecusal", by, staff, askedOn, why, decision },
  });
  const outcome = decision === "granted" ? `${staff} has no part in it any more` : `${staff} stays on it`;
  print(`${named}: ${outcome}. Its petitioner is told by a letter.`);
});
