import type { Holder } from "#case/state/actor.ts";
import type { Case } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, type startPeriod, stop } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { type CasePeriod, periodOf, ringsOf, rungOf } from "#case/state/periods.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { Turn } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { inWorkingHours, nextWorkingMorning } from "#clock/period.ts";
import { nextOf } from "#clock/rings.ts";
import type { Staff } from "#directory/directory.ts";
import type { StaffId } from "#ground/ids.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { shareReached } from "./share-reached.ts";
import { type Asked, type Instead, type Occasion, whoDecidesInstead } from "./unable.ts";

/** What is said when somebody still owes what is waited for, whom to remind, and what else it does to clocks. */
type Reminding = { fact: NewEvent["fact"]; clocks?: ClockChange[]; mail: Message | Message[] };

/**
 * What comes of a time in which somebody owes a decision or an answer, and no step ends by it: they are reminded of a share of
 * the time, and from its end on, which comes at night, on every working morning.
 * @param climbs what comes of its end instead, as long as somebody else is to decide then
 */
export const whatIsAwaited = (
  c: Case,
  { kind, n }: ClockName,
  world: World,
  {
    awaited,
    climbs = () => undefined,
  }: { awaited: () => Reminding; climbs?: (clock: ClockName) => Decision | undefined },
): Decision => {
  const clock = { kind, n };
  const period: CasePeriod | undefined = periodOf(c, clock, world.directory);
  if (period === undefined) return nothingToDo;
  const rings = ringsOf(c, period, world);
  const [first] = rungOf(
    c,
    rings.filter(({ at }) => at <= world.now),
  );
  if (first === undefined) {
    const clocks: ClockChange[] = [{ change: "next", clock, nextAt: nextOf(rings, world.now) }];
    return { events: [{ ...shareReached(period, world), clocks }] };
  }
  const isOver = first.what === "end";
  const climbed = isOver ? climbs(clock) : undefined;
  if (climbed !== undefined) return climbed;
  const { fact, clocks = [], mail } = awaited();
  const goesOn = isOver
    ? { nextAt: nextWorkingMorning(world.calendar, world.now), reminded: 100 }
    : { nextAt: nextOf(rings, world.now), reminded: first.percent };
  // The end itself comes at night, and nobody is mailed before the morning.
  const isMailed = !isOver || period.reminded === 100;
  return {
    events: [
      {
        by: { kind: "clock", clock },
        fact,
        clocks: [{ change: "next", clock, ...goesOn }, ...clocks],
        messages: isMailed ? [mail].flat() : [],
      },
    ],
  };
};

/** What becomes of a time that has ended, where whoever has it keeps it: they are reminded from the next morning on. */
export const remindsInTheMorning = (clock: ClockName, { calendar, now }: World): ClockChange => ({
  ...{ change: "next", clock, reminded: 100 },
  nextAt: nextWorkingMorning(calendar, now),
});

/** What becomes of a time that has ended, where somebody above is mailed of it in the morning: they are reminded from the next one on. */
export const remindsFromNext = (clock: ClockName, { calendar, now }: World): ClockChange => ({
  ...{ change: "next", clock, reminded: 100 },
  nextAt: nextWorkingMorning(calendar, inWorkingHours(calendar, now)),
});

/** From whom a decision passes to somebody above, and until when each of them has it. */
type Climbed = { from: StaffId; to: Holder; assignment: number; lastDay: DistrictDate; decideBy: DistrictDate };

/** What has ended undecided: whose it was, its last day, the number of the next turn, and the time that begins for whoever is above. */
type Undecided = Pick<Climbed, "from" | "lastDay" | "assignment"> & { again: () => ReturnType<typeof startPeriod> };

/**
 * Silence decides nothing: whoever is above has to, in a time of the same length. @param above whoever that is today
 * @returns nothing where nobody is, or where it is theirs already
 */
export const climbsTo = (
  above: Staff | undefined,
  clock: ClockName,
  { again, ...undecided }: Undecided,
  told: (climbed: Climbed) => Pick<Reminding, "fact" | "mail">,
): Decision | undefined => {
  if (above === undefined || above.id === undecided.from) return undefined;
  const started = again();
  const to = { unit: above.unit, staff: above.id };
  const { fact, mail } = told({ ...undecided, to, decideBy: started.clock.lastDay });
  const by = { kind: "clock", clock } as const;
  return { events: [{ by, fact, clocks: [stop(clock, "rang"), started], messages: [mail].flat() }] };
};

/** A turn that somebody has in another's place: from whom, since they cannot keep it, and by which number. */
type Passed = { stepNo: number; from: StaffId; assignment: number } & Instead;

/**
 * A turn beside a step that somebody cannot keep passes on: whoever has left, or may not decide any more, or is away or gets
 * no mail, is followed by whoever would be asked today. @returns the event that says so, or none
 */
export const passTurnOn = (
  c: Case,
  { staff, stepNo, assignment }: Turn,
  occasion: Occasion,
  world: World,
  {
    next,
    told,
  }: { next: (asked: Asked) => Staff | undefined; told: (passed: Passed) => Pick<Reminding, "fact" | "mail"> },
): EventOfRing[] => {
  const instead = whoDecidesInstead(c, { staff, stepNo, assignment }, occasion, world, next);
  if (instead === undefined) return [];
  const { fact, mail } = told({ stepNo, from: staff, assignment: nextTurn(c), ...instead });
  return [{ by: occasion.by, fact, messages: [mail].flat() }];
};
