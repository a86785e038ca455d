import type { In } from "#case/state/case.ts";
import { type Decision, type EventOfRing, happened, nothingToDo, stopped } from "#case/state/decision.ts";
import { stepDue } from "#case/state/due.ts";
import type { Assist } from "#case/state/facts/assistance.ts";
import type { Meeting } from "#case/state/facts/meeting.ts";
import type { Ask, Message } from "#case/state/message.ts";
import { clockOf } from "#case/state/running.ts";
import { meetingCalled, openAssists, owedAssists } from "#case/state/side-matters.ts";
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

/** When whoever is to come to a meeting is reminded of it; never again after that, since its owner has to say what came of it. */
const remindsInvited = (assist: Assist, world: World): Instant[] => {
  const reminds = remindAt(assist, world);
  return assist.reminded || reminds >= endOfDay(assist.wantedBy) ? [] : [reminds];
};

/** When something comes of an answer that is owed: a reminder, its lateness, and from then on every working morning. */
const nextMoment = (assist: Assist, world: World): Instant => {
  // What is late since the night is mailed in the morning, and asked for again on the next one.
  if (assist.late) return nextWorkingMorning(world.calendar, inWorkingHours(world.calendar, world.now));
  const ends = endOfDay(assist.wantedBy);
  const reminds = remindAt(assist, world);
  return assist.reminded || reminds >= ends ? ends : reminds;
};

/** From when on the minutes of a meeting are asked for: the working morning after its day. */
const minutesDueFrom = ({ on }: Meeting, { calendar }: World): Instant => nextWorkingMorning(calendar, endOfDay(on));

/** When the minutes of the meeting that is called are asked for next: then, and on every working morning after it. */
const minutesMoments = (meetings: In<"handling">["meetings"], world: World): Instant[] => {
  const meeting = meetingCalled(meetings);
  if (meeting === undefined) return [];
  const from = minutesDueFrom(meeting, world);
  return [from > world.now ? from : nextWorkingMorning(world.calendar, world.now)];
};

/** What is asked beside a step, as it stands after a decision. */
type AskedBeside = Pick<In<"handling">, "assists" | "meetings">;

/** What becomes of the one watch over all that a step is owed by others, and by its meeting. */
export const watchOver = (c: In<"handling">, { assists, meetings }: AskedBeside, world: World): ClockChange[] => {
  const running = clockOf(c, "assistance")?.clock;
  const [first, ...others] = [
    ...owedAssists(assists).flatMap((assist) =>
      assist.as === "invited" ? remindsInvited(assist, world) : [nextMoment(assist, world)],
    ),
    ...minutesMoments(meetings, world),
  ];
  if (first === undefined) return stopped(c, ["assistance"]);
  const nextAt = others.reduce(earlier, first);
  if (running !== undefined) return [{ change: "next", clock: { kind: "assistance", n: running.n }, nextAt }];
  // Answered at last and asked once more: a step may have several watches, one after the other.
  const n = c.stepNo * 100 + (assists?.length ?? 0) + (meetings?.length ?? 0);
  return [
    { change: "start", clock: { kind: "assistance", n, family: "watch", start: world.now, due: nextAt }, nextAt },
  ];
};

/** What whoever was asked is to do now. */
const askOf = ({ as, late, met }: Pick<Assist, "as" | "late" | "met">): Ask => {
  if (as === "invited") return met ? "minutes" : "convened";
  if (as === "charged") return late ? "carryOutLate" : "carryOut";
  return late ? "assistLate" : "assist";
};

/** Asks whoever of another unit has to answer, by a mail with their link. */
export const askAssistant = (
  { stepNo }: Pick<In<"handling">, "stepNo">,
  asked: Pick<Assist, "as" | "late" | "met" | "holder" | "assignment" | "wantedBy">,
): Message => {
  const { holder, assignment, wantedBy } = asked;
  return { kind: "taskMail", to: holder.staff, ask: askOf(asked), stepNo, assignment, lastDay: wantedBy };
};

/** What tells of it by its number and unit, and as what it was asked. */
const named = ({ stepNo }: In<"handling">, { n, as, unit }: Assist) => ({ stepNo, n, ...(as && { as }), unit });

type Passing = { event: EventOfRing; after: Assist };

const reminds = (c: In<"handling">, assist: Assist, clock: ClockName): Passing => {
  const { holder, wantedBy } = assist;
  const fact = { type: "assistanceAwaited", ...named(c, assist), staff: holder.staff, wantedBy } as const;
  const messages = [askAssistant(c, assist)];
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
  return { event: { by: { kind: "clock", clock }, fact, messages: [askAssistant(c, after)] }, after };
};

/** The day of a meeting has passed, and whoever called it is to record what was decided: on each working morning until they have. */
const minutesDue = (c: In<"handling">, clock: ClockName, world: World): EventOfRing[] => {
  const meeting = meetingCalled(c.meetings);
  if (meeting === undefined || minutesDueFrom(meeting, world) > world.now) return [];
  const { stepNo, convening } = c;
  const { n, on, forBureau } = meeting;
  const owners = { staff: c.owner, assignment: c.assignment, ask: "recordMinutes" } as const;
  const { staff, assignment, ask } =
    forBureau && convening !== undefined
      ? ({ staff: convening.convener.staff, assignment: convening.assignment, ask: "recordBureauMinutes" } as const)
      : owners;
  const mail: Message = { kind: "taskMail", to: staff, ask, stepNo, assignment, lastDay: stepDue(c).lastDay };
  return [{ by: { kind: "clock", clock }, fact: { type: "minutesAwaited", stepNo, n, staff, on }, messages: [mail] }];
};

/** Whether somebody is reminded now of what they owe. */
const isReminded = (assist: Assist, world: World): boolean => {
  if (assist.as === "invited") return remindsInvited(assist, world).some((at) => at <= world.now);
  return assist.late === true || (!assist.reminded && remindAt(assist, world) <= world.now);
};

/** A day of rest was announced since it was set, or another has taken one's place: nothing is due yet, and it rings again. */
const notDue = ({ stepNo }: In<"handling">, clock: ClockName, watch: ClockChange[]): Decision => {
  const [again] = watch;
  if (again?.change !== "next") return { events: [] };
  return happened(
    { kind: "clock", clock },
    { type: "assistanceNotDue", stepNo, next: districtDate(again.nextAt) },
    watch,
  );
};

/** What comes of the answers that other units owe by now, and of a meeting that has passed. */
export const assistanceDue = (c: In<"handling">, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  if (clockOf(c, "assistance") === undefined) return nothingToDo;
  let turn = nextTurn(c);
  const passings = (c.assists ?? []).map((assist): Passing | Assist => {
    if (assist.over !== undefined || assist.met) return assist;
    if (assist.as !== "invited" && !assist.late && endOfDay(assist.wantedBy) <= world.now) {
      turn += 1;
      return climbs(c, assist, clock, turn - 1, world);
    }
    return isReminded(assist, world) ? reminds(c, assist, clock) : assist;
  });
  const events = [
    ...passings.flatMap((passing) => ("event" in passing ? [passing.event] : [])),
    ...minutesDue(c, clock, world),
  ];
  const assists = passings.map((passing) => ("event" in passing ? passing.after : passing));
  const watch = watchOver(c, { ...c, assists }, world);
  if (events.length === 0) return notDue(c, clock, watch);
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
    const { unit, holder, assignment } = assist;
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
    const { late: _, ...asked } = assist;
    return [{ by, fact, messages: [askAssistant(c, { ...asked, holder: to, assignment: fact.assignment })] }];
  });
};
