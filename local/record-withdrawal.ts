import * as z from "zod";
import { lastDayOf } from "#case/state/running.ts";
import { readAsked } from "./asked-options.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";
import { byWhom, onPaper } from "./withdrawal-options.ts";

const usage =
  "For example: npm run withdrawal:record -- ANHE-2026-0001 --by zhou-min --on 2026-03-02 --scan SC-2026-0012 --checked-by zhou-min --check residentId";

/**
 * `npm run withdrawal:record -- CASE --by STAFF --on DAY --scan … --checked-by STAFF --check …`: the bureau records that the
 * petitioner has withdrawn on signed paper. The case rests, and ends when the days for thinking again are over.
 */
await runProgram(async () => {
  const {
    named: [typed],
    asked: { by, on, scan, check, ...checked },
  } = readAsked(z.object({ ...byWhom, ...onPaper }), usage);
  const { named, after } = await carryOutForBureau(typed, usage, {
    type: "withdrawOnPaper",
    by,
    paper: { signedOn: on, scan, checkedBy: checked["checked-by"], check },
  });
  print(
    `${named} is withdrawn. Until ${lastDayOf(after, "withdrawal")} it can be undone: by the petitioner with the query code, or by npm run withdrawal:undo.`,
    "Its petitioner and whoever had it are told. When that day is over a letter confirms it, and the case has ended.",
  );
});
