import type { Case } from "#case/state/case.ts";
import type { Decision } from "#case/state/decision.ts";
import type { NewEvent } from "#case/state/event.ts";
import type { Message } from "#case/state/message.ts";
import { moveTo, periodsOf } from "#case/state/periods.ts";
import { clockOf } from "#case/state/running.ts";
import { actor } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import { type ClockChange, type PeriodClock, type PeriodName, sameClock, untilOf } from "#clock/clock.ts";
import { endOfClock, sooner } from "#clock/period.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { DistrictDate, Until } from "#ground/instant.ts";
import { watchOver } from "./assistance-watch.ts";

/** A running clock counted by the calendar of now, or `undefined` when that changes nothing or it has run out by either. */
const countAnew = (clock: PeriodClock, world: World): PeriodClock | undefined => {
  if (clock.due <= world.now) return undefined;
  const end = endOfClock(world.calendar, clock);
  // A day that was given does not turn out to have passed already.
  if (end.due <= world.now) return undefined;
  if (end.lastDay === clock.lastDay && end.provisional === clock.provisional) return undefined;
  return { ...clock, ...end, calendarVersion: world.calendar.version };
};

/** Whether a change of the calendar touches a running clock: its last day moves, or is no longer provisional. */
export const isTouched = (clock: PeriodClock, world: World): boolean => countAnew(clock, world) !== undefined;

/** The petitioner and the owner, when a day that they were given has moved: both once, however many have. */
const tell = (c: Case, moved: { clock: PeriodName; to: DistrictDate }[], { directory }: World): Message[] => {
  const news = { kind: "newsMail", news: "dateMoved" } as const;
  const messages: Message[] = moved.some(({ clock }) => clock.kind !== "delivery" && clock.kind !== "followUp")
    ? [news]
    : [];
  const owner = actor(c);
  const days: Until[] = periodsOf(c, directory).map(
    ({ clock }) => moved.find((move) => sameClock(move.clock, clock))?.to ?? untilOf(clock),
  );
  if (owner === undefined || days.length === 0) return messages;
  const { staff: to, stepNo, assignment } = owner;
  const lastDay = days.reduce(sooner);
  return [...messages, { kind: "taskMail", to, ask: "dateMoved", stepNo, assignment, lastDay }];
};

/** What is asked beside the step is looked at in the mornings of the new calendar: a watch that rang at none of them would be ended. */
const watchAnew = (c: Case, world: World): ClockChange[] =>
  c.status === "handling" && clockOf(c, "assistance") !== undefined ? watchOver(c, c, world) : [];

/**
 * Counts the running clocks of a case by the calendar of now: starts and lengths stay, last days may move. Each clock
 * that this touches is an event; people are told only of days that moved. What has run out by the old calendar stays.
 * Source: the counting rule of the district policy, that a holiday announced late recomputes running clocks.
 */
export const recount = (c: Case, { reason }: { reason: Bilingual }, world: World): Decision => {
  const events = periodsOf(c, world.directory).flatMap(({ clock: before }): NewEvent[] => {
    const { kind, n, lastDay: from } = before;
    const after = countAnew(before, world);
    if (after === undefined) return [];
    const { lastDay: to, calendarVersion } = after;
    return [
      {
        by: { kind: "operator", name: "calendar" },
        fact: { type: "clockMoved", clock: { kind, n }, from, to, reason, calendarVersion },
        clocks: [moveTo(c, after, world)],
        messages: [],
      },
    ];
  });
  const moved = events.flatMap(({ fact }) => (fact.type === "clockMoved" && fact.from !== fact.to ? [fact] : []));
  const told = moved.length === 0 ? [] : tell(c, moved, world);
  const watch = watchAnew(c, world);
  const last = events.length - 1;
  return {
    events: events.map((event, i) =>
      i === last ? { ...event, clocks: [...event.clocks, ...watch], messages: told } : event,
    ),
  };
};
