import * as z from "zod";
import { prose } from "#case/forms/form-text.ts";
import type { Case, WordTold } from "#case/state/case.ts";
import {
  type Decision,
  type EventOfRing,
  happened,
  nothingToDo,
  refuse,
  startPeriod,
  stopped,
} from "#case/state/decision.ts";
import type { Message } from "#case/state/message.ts";
import { moveTo } from "#case/state/periods.ts";
import { lastDayOf, periodClock } from "#case/state/running.ts";
import { wordTold } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { districtDate, endOfDay, nextWorkingMorning, startNamedClock } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { senderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { StaffId } from "#ground/ids.ts";
import { type DistrictDate, later } from "#ground/instant.ts";
import { act } from "./act.ts";
import { passTurnOn, whatIsAwaited } from "./awaited.ts";
import type { Occasion } from "./unable.ts";

/** The head of the bureau, unless they answer for the case themselves or are complained about: then whoever decides for the bureau otherwise. */
export const confidantFor = (
  { responsible, about }: Case,
  asked: { on: DistrictDate; unreachable?: readonly StaffId[] },
  { directory }: Pick<World, "directory">,
): Staff | undefined => senderFor(directory, { owner: responsible.staff, about, ...asked, isLast: true });

/** Starts the time for the answer: in days, however urgent the case is. @param n which word of the case it is */
export const startPressure = (c: Case, n: number, world: World) =>
  startPeriod(
    { kind: "pressure", n },
    { rule: clockRule(world.directory, c, "pressure"), start: world.now, urgent: false },
    world,
  );

/** Asks whoever has to answer, by a mail with their link. */
export const askConfidant = (
  { confidant, stepNo, assignment }: Pick<WordTold, "confidant" | "stepNo" | "assignment">,
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: confidant.staff, ask: "answerPressure", stepNo, assignment, lastDay });

/**
 * A petition that rests goes on resting until the working day after one on which it may be answered, unless it does anyway:
 * nothing is over before the petitioner has read the answer. @param until the day of the answer
 */
export const restsOn = (
  c: Case,
  until: DistrictDate,
  world: World,
): { clocks: ClockChange[]; told: { restsUntil?: DistrictDate } } => {
  const restsUntil = districtDate(nextWorkingMorning(world.calendar, endOfDay(until)));
  if (c.status !== "withdrawing" || lastDayOf(c, "withdrawal") >= restsUntil) return { clocks: [], told: {} };
  const { policy } = world.directory;
  const clock = startNamedClock(periodClock(c, "withdrawal"), restsUntil, policy.version, world.calendar);
  return { clocks: [moveTo(c, clock, world)], told: { restsUntil } };
};

/** A word that waits for its answer passes on as a decision does. @returns the event that says so, or none */
export const passWordOn = (c: Case, occasion: Occasion, world: World): EventOfRing[] => {
  const open = wordTold(c);
  if (open === undefined) return [];
  const { confidant, stepNo, assignment } = open;
  return passTurnOn(c, { staff: confidant.staff, stepNo, assignment }, occasion, world, {
    next: (asked) => confidantFor(c, asked, world),
    told: (passed) => ({
      fact: { type: "pressurePassedOn", ...passed },
      mail: askConfidant({ ...passed, confidant: passed.to }, lastDayOf(c, "pressure")),
    }),
  });
};

/** What comes of the time for the answer: whoever owes it is reminded, from its end on every working morning; and the petition rests on. */
export const pressureDue = (c: Case, clock: ClockName, world: World): Decision => {
  const open = wordTold(c);
  if (open === undefined) return nothingToDo;
  return whatIsAwaited(c, clock, world, {
    awaited: () => {
      const answerBy = lastDayOf(c, "pressure");
      const today = districtDate(world.now);
      const rests = restsOn(c, later(answerBy, today), world);
      const { stepNo, confidant } = open;
      return {
        fact: { type: "pressureAwaited", stepNo, staff: confidant.staff, answerBy, ...rests.told },
        clocks: rests.clocks,
        mail: askConfidant(open, answerBy),
      };
    },
  });
};

/** 答复: by the head of the bureau, beside all that goes on. */
export const pressureActs = {
  answerPressure: act({
    form: z.strictObject({ explanation: prose("explanation") }),
    role: "confidant",
    at: [
      "registered",
      "screening",
      "transferring",
      "accepted",
      "handling",
      "performing",
      "merged",
      "withdrawing",
      "delivering",
      "window",
    ],
    turn: "ends",
    decide: (c, { explanation }, world) => {
      const open = wordTold(c);
      if (open === undefined) return refuse("movedOn");
      const rests = restsOn(c, districtDate(world.now), world);
      return happened(
        { kind: "staff", id: open.confidant.staff },
        { type: "pressureAnswered", stepNo: open.stepNo, explanation, ...rests.told },
        [...stopped(c, ["pressure"]), ...rests.clocks],
        [{ kind: "newsMail", news: "pressureAnswered" }],
      );
    },
  }),
};
