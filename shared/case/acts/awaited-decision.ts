import type { Holder } from "#case/state/actor.ts";
import type { AwaitedMatter, In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, startPeriod } from "#case/state/decision.ts";
import type { Ask, Message } from "#case/state/message.ts";
import { lastDayOf } from "#case/state/running.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import type { Staff } from "#directory/directory.ts";
import { senderFor } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { climbsTo, passTurnOn, whatIsAwaited } from "./awaited.ts";
import type { Asked, Occasion } from "./unable.ts";

/** When somebody is asked to decide, whom no mail reaches, and whether the last word is with whoever is above. */
export type DeciderAsked = Partial<Asked> & Pick<Asked, "on"> & { isLast?: boolean };

/** What waits for somebody's decision beside a step: by which clock, with which mail, and by which facts that is told. */
export type AwaitedDecision = {
  matter: AwaitedMatter;
  clock: "objectionDecision" | "otherWayDecision" | "recusalDecision" | "urgencyDecision";
  ask: Ask;
  told: {
    passedOn: "objectionPassedOn" | "otherWayPassedOn" | "recusalPassedOn" | "urgencyPassedOn";
    climbed: "objectionClimbed" | "otherWayClimbed" | "recusalClimbed" | "urgencyClimbed";
    awaited: "objectionAwaited" | "otherWayAwaited" | "recusalAwaited" | "urgencyAwaited";
  };
  /** Who would be asked; `undefined` when nobody is left. */
  next: (c: In<"handling">, asked: DeciderAsked, world: Pick<World, "directory">) => Staff | undefined;
};

/** Who decides for the bureau: its duty officer; where they are silent, its head. `undefined` when that leaves nobody. */
export const ofTheBureau: AwaitedDecision["next"] = ({ owner, about }, { isLast = false, ...asked }, { directory }) =>
  senderFor(directory, { owner, about, ...asked, isLast });

/** Starts the time for a decision. @param n its number in the case: each may need two, as the first may climb */
export const startDecision = ({ clock: kind }: AwaitedDecision, c: In<"handling">, n: number, world: World) =>
  startPeriod(
    { kind, n },
    { rule: clockRule(world.directory, c, kind), start: world.now, urgent: c.urgent === true },
    world,
  );

/** Asks whoever decides, by a mail with their link. */
export const askToDecide = (
  { ask }: AwaitedDecision,
  { stepNo }: Pick<In<"handling">, "stepNo">,
  { decider, assignment }: { decider: Holder; assignment: number },
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: decider.staff, ask, stepNo, assignment, lastDay });

/** A decision that is waited for passes on where whoever was asked cannot make it. @returns the event that says so, or none */
export const passAwaitedOn = (
  awaited: AwaitedDecision,
  c: In<"handling">,
  occasion: Occasion,
  world: World,
): EventOfRing[] => {
  const waiting = c[awaited.matter];
  if (waiting === undefined) return [];
  const { decider, assignment, isLast = false } = waiting;
  const turn = { staff: decider.staff, stepNo: c.stepNo, assignment };
  return passTurnOn(c, turn, occasion, world, {
    next: (asked) => awaited.next(c, { ...asked, isLast }, world),
    told: (passed) => ({
      fact: { type: awaited.told.passedOn, ...passed },
      mail: askToDecide(awaited, c, { ...passed, decider: passed.to }, lastDayOf(c, awaited.clock)),
    }),
  });
};

/** Silence decides nothing: somebody above has to, in a time of the same length. */
const climbs = (awaited: AwaitedDecision, c: In<"handling">, clock: ClockName, world: World): Decision | undefined => {
  const waiting = c[awaited.matter];
  if (waiting === undefined) return undefined;
  const on = districtDate(inWorkingHours(world.calendar, world.now));
  const above = waiting.isLast ? undefined : awaited.next(c, { on, isLast: true }, world);
  const from = waiting.decider.staff;
  const lastDay = lastDayOf(c, awaited.clock);
  const again = () => startDecision(awaited, c, clock.n + 1, world);
  return climbsTo(above, clock, { from, lastDay, assignment: nextTurn(c), again }, (climbed) => ({
    fact: { type: awaited.told.climbed, stepNo: c.stepNo, ...climbed },
    mail: askToDecide(awaited, c, { ...climbed, decider: climbed.to }, climbed.decideBy),
  }));
};

/** What comes of the time for a decision: a reminder, or its climb to somebody above. */
export const decisionDue = (awaited: AwaitedDecision, c: In<"handling">, clock: ClockName, world: World): Decision => {
  const waiting = c[awaited.matter];
  if (waiting === undefined) return nothingToDo;
  const decideBy = lastDayOf(c, awaited.clock);
  return whatIsAwaited(c, clock, world, {
    climbs: (ended) => climbs(awaited, c, ended, world),
    awaited: () => ({
      fact: { type: awaited.told.awaited, stepNo: c.stepNo, staff: waiting.decider.staff, decideBy },
      mail: askToDecide(awaited, c, waiting, decideBy),
    }),
  });
};
