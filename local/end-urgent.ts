import * as z from "zod";
import { CalmGround } from "#case/state/facts/urgency.ts";
import { StaffId } from "#ground/ids.ts";
import { carryOutForBureau } from "./bureau-command.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run urgent:end -- ANHE-2026-0003 --by zhou-min --why averted (--why is ${CalmGround.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: CalmGround });

/**
 * `npm run urgent:end -- CASE --by STAFF --why …`: a case that was urgent is so no longer. Its step gets back what it had; its
 * petitioner and whoever has it are told.
 */
await runProgram(async () => {
  const { positionals, values } = readOptions(usage, {
    allowPositionals: true,
    words: 1,
    options: { by: { type: "string" }, why: { type: "string" } },
  });
  const asked = Asked.safeParse(values);
  if (!asked.success) {
    const [missing = ""] = asked.error.issues.map(({ path }) => path.join("."));
    throw new Obstacle(`--${missing} is missing, or is none of those there are. ${usage}`);
  }
  const { named } = await carryOutForBureau(positionals[0], usage, { type: "unmarkUrgent", ...asked.data });
  print(`${named} is not urgent any more. Its petitioner and whoever has it are told.`);
});
