import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, startPeriod } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { periodClock } from "#case/state/running.ts";
import { isObjecting, nextTurn, type Objecting } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import { senderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { climbsTo, whatIsAwaited } from "./awaited.ts";
import { type Occasion, whoDecidesInstead } from "./unable.ts";

/**
 * Starts the time for a decision. Each objection may need two, as the first may climb to the bureau's head.
 * @param nth which decision of the case it is
 */
export const startObjectionDecision = (c: In<"handling">, nth: number, world: World) =>
  startPeriod(
    { kind: "objectionDecision", n: nth },
    { rule: clockRule(world.directory, c, "objectionDecision"), start: world.now, urgent: c.urgent === true },
    world,
  );

const clockNow = (c: Objecting) => periodClock(c, "objectionDecision");

/** Asks whoever decides, by a mail with their link. */
export const askSender = (
  { stepNo }: Pick<In<"handling">, "stepNo">,
  { sender, assignment }: Pick<Objecting["objection"], "sender" | "assignment">,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: sender.staff, ask: "decideObjection", stepNo, assignment, lastDay });

/**
 * A decision that is waited for passes on as one on more time does: whoever has left, or may not decide any more, or gets no
 * mail, is followed by whoever would be asked today. @returns the event that says so, or none.
 */
export const passObjectionOn = (c: Objecting, occasion: Occasion, world: World): EventOfRing[] => {
  const { sender, assignment, isLast = false } = c.objection;
  const { stepNo, owner, about } = c;
  const turn = { staff: sender.staff, stepNo, assignment };
  const instead = whoDecidesInstead(c, turn, occasion, world, (asked) =>
    senderFor(world.directory, { owner, about, ...asked, isLast }),
  );
  if (instead === undefined) return [];
  const { to, how } = instead;
  const passed = { sender: to, assignment: nextTurn(c) };
  const fact: FactOf<"objectionPassedOn"> = {
    type: "objectionPassedOn",
    ...{ stepNo, from: sender.staff, to, assignment: passed.assignment, how },
  };
  return [{ by: occasion.by, fact, messages: [askSender(c, passed, clockNow(c).lastDay)] }];
};

/** Silence upholds nothing: the bureau's head has to decide, in a time of the same length. */
const climbs = (c: Objecting, clock: ClockName, world: World): Decision | undefined => {
  const { sender, isLast } = c.objection;
  const { stepNo, owner, about } = c;
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const head = isLast ? undefined : senderFor(world.directory, { owner, about, on, isLast: true });
  const { lastDay } = clockNow(c);
  const again = () => startObjectionDecision(c, clock.n + 1, world);
  return climbsTo(head, clock, { from: sender.staff, lastDay, assignment: nextTurn(c), again }, (climbed) => ({
    fact: { type: "objectionClimbed", stepNo, ...climbed },
    mail: askSender(c, { sender: climbed.to, assignment: climbed.assignment }, climbed.decideBy),
  }));
};

/** What comes of the time for the decision on an objection: a reminder, or its climb to the bureau's head. */
export const objectionDue = (c: In<"handling">, clock: ClockName, world: World): Decision => {
  if (!isObjecting(c)) return nothingToDo;
  const { stepNo, objection } = c;
  const decideBy = clockNow(c).lastDay;
  return whatIsAwaited(c, clock, world, {
    climbs: (ended) => climbs(c, ended, world),
    awaited: () => ({
      fact: { type: "objectionAwaited", stepNo, staff: objection.sender.staff, decideBy },
      mail: askSender(c, objection, decideBy),
    }),
  });
};
