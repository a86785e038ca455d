import { readFile } from "node:fs/promises";
import { caseStore } from "#case/store.ts";
import { worldFrom } from "#case/world.ts";
import { demoNow } from "#clock/now.ts";
import { districtDate } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { checkAnnouncement } from "#directory/check-announcement.ts";
import { directoryStore } from "#directory/store.ts";
import { mistakeLines } from "./mistake-lines.ts";
import { Obstacle, runProgram } from "./obstacle.ts";
import { readYaml } from "./read-yaml.ts";
import { recountRunning } from "./recount-running.ts";
import { tables } from "./running.ts";

/**
 * `npm run calendar:announce -- FILE`: puts announced rest days and working days (YAML) in force and counts every
 * running clock that they touch anew; or lists every mistake and changes nothing. Can be run again at any time.
 */
await runProgram(async () => {
  const file = process.argv[2];
  if (file === undefined)
    throw new Obstacle("Which file? For example: npm run calendar:announce -- local/demo/typhoon.yaml");
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Obstacle(`${file} cannot be read.`, { cause });
  });
  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  /** The real time where there is no demo clock. */
  const now = demoNow(() => district.demoOffset());

  const read = readYaml(text);
  const checked = read.ok ? checkAnnouncement(read.value, districtDate(await now())) : read;
  if (!checked.ok) {
    const { mistakes } = checked;
    throw new Obstacle(`Nothing was announced: ${file} has ${mistakes.length} mistake(s).\n${mistakeLines(mistakes)}`);
  }
  const { announcement } = checked;
  await district.announce(announcement);

  const { events, notCounted } = await recountRunning({
    cases: caseStore(db, names.cases, names.deadlines),
    deadlines: deadlineStore(db, names.deadlines),
    world: worldFrom({ now, inForce: () => district.inForce() }),
  })(announcement.reason);
  const { version } = (await district.inForce()).calendar;
  const moves = events.flatMap(({ caseId, fact }) => (fact.type === "clockMoved" ? [{ caseId, ...fact }] : []));
  const cases = new Set(moves.map(({ caseId }) => caseId)).size;
  console.log(`Calendar ${version} is in force. It touched ${moves.length} running clock(s) of ${cases} case(s).`);
  for (const { caseId, clock, from, to } of moves) {
    console.log(
      `  ${caseId} ${clock.kind} ${clock.n}: ${from === to ? `${to}, no longer provisional` : `${from} → ${to}`}`,
    );
  }
  if (notCounted.length > 0) {
    throw new Obstacle(
      `Not counted: ${notCounted.length}. Put them right, then announce the same file again.\n  ${notCounted.join("\n  ")}`,
    );
  }
});
