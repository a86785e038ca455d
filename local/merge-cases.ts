import * as z from "zod";
import { SameAsks } from "#case/state/facts/merging.ts";
import { StaffId } from "#ground/ids.ts";
import { readAsked } from "./asked-options.ts";
import { mergeForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage =
  "For example: npm run case:merge -- ANHE-2026-0002 ANHE-2026-0003 --by zhou-min --asks 1 (the second is handled in the first; --asks says for each request of the second which of the first's it is the same as)";

const Asked = z.object({
  by: StaffId,
  asks: z
    .string()
    .transform((typed) => typed.split(/[,，、]/).map((n) => Number(n.trim())))
    .pipe(SameAsks)
    .describe("takes numbers of requests: 1, or 2,1"),
});

/**
 * `npm run case:merge -- LEAD MEMBER --by STAFF --asks 1,2`: the bureau's staff find that two petitions have the same facts and
 * the same requests. The second is handled in the first from now on, and answered by a letter of its own.
 */
await runProgram(async () => {
  const {
    named: [lead, member],
    asked,
  } = readAsked(Asked, usage, 2);
  const merged = await mergeForBureau({ lead, member }, usage, asked);
  print(
    `${merged.member} is handled in ${merged.lead} from now on, ${merged.members === 1 ? "the first" : `with ${merged.members - 1} before it`}. Its code and its time set by law stay as they are.`,
    "Its petitioner is told, and so is whoever had it. It is parted again by npm run case:unmerge, or by its petitioner.",
  );
});
