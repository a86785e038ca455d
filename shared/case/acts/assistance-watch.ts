import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, nothingToDo, stopped } from "#case/state/decision.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import type { Ask, Message } from "#case/state/message.ts";
import { clockOf } from "#case/state/running.ts";
import { openAssists } from "#case/state/side-matters.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { dayBefore, districtDate, endOfDay, inWorkingHours, nextWorkingMorning } from "#clock/period.ts";
import { deciderFor, staffOf, successorIn } from "#directory/routing.ts";
import { unitNow } from "#directory/succession.ts";
import type { StaffId } from "#ground/ids.ts";
import { earlier, type Instant } from "#ground/instant.ts";
import { type Occasion, whyUnable } from "./unable.ts";

/** The morning of its last working day, on which whoever owes an answer is reminded. */
const remindAt = ({ wantedBy }: Assist, { calendar }: World): Instant =>
  nextWorkingMorning(calendar, endOfDay(dayBefore(wantedBy)));

/** When something comes of an answer that is owed: a reminder, its lateness, and from then on every working morning. */
const nextMoment = (assist: Assist, world: World): Instant => {
  // What is late since the night is mailed in the morning, and asked for again on the next one.
  if (assist.late) return nextWorkingMorning(world.calendar, inWorkingHours(world.calendar, world.now));
  const ends = endOfDay(assist.wantedBy);
  const reminds = remindAt(assist, world);
  return assist.reminded || reminds >= ends ? ends : reminds;
};

/** What becomes of the one watch over all answers that a step is owed. @param assists as they stand after the decision */
export const watchOver = (c: In<"handling">, assists: readonly Assist[], world: World): ClockChange[] => {
  const running = clockOf(c, "assistance")?.clock;
  const [first, ...others] = openAssists(assists).map((assist) => nextMoment(assist, world));
  if (first === undefined) return stopped(c, ["assistance"]);
  const nextAt = others.reduce(earlier, first);
  if (running !== undefined) return [{ change: "next", clock: { kind: "assistance", n: running.n }, nextAt }];
  // Answered at last and asked once more: a step may have several watches, one after the other.
  const n = c.stepNo * 10 + assists.length;
  return [
    { change: "start", clock: { kind: "assistance", n, family: "watch", start: world.now, due: nextAt }, nextAt },
  ];
};

/** Asks whoever of another unit has to answer, by a mail with their link. */
export const askAssistant = (
  ask: Extract<Ask, "assist" | "assistLate">,
  { stepNo }: Pick<In<"handling">, "stepNo">,
  { holder, assignment, wantedBy }: Pick<Assist, "holder" | "assignment" | "wantedBy">,
): Message => ({ kind: "taskMail", to: holder.staff, ask, stepNo, assignment, lastDay: wantedBy });

/** What tells of it by its number and unit. */
const named = ({ stepNo }: In<"handling">, { n, unit }: Assist) => ({ stepNo, n, unit });

type Passing = { event: EventOfRing; after: Assist };

const reminds = (c: In<"handling">, assist: Assist, clock: ClockName): Passing => {
  const { holder, wantedBy } = assist;
  const fact = { type: "assistanceAwaited", ...named(c, assist), staff: holder.staff, wantedBy } as const;
  const messages = [askAssistant(assist.late ? "assistLate" : "assist", c, assist)];
  return { event: { by: { kind: "clock", clock }, fact, messages }, after: { ...assist, reminded: true } };
};

/** Its day has passed: whoever heads the unit has to answer; nobody else, where that is who was asked. */
const climbs = (c: In<"handling">, assist: Assist, clock: ClockName, assignment: number, world: World): Passing => {
  const { holder, unit, wantedBy } = assist;
  const { directory, now } = world;
  const head = deciderFor(directory, { unit, owner: holder.staff, about: c.about, on: districtDate(now) });
  const to = head === undefined ? holder : { unit: head.unit, staff: head.id };
  const fact = { type: "assistanceLate", ...named(c, assist), from: holder.staff, to, wantedBy, assignment } as const;
  const after: Assist = { ...assist, holder: to, assignment, late: true };
  return { event: { by: { kind: "clock", clock }, fact, messages: [askAssistant("assistLate", c, after)] }, after };
};

/** What comes of the answers that other units owe by now. */
export const assistanceDue = (c: In<"handling">, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  if (clockOf(c, "assistance") === undefined) return nothingToDo;
  let turn = nextTurn(c);
  const passings = (c.assists ?? []).map((assist): Passing | Assist => {
    if (assist.over !== undefined) return assist;
    if (!assist.late && endOfDay(assist.wantedBy) <= world.now) {
      turn += 1;
      return climbs(c, assist, clock, turn - 1, world);
    }
    const isMorning = assist.late || (!assist.reminded && remindAt(assist, world) <= world.now);
    return isMorning ? reminds(c, assist, clock) : assist;
  });
  const events = passings.flatMap((passing) => ("event" in passing ? [passing.event] : []));
  const watch = watchOver(
    c,
    passings.map((passing) => ("event" in passing ? passing.after : passing)),
    world,
  );
  const last = events.length - 1;
  return { events: events.map((event, at) => ({ ...event, clocks: at === last ? watch : [] })) };
};

/**
 * An answer that is owed passes on as a step does, when whoever owes it has left, may not see the case any more, or gets no
 * mail: to whoever of that unit would be asked today. @returns the events that say so
 */
export const passAssistsOn = (
  c: In<"handling">,
  { by, unreachable = [] }: Occasion,
  world: World,
  of?: StaffId,
): EventOfRing[] => {
  const { directory, calendar, now } = world;
  const { stepNo, community, category, about } = c;
  const on = districtDate(inWorkingHours(calendar, now));
  let turn = nextTurn(c);
  return openAssists(c.assists).flatMap((assist): EventOfRing[] => {
    const { unit, holder, assignment, wantedBy } = assist;
    if (of !== undefined && of !== holder.staff) return [];
    const how = whyUnable(c, { staff: holder.staff, stepNo, assignment }, { on, unreachable }, directory);
    if (how === undefined || how === "whileAway") return [];
    const level = unitNow(directory, unit)?.level ?? "bureau";
    const { owner } = successorIn(directory, unit, { level, community, category, about, on, unreachable });
    if (owner === holder.staff && how === "unreachable") return [];
    const to = { unit: staffOf(directory, owner).unit, staff: owner };
    const fact = {
      type: "assistancePassedOn",
      ...named(c, assist),
      ...{ from: holder.staff, to, assignment: turn, how },
    } as const;
    turn += 1;
    return [{ by, fact, messages: [askAssistant("assist", c, { holder: to, assignment: fact.assignment, wantedBy })] }];
  });
};
