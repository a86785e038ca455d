import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, startPeriod } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { mostUrgencyRequests } from "#case/state/facts/urgency-request.ts";
import type { Message } from "#case/state/message.ts";
import { periodClock } from "#case/state/running.ts";
import { type Hurrying, isHurrying, nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { senderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { climbsTo, whatIsAwaited } from "./awaited.ts";
import { type Occasion, whoDecidesInstead } from "./unable.ts";

/** When somebody is asked to decide, whom no mail reaches, and whether the last word is the bureau's head's. */
type TriageAsked = { on: DistrictDate; unreachable?: readonly StaffId[]; isLast?: boolean };

/** Who decides for the bureau: its duty officer; where they are silent, its head. `undefined` when that leaves nobody. */
export const triageFor = (
  { owner, about }: In<"handling">,
  { isLast = false, ...asked }: TriageAsked,
  { directory }: Pick<World, "directory">,
): Staff | undefined => senderFor(directory, { owner, about, ...asked, isLast });

/** Each request of a step may need two times for its decision, as the first may climb. No two of a case have one number. */
const firstDecision = ({ stepNo, hurries = 0 }: In<"handling">): number =>
  2 * (mostUrgencyRequests * stepNo + hurries) + 1;

const startNth = (c: In<"handling">, n: number, world: World) =>
  startPeriod(
    { kind: "urgencyDecision", n },
    { rule: clockRule(world.directory, c, "urgencyDecision"), start: world.now, urgent: c.urgent === true },
    world,
  );

/** Starts the time for the decision on what is asked now. */
export const startUrgencyDecision = (c: In<"handling">, world: World) => startNth(c, firstDecision(c), world);

const clockNow = (c: Hurrying) => periodClock(c, "urgencyDecision");

/** Asks whoever decides, by a mail with their link. */
export const askTriage = (
  { stepNo }: Pick<In<"handling">, "stepNo">,
  { triage, assignment }: Pick<Hurrying["hurry"], "triage" | "assignment">,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: triage.staff, ask: "decideUrgency", stepNo, assignment, lastDay });

/**
 * A decision that is waited for passes on as one on more time does: whoever has left, or may not decide any more, or gets no
 * mail, is followed by whoever would be asked today. @returns the event that says so, or none.
 */
export const passUrgencyOn = (c: Hurrying, occasion: Occasion, world: World): EventOfRing[] => {
  const { triage, assignment, isLast = false } = c.hurry;
  const { stepNo } = c;
  const turn = { staff: triage.staff, stepNo, assignment };
  const instead = whoDecidesInstead(c, turn, occasion, world, (asked) => triageFor(c, { ...asked, isLast }, world));
  if (instead === undefined) return [];
  const { to, how } = instead;
  const passed = { triage: to, assignment: nextTurn(c) };
  const fact: FactOf<"urgencyPassedOn"> = {
    type: "urgencyPassedOn",
    ...{ stepNo, from: triage.staff, to, assignment: passed.assignment, how },
  };
  return [{ by: occasion.by, fact, messages: [askTriage(c, passed, clockNow(c).lastDay)] }];
};

/** Silence decides nothing: the bureau's head has to, in a time of the same length. */
const climbs = (c: Hurrying, clock: ClockName, world: World): Decision | undefined => {
  const { triage, isLast } = c.hurry;
  const { stepNo } = c;
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const head = isLast ? undefined : triageFor(c, { on, isLast: true }, world);
  const { lastDay } = clockNow(c);
  const again = () => startNth(c, clock.n + 1, world);
  return climbsTo(head, clock, { from: triage.staff, lastDay, assignment: nextTurn(c), again }, (climbed) => ({
    fact: { type: "urgencyClimbed", stepNo, ...climbed },
    mail: askTriage(c, { triage: climbed.to, assignment: climbed.assignment }, climbed.decideBy),
  }));
};

/** What comes of the time for the decision: a reminder, or its climb to the bureau's head. */
export const urgencyDue = (c: In<"handling">, clock: ClockName, world: World): Decision => {
  if (!isHurrying(c)) return nothingToDo;
  const { stepNo, hurry } = c;
  const decideBy = clockNow(c).lastDay;
  return whatIsAwaited(c, clock, world, {
    climbs: (ended) => climbs(c, ended, world),
    awaited: () => ({
      fact: { type: "urgencyAwaited", stepNo, staff: hurry.triage.staff, decideBy },
      mail: askTriage(c, hurry, decideBy),
    }),
  });
};
