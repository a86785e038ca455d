import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo } from "#case/state/decision.ts";
import type { FactOf } from "#case/state/event.ts";
import { liftMoment } from "#case/state/lift.ts";
import type { Message } from "#case/state/message.ts";
import { isLow } from "#case/state/periods.ts";
import { lastDayOf } from "#case/state/running.ts";
import { type Asking, isAsking } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { dayBefore, districtDate, endOfDay, nextWorkingMorning } from "#clock/period.ts";
import { deciderFor } from "#directory/routing.ts";
import type { StaffId } from "#ground/ids.ts";
import { type DistrictDate, earlier, type Instant, later } from "#ground/instant.ts";
import { levelAbove } from "#ground/levels.ts";
import { passTurnOn } from "./awaited.ts";
import type { Occasion } from "./unable.ts";

/**
 * The moment from which on more time can no longer be given: the end of the law's time, or an earlier one at which the
 * case leaves the step, by the step's end where a level is above, or by its lift while it is low.
 */
const tooLateFrom = (c: In<"handling">, world: World): Instant => {
  const [step, answer] = [lastDayOf(c, "step"), lastDayOf(c, "handling")];
  const stepEnds = endOfDay(levelAbove(c.level) === undefined ? answer : earlier(step, answer));
  return isLow(c) ? earlier(stepEnds, liftMoment(c, world)) : stepEnds;
};

/** Whether more time can no longer be given. */
export const isTooLate = (c: In<"handling">, world: World): boolean => world.now >= tooLateFrom(c, world);

/** The last whole day before that moment, by which the head is asked to decide; today when that is all there is. */
export const decideBy = (c: In<"handling">, world: World): DistrictDate =>
  later(dayBefore(districtDate(tooLateFrom(c, world))), districtDate(world.now));

/** The watch over the one request for more time that a case may have. */
const decisionClock = { kind: "decision", n: 1 } as const satisfies ClockName;

/** 等待审批: rings on every working morning until the head has decided, or the request lapses. */
export const startDecision = ({ now, calendar }: World): ClockChange => {
  const due = nextWorkingMorning(calendar, now);
  return { change: "start", clock: { ...decisionClock, family: "watch", start: now, due }, nextAt: due };
};

const askToDecide = (c: Asking, { to, assignment }: { to: StaffId; assignment: number }, world: World): Message => {
  const { stepNo } = c;
  return { kind: "taskMail", to, ask: "decideExtension", stepNo, assignment, lastDay: decideBy(c, world) };
};

/**
 * A decision that waits passes on as a step does: whoever has left, is away, or may not decide any more, is followed by
 * whoever would be asked today, who is mailed. It stays where nobody else could decide at once.
 * @returns the event that says so, or none.
 */
export const passExtensionOn = (c: Asking, occasion: Occasion, world: World): EventOfRing[] => {
  const { head, assignment } = c.extension;
  const { stepNo, unit, owner, about } = c;
  return passTurnOn(c, { staff: head.staff, stepNo, assignment }, occasion, world, {
    next: (asked) => deciderFor(world.directory, { unit, owner, about, ...asked }),
    told: ({ assignment: _, ...passed }) => ({
      fact: { type: "decisionPassedOn", ...passed, assignment: c.assignment },
      mail: askToDecide(c, { to: passed.to.staff, assignment: c.assignment }, world),
    }),
  });
};

/**
 * A morning of waiting for the decision: it passes on if need be. On the last morning on which it can still be made,
 * whoever is to make it is mailed once more.
 */
export const extensionDecisionDue = (c: In<"handling">, clock: ClockName, world: World): Decision => {
  if (!isAsking(c)) return nothingToDo;
  const by = { kind: "clock", clock } as const;
  const tomorrow = nextWorkingMorning(world.calendar, world.now);
  const clocks: ClockChange[] = [{ change: "next", clock, nextAt: tomorrow }];
  const [passed] = passExtensionOn(c, { by }, world);
  if (passed !== undefined) return { events: [{ ...passed, clocks }] };
  const { staff } = c.extension.head;
  const lastDay = decideBy(c, world);
  const isLastMorning = !isTooLate(c, world) && districtDate(tomorrow) > lastDay;
  const fact: FactOf<"decisionAwaited"> = { type: "decisionAwaited", stepNo: c.stepNo, staff, decideBy: lastDay };
  return {
    events: [
      {
        by,
        fact,
        clocks,
        messages: isLastMorning ? [askToDecide(c, { to: staff, assignment: c.extension.assignment }, world)] : [],
      },
    ],
  };
};
