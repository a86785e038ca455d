import { noLinks } from "#case/acts/carry-out.ts";
import { ringClock } from "#case/acts/ring-clock.ts";
import { worldFrom } from "#case/state/world.ts";
import { caseStore } from "#case/store/case-store.ts";
import { entryStore } from "#case/store/entry-store.ts";
import { deadlineStore } from "#clock/store.ts";
import { districtPorts } from "#directory/district-store.ts";
import { count } from "#lambda/count.ts";
import { SweepEnv } from "#lambda/environment.ts";
import { logger } from "#lambda/log.ts";
import { bareError } from "#lambda/observed.ts";
import { task } from "#lambda/task.ts";
import { database } from "#record/dynamodb.ts";
import { ringEntry } from "#register/carry-out.ts";
import { registers } from "#register/registers.ts";
import { ringRecord } from "./ring-record.ts";
import { SweepPart, type Swept, sweep } from "./sweep.ts";

const env = SweepEnv.parse(process.env);
const db = database();
const district = districtPorts(db, env);
const deadlines = deadlineStore(db, env.DEADLINES_TABLE);
const cases = caseStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);
const entries = entryStore(db, env.CASES_TABLE, env.DEADLINES_TABLE);

const countSwept = ({ rung, quarantined, overdueUnmoved, outOfTime }: Swept): void => {
  count("ClocksRung", rung.length);
  count("SweepsOutOfTime", outOfTime ? 1 : 0);
  count("OverdueUnmoved", overdueUnmoved);
  count("Quarantined", quarantined);
  const late = rung.filter(({ late: isLate }) => isLate);
  count("OverdueAtTop", late.length);
  const fallen = rung.filter(({ fellToBureau }) => fellToBureau);
  if (fallen.length > 0) count("BureauFallback", fallen.length);
};

export const handler = task(SweepPart, (part, millisecondsLeft) => {
  const { now } = district;
  /** Asked once a sweep, for thousands of clocks; but only when one is due: an idle sweep reads nothing else. */
  let asked: ReturnType<typeof district.inForce> | undefined;
  const inForce = () => {
    asked ??= district.inForce();
    return asked;
  };
  const ports = {
    world: worldFrom({ now, inForce }),
    endOvertaken: (...row: Parameters<typeof deadlines.endOvertaken>) => deadlines.endOvertaken(...row),
  };
  return sweep({
    deadlines,
    ring: ringRecord({
      case: ringClock({ ...ports, cases, linkHash: noLinks }),
      entry: ringEntry({ ...ports, entries, registers }),
    }),
    prepare: inForce,
    now,
    millisecondsLeft,
    failed: (row, error) => logger.error("Clock failed", { row, error: bareError(error) }),
    counted: countSwept,
  })(part);
});
