import { type ClockName, type PeriodName, sameClock } from "#clock/clock.ts";
import type { DistrictDate } from "#clock/instant.ts";
import { endOfClock } from "#clock/period.ts";
import type { Bilingual } from "#clock/policy.ts";
import type { Case } from "./case.ts";
import type { RunningPeriod } from "./command.ts";
import { acceptClock, type Decision, firstRing, handlingClock } from "./decision.ts";
import type { Message, NewEvent } from "./event.ts";
import { actor } from "./staff-commands.ts";
import type { World } from "./world.ts";

type Given = { clock: ClockName; lastDay: DistrictDate };

/** The periods that the case runs, with the last days that people were given. */
const givenBy = (c: Case): Given[] => {
  switch (c.status) {
    case "registered":
      return [{ clock: acceptClock, lastDay: c.acceptBy }];
    case "accepted":
      return [{ clock: handlingClock, lastDay: c.answerBy }];
    case "screening":
      return [{ clock: c.clock, lastDay: c.lastDay }];
    case "handling":
      return [
        { clock: handlingClock, lastDay: c.answerBy },
        { clock: c.clock, lastDay: c.lastDay },
      ];
    case "answered":
      return [{ clock: c.clock, lastDay: c.delivery?.reviewUntil ?? c.deliverBy }];
    case "closed":
    case "notAccepted":
      return [];
  }
};

/** A running clock counted by the calendar of now, or `undefined` when that changes nothing or it has run out. */
const countAnew = ({ clock, nextAt }: RunningPeriod, world: World): RunningPeriod | undefined => {
  if (clock.due <= world.now) return undefined;
  const end = endOfClock(world.calendar, clock);
  if (end.lastDay === clock.lastDay && end.provisional === clock.provisional) return undefined;
  const moved = { ...clock, ...end, calendarVersion: world.calendar.version };
  const hasRungOnce = nextAt >= clock.due;
  return { clock: moved, nextAt: hasRungOnce ? moved.due : firstRing(moved, world) };
};

/** Whether a change of the calendar touches a running clock: its last day moves, or is no longer provisional. */
export const isTouched = (running: RunningPeriod, world: World): boolean => countAnew(running, world) !== undefined;

/** The petitioner and the owner, when a day that they were given has moved: both once, however many have. */
const tell = (c: Case, moved: { clock: PeriodName; to: DistrictDate }[]): Message[] => {
  const news = { kind: "newsMail", news: "dateMoved" } as const;
  const messages: Message[] = moved.some(({ clock }) => clock.kind !== "delivery") ? [news] : [];
  const owner = actor(c);
  const turn = givenBy(c).find(({ clock }) => clock.kind !== "handling");
  if (owner === undefined || turn === undefined || turn.clock.kind === "review") return messages;
  const lastDay = moved.find(({ clock }) => clock.kind === turn.clock.kind)?.to ?? turn.lastDay;
  const { staff: to, stepNo, assignment } = owner;
  return [...messages, { kind: "taskMail", to, ask: "dateMoved", stepNo, assignment, lastDay }];
};

/**
 * Counts the running clocks of a case by the calendar of now: starts and lengths stay, last days may move. Each clock
 * that this touches is an event; people are told only of days that moved. What has run out by the old calendar stays.
 * Source: the counting rule of the district policy, that a holiday announced late recomputes running clocks.
 */
export const recount = (
  c: Case,
  { running, reason }: { running: readonly RunningPeriod[]; reason: Bilingual },
  world: World,
): Decision => {
  const given = givenBy(c);
  const events = running.flatMap((before): NewEvent[] => {
    const { kind, n, lastDay: from } = before.clock;
    // A clock that was found before the case's last decision may be another one by now.
    const isCurrent = given.some(({ clock, lastDay }) => sameClock(clock, before.clock) && lastDay === from);
    const after = isCurrent ? countAnew(before, world) : undefined;
    if (after === undefined) return [];
    const { lastDay: to, calendarVersion } = after.clock;
    return [
      {
        by: { kind: "operator", name: "calendar" },
        fact: { type: "clockMoved", clock: { kind, n }, from, to, reason, calendarVersion },
        clocks: [{ change: "move", ...after }],
        messages: [],
      },
    ];
  });
  const moved = events.flatMap(({ fact }) => (fact.type === "clockMoved" && fact.from !== fact.to ? [fact] : []));
  const told = moved.length === 0 ? [] : tell(c, moved);
  return { events: events.map((event, i) => (i === events.length - 1 ? { ...event, messages: told } : event)) };
};
