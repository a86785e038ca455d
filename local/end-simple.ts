import * as z from "zod";
import { carryOut, noLinks } from "#case/acts/carry-out.ts";
import { upkeepJudges } from "#case/acts/judges.ts";
import { NotSimple } from "#case/state/facts/simple.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { demoNow } from "#clock/now.ts";
import { directoryStore } from "#directory/store.ts";
import { StaffId } from "#ground/ids.ts";
import { refusalWords } from "#words/refusals.ts";
import { caseNamed, readNamedCase } from "./case-named.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { tables } from "./running.ts";
import { print } from "./terminal.ts";

const usage = `For example: npm run simple:end -- ANHE-2026-0003 --by wang-min --why assignedFromAbove (--why is ${NotSimple.options.join(" or ")})`;

const Asked = z.object({ by: StaffId, why: NotSimple });

/**
 * `npm run simple:end -- CASE --by STAFF --why …`: the bureau's staff know that a case is none for the simple way, though it
 * was accepted so. It goes on as any other, and its petitioner and whoever has it are told.
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
  if (positionals[0] === undefined) throw new Obstacle(`Which case? ${usage}`);
  const { db, ...names } = await tables();
  const cases = caseStore(db, names.cases, names.deadlines);
  const district = directoryStore(db, names.directory);
  const named = await readNamedCase(positionals[0], () => district.current());
  if (named === undefined) throw new Obstacle(`Which case? ${usage}`);
  const caseId = await caseNamed(cases, named);
  if (caseId === undefined) throw new Obstacle(`There is no case ${named}.`);
  const now = demoNow(() => district.demoOffset());
  const ports = { cases, world: worldFrom({ now, inForce: () => district.inForce() }), linkHash: noLinks };
  const outcome = await carryOut(ports, upkeepJudges)(caseId, { type: "turnOrdinary", ...asked.data });
  if (outcome.kind === "refused") throw new Obstacle(`${named}: ${refusalWords[outcome.refusal].en}.`);
  print(`${named} is no longer handled the simple way. Its petitioner and whoever has it are told.`);
});
