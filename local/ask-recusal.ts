import * as z from "zod";
import { RecusalGround, RecusalOf } from "#case/state/facts/recusal.ts";
import { lastDayOf } from "#case/state/running.ts";
import { isRecusing } from "#case/state/standing.ts";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run recusal:ask -- ANHE-2026-0003 --by zhou-min --of handler --on 2026-03-02 --why relative (--of is ${RecusalOf.options.join(" or ")}; --why is ${RecusalGround.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, of: RecusalOf, on: DistrictDate, why: RecusalGround });

/**
 * `npm run recusal:ask -- CASE --by OFFICER --of handler|unit --on DAY --why …`: a petitioner has told the bureau that somebody
 * must have no part in their case. Whoever decides gets a mail, and the petitioner the decision by a letter.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { by, of, on: askedOn, why } = asked;
  const { named, after } = await carryOutForBureau(typed, usage, { type: "askRecusalFor", by, of, askedOn, why });
  if (!isRecusing(after)) throw new Error(`${named} is ${after.status}, and nobody is asked to decide`);
  const { staff } = after.recusal.decider;
  print(`${named}: ${staff} decides by ${lastDayOf(after, "recusalDecision")}, and gets an email about it.`);
});
