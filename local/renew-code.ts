import { randomBytes } from "node:crypto";
import * as z from "zod";
import { newQueryCode, phoneHashes, queryCodeHash } from "#access/query-code.ts";
import { CodePapers, CodeReason } from "#case/state/facts/code.ts";
import { StaffId } from "#ground/ids.ts";
import { readOwnNumber } from "#ground/phone.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { Obstacle } from "./obstacle.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run code:renew -- ANHE-2026-0001 --by zhou-min --why lost --papers residentId --number 13800001234 (--why is ${CodeReason.options.join(" or ")}; --papers is ${CodePapers.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: CodeReason, papers: CodePapers, number: z.string() });

/**
 * `npm run code:renew -- CASE --by STAFF --why … --papers … --number …`: gives a petitioner at a window a new query code. The
 * bureau's staff have checked their papers; who did, by which, and why goes on the case's record. The code is printed once.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked,
  } = readAsked(Asked, usage);
  const { by, why, papers, number } = asked;
  const digits = readOwnNumber(number);
  if (digits === undefined)
    throw new Obstacle(`--number ${number} is no phone number, and no number of 8 to 12 digits.`);

  const code = newQueryCode(randomBytes);
  const { named } = await carryOutForBureau(
    typed,
    usage,
    { type: "renewCode", by, why, papers },
    { code: { hash: queryCodeHash(code), phone: phoneHashes(code, digits) } },
  );
  print(
    `${named} has a new query code, and the earlier one opens nothing: ${code}`,
    `It goes with the number that ends in ${digits.slice(-4)}. Hand it over now: it is shown this once, and stored nowhere.`,
  );
});
