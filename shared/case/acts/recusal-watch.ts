import { barring, barringUnit } from "#case/state/barred.ts";
import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, startPeriod } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { type AskedToRecuse, mostRecusals } from "#case/state/facts/recusal.ts";
import type { Message } from "#case/state/message.ts";
import { periodClock } from "#case/state/running.ts";
import { isRecusing, nextTurn, type Recusing } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { About, Staff } from "#directory/directory.ts";
import { deciderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { climbsTo, whatIsAwaited } from "./awaited.ts";
import { type Occasion, whoDecidesInstead } from "./unable.ts";

/** Whom the case would be about for routing and rights if it were granted. */
export const aboutWithout = (c: In<"handling">, whom: AskedToRecuse): About =>
  (whom.is === "handler" ? barring(c, whom.staff) : barringUnit(c, whom.unit)).about;

/** When somebody is asked to decide, whom no mail reaches, and whether nobody of the unit itself is to. */
type JudgeAsked = { on: DistrictDate; unreachable?: readonly StaffId[]; isLast?: boolean };

/**
 * Who decides on it: the unit's head; of the head or the whole unit, or where the unit is silent, the bureau's; or else a
 * leader. Nobody decides on themselves. `undefined` when that leaves nobody.
 */
export const judgeFor = (
  c: In<"handling">,
  whom: AskedToRecuse,
  { isLast = false, ...asked }: JudgeAsked,
  { directory }: Pick<World, "directory">,
): Staff | undefined =>
  deciderFor(directory, {
    unit: isLast ? directory.district.bureau : c.unit,
    owner: c.owner,
    about: aboutWithout(c, whom),
    ...asked,
  });

/** Each request of a step may need two times for its decision, as the first may climb. No two of a case have one number. */
const firstDecision = ({ stepNo, recusals = 0 }: In<"handling">): number => 2 * (mostRecusals * stepNo + recusals) + 1;

const startNth = (c: In<"handling">, n: number, world: World) =>
  startPeriod(
    { kind: "recusalDecision", n },
    { rule: clockRule(world.directory, c, "recusalDecision"), start: world.now, urgent: c.urgent === true },
    world,
  );

/** Starts the time for the decision on what is asked now. */
export const startRecusalDecision = (c: In<"handling">, world: World) => startNth(c, firstDecision(c), world);

const clockNow = (c: Recusing) => periodClock(c, "recusalDecision");

/** Asks whoever decides, by a mail with their link. */
export const askJudge = (
  { stepNo }: Pick<In<"handling">, "stepNo">,
  { judge, assignment }: Pick<Recusing["recusal"], "judge" | "assignment">,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: judge.staff, ask: "decideRecusal", stepNo, assignment, lastDay });

/**
 * A decision that is waited for passes on as one on more time does: whoever has left, or may not decide any more, or gets no
 * mail, is followed by whoever would be asked today. @returns the event that says so, or none.
 */
export const passRecusalOn = (c: Recusing, occasion: Occasion, world: World): EventOfRing[] => {
  const { judge, assignment, whom, isLast = false } = c.recusal;
  const { stepNo } = c;
  const turn = { staff: judge.staff, stepNo, assignment };
  const instead = whoDecidesInstead(c, turn, occasion, world, (asked) =>
    judgeFor(c, whom, { ...asked, isLast }, world),
  );
  if (instead === undefined) return [];
  const { to, how } = instead;
  const passed = { judge: to, assignment: nextTurn(c) };
  const fact: FactOf<"recusalPassedOn"> = {
    type: "recusalPassedOn",
    ...{ stepNo, from: judge.staff, to, assignment: passed.assignment, how },
  };
  return [{ by: occasion.by, fact, messages: [askJudge(c, passed, clockNow(c).lastDay)] }];
};

/** Silence grants nothing and refuses nothing: the bureau's head has to decide, in a time of the same length. */
const climbs = (c: Recusing, clock: ClockName, world: World): Decision | undefined => {
  const { judge, whom, isLast } = c.recusal;
  const { stepNo } = c;
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const head = isLast ? undefined : judgeFor(c, whom, { on, isLast: true }, world);
  const { lastDay } = clockNow(c);
  const again = () => startNth(c, clock.n + 1, world);
  return climbsTo(head, clock, { from: judge.staff, lastDay, assignment: nextTurn(c), again }, (climbed) => ({
    fact: { type: "recusalClimbed", stepNo, ...climbed },
    mail: askJudge(c, { judge: climbed.to, assignment: climbed.assignment }, climbed.decideBy),
  }));
};

/** What comes of the time for the decision: a reminder, or its climb to the bureau's head. */
export const recusalDue = (c: In<"handling">, clock: ClockName, world: World): Decision => {
  if (!isRecusing(c)) return nothingToDo;
  const { stepNo, recusal } = c;
  const decideBy = clockNow(c).lastDay;
  return whatIsAwaited(c, clock, world, {
    climbs: (ended) => climbs(c, ended, world),
    awaited: () => ({
      fact: { type: "recusalAwaited", stepNo, staff: recusal.judge.staff, decideBy },
      mail: askJudge(c, recusal, decideBy),
    }),
  });
};
