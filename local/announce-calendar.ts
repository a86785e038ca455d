import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { type Announcement, type Overruled, ruledBy } from "#clock/announcement.ts";
import { demoNow } from "#clock/now.ts";
import { districtDate } from "#clock/period.ts";
import { deadlineStore } from "#clock/store.ts";
import { AnnouncedMeanwhile } from "#directory/announcement-store.ts";
import { checkAnnouncement } from "#directory/check/check-announcement.ts";
import { directoryStore } from "#directory/store.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { numberOf } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { readChecked } from "./checked-file.ts";
import { encodingLines } from "./encoding-lines.ts";
import { mistakeLines } from "./mistake-lines.ts";
import { Obstacle } from "./obstacle.ts";
import { readOptions } from "./options.ts";
import { runProgram } from "./program.ts";
import { recountRunning } from "./recount-running.ts";
import { tables } from "./running.ts";
import { print } from "./terminal.ts";

/** Why clocks are counted anew when nothing is announced: their days are those of an older calendar. */
const inForce: Bilingual = {
  zh: "按现行的放假安排重新计算",
  en: "Counted anew by the public holidays now in force",
};

/** One line for each day on which two announcements disagree: what holds, and what gives way. */
const overruledLines = (days: readonly Overruled[]): string[] =>
  days.map(({ date, ruling, overruled }) => {
    const holds = ruledBy(ruling, date) === "rest" ? "is a rest day" : "is a working day";
    return `${date} ${holds}, as announced on ${ruling.announced} (${ruling.reason.zh}); what was announced on ${overruled.announced} (${overruled.reason.zh}) gives way.`;
  });

const readAnnouncement = async (file: string, today: DistrictDate): Promise<Announcement> => {
  const checked = await readChecked(file, (raw) => checkAnnouncement(raw, today)).catch((cause: unknown) => {
    throw new Obstacle(`${file} cannot be read.`, { cause });
  });
  if (!checked.ok) {
    const { mistakes } = checked;
    throw new Obstacle(`Nothing was announced: ${file} has ${mistakes.length} mistake(s).`, {
      lines: mistakeLines(mistakes),
    });
  }
  const { announcement, encoding } = checked;
  print(...encodingLines(file, encoding, [announcement.reason.zh]));
  return announcement;
};

/**
 * `npm run calendar:announce -- FILE`: puts announced rest days and working days (YAML) in force and counts every
 * running clock that they touch anew; or lists every mistake and changes nothing. Can be run again at any time. Without a
 * file it counts by the calendar in force, as after a deployment that has brought the State Council's notice for a year.
 */
await runProgram(async () => {
  const usage = "For example: npm run calendar:announce -- local/demo/typhoon.yaml";
  const [file] = readOptions(usage, { allowPositionals: true, words: 1 }).positionals;
  const { db, ...names } = await tables();
  const district = directoryStore(db, names.directory);
  /** The real time where there is no demo clock. */
  const now = demoNow(() => district.demoOffset());

  const announcement = file === undefined ? undefined : await readAnnouncement(file, districtDate(await now()));
  try {
    if (announcement !== undefined) print(...overruledLines(await district.announce(announcement)));
  } catch (cause) {
    if (!(cause instanceof AnnouncedMeanwhile)) throw cause;
    throw new Obstacle(
      `Nothing of ${file} was announced: another announcement came into force at the same moment. Give the same command again.`,
      { cause },
    );
  }
  const { events, notCounted } = await recountRunning({
    cases: caseStore(db, names.cases, names.deadlines),
    deadlines: deadlineStore(db, names.deadlines),
    world: worldFrom({ now, inForce: () => district.inForce() }),
  })(announcement?.reason ?? inForce);
  const { version } = (await district.inForce()).calendar;
  const moves = events.flatMap(({ caseId, fact }) => (fact.type === "clockMoved" ? [{ caseId, ...fact }] : []));
  const cases = new Set(moves.map(({ caseId }) => caseId)).size;
  print(`Calendar ${version} is in force. It touched ${moves.length} running deadline(s) of ${cases} case(s).`);
  for (const { caseId, clock, from, to } of moves) {
    print(
      `  ${numberOf(caseId)} ${clock.kind} ${clock.n}: ${from === to ? `${to}, no longer provisional` : `${from} → ${to}`}`,
    );
  }
  if (notCounted.length > 0) {
    throw new Obstacle(`Not counted: ${notCounted.length}. Put them right, then give the same command again.`, {
      lines: notCounted.map((which) => `  ${which}`),
    });
  }
});
