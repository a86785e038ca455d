import type { Actor } from "#case/state/actor.ts";
import type { Answered } from "#case/state/case.ts";
import { type Decision, nothingToDo, stop, stopped } from "#case/state/decision.ts";
import type { FactOf, NewEvent } from "#case/state/event.ts";
import type { PromiseLine } from "#case/state/facts/promise.ts";
import type { Message } from "#case/state/message.ts";
import { periodOf } from "#case/state/periods.ts";
import { openPromises, promiseAt, promiseKinds } from "#case/state/promise.ts";
import { answeredSignal, besideReview, isContestable } from "#case/state/review.ts";
import { nextTurn } from "#case/state/standing.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange, ClockName } from "#clock/clock.ts";
import { districtDate, inWorkingHours } from "#clock/period.ts";
import { deciderFor, senderFor } from "#directory/routing.ts";
import { isAmongThem } from "#directory/succession.ts";
import { type DistrictDate, later } from "#ground/instant.ts";
import type { Written } from "#ground/written.ts";
import { askPromiser } from "./ask-promiser.ts";
import { remindsFromNext, whatIsAwaited } from "./awaited.ts";
import { lineStarts } from "./promise-clock.ts";

/** What tells of a promise by its number and its unit. */
export const lineNamed = ({ stepNo }: Answered, { n, unit }: PromiseLine) => ({ stepNo, n, unit });

/** The number of the next clock of a case's promises. */
export const nextClock = ({ promised = [] }: Answered): number =>
  Math.max(0, ...promised.map(({ clock }) => clock)) + 1;

/** Stops whatever a promise goes by now. */
export const lineStops = (c: Answered, line: PromiseLine, why: "done" | "rang" | "overtaken" = "done"): ClockChange[] =>
  c.running.flatMap(({ clock }) =>
    clock.n === line.clock && promiseKinds.some((kind) => kind === clock.kind) ? [stop(clock, why)] : [],
  );

/** Whoever of the bureau has a broken promise kept is asked by a mail with their link. */
export const askOverseer = (
  { stepNo }: Answered,
  { staff, assignment }: { staff: string; assignment: number },
  lastDay: DistrictDate,
): Message => ({ kind: "taskMail", to: staff, ask: "overseePromise", stepNo, assignment, lastDay });

/**
 * 未兑现: a promise is broken. The head of its unit has to keep it, and the bureau has it kept: its duty officer, and at the second
 * time its head. The matter stays this case's.
 */
export const breaks = (
  c: Answered,
  line: PromiseLine,
  by: Actor,
  { why, reason }: { why: "missed"; reason?: undefined } | { why: "denied"; reason: Written },
  world: World,
): NewEvent => {
  const { directory, calendar, now } = world;
  const about = besideReview(c);
  const on = districtDate(inWorkingHours(calendar, now));
  const head = deciderFor(directory, { unit: line.unit, owner: line.holder.staff, about, on });
  const isOfUnit = head !== undefined && isAmongThem(directory, [line.unit], head.unit);
  const to = isOfUnit ? { unit: head.unit, staff: head.id } : line.holder;
  const isLast = line.broken !== undefined;
  const person = senderFor(directory, { owner: to.staff, about, on, isLast });
  const assignment = nextTurn(c);
  const clock = nextClock(c);
  const started = lineStarts(c, { kind: "supervision", n: clock }, world);
  const overseer = person && {
    unit: person.unit,
    staff: person.id,
    assignment: assignment + 1,
    ...(isLast && { isLast: true as const }),
  };
  return {
    by,
    fact: {
      type: "promiseBroken",
      ...lineNamed(c, line),
      why,
      lastDay: line.until,
      ...(reason !== undefined && { reason }),
      ...{ to, assignment, clock },
      ...(overseer && { overseer }),
    },
    clocks: [...lineStops(c, line, why === "missed" ? "rang" : "done"), started],
    messages: [
      askPromiser(c.stepNo, { ...line, holder: to, assignment, broken: 1 }),
      ...(overseer ? [askOverseer(c, overseer, started.clock.lastDay)] : []),
      ...(why === "missed" && c.status === "window" ? [{ kind: "newsMail", news: "promiseBroken" } as const] : []),
    ],
  };
};

/** How a case ends whose promises are all over: as resolved where its petitioner says so of each. */
export const endedAs = ({ promised = [], letter }: Answered): Pick<FactOf<"closed">, "how" | "outcome"> => {
  if (promised.length === 0) return { how: "windowClosed", outcome: letter.outcome };
  if (promised.some(({ over }) => over !== "kept")) return { how: "unconfirmed" };
  return { how: "promisesKept", outcome: letter.outcome === "promised" ? "resolved" : letter.outcome };
};

/** A promise is over; and with the last of them the case, once it cannot be contested any more. */
export const isOver = (
  c: Answered,
  line: PromiseLine,
  by: Actor,
  how: "kept" | "unconfirmed",
  world: World,
): NewEvent[] => {
  const clocks = lineStops(c, line, how === "kept" ? "done" : "rang");
  const over: NewEvent = { by, fact: { type: "promiseOver", ...lineNamed(c, line), how }, clocks, messages: [] };
  const after = { ...c, promised: c.promised?.map((one) => (one.n === line.n ? { ...one, over: how } : one)) };
  if (openPromises(after).length > 0 || c.status !== "window" || isContestable(c)) return [over];
  const policy: Actor = { kind: "policy", version: world.directory.policy.version };
  return [
    over,
    {
      by: policy,
      fact: { type: "closed", ...endedAs(after) },
      clocks: [],
      messages: [answeredSignal(c, "closed"), { kind: "newsMail", news: "closed" }],
    },
  ];
};

/** The bureau has not asked for it in time: its head has to. Where nobody is above, whoever it is is reminded. */
const silent = (c: Answered, line: PromiseLine, clock: ClockName, world: World): Decision | undefined => {
  const { overseer } = line;
  if (overseer === undefined || overseer.isLast) return undefined;
  const { directory, calendar, now } = world;
  const on = districtDate(inWorkingHours(calendar, now));
  const above = senderFor(directory, { owner: line.holder.staff, about: besideReview(c), on, isLast: true });
  if (above === undefined || above.id === overseer.staff) return undefined;
  const to = { unit: above.unit, staff: above.id };
  const assignment = nextTurn(c);
  const fact = {
    type: "promisePassedOn",
    ...lineNamed(c, line),
    part: "overseer",
    how: "silent",
    from: overseer.staff,
    to,
    assignment,
  } as const;
  const messages = [askOverseer(c, { ...to, assignment }, districtDate(now))];
  return { events: [{ by: { kind: "clock", clock }, fact, clocks: [remindsFromNext(clock, world)], messages }] };
};

/**
 * What comes of the time of a promise. Of its own day: a reminder, and that it is broken. Of the petitioner's: another question,
 * and that nobody has confirmed it. Of the bureau's: a reminder, its climb, and from then on a reminder on every working morning.
 */
export const promiseDue = (c: Answered, { kind, n }: ClockName, world: World): Decision => {
  const clock = { kind, n };
  const line = promiseAt(c, clock);
  const period = periodOf(c, clock, world.directory);
  if (line === undefined || period === undefined) return nothingToDo;
  const by: Actor = { kind: "clock", clock };
  const reminded = (of: FactOf<"promiseReminded">["of"], mail: Message) => () => ({
    fact: { type: "promiseReminded" as const, ...lineNamed(c, line), of },
    mail,
  });
  switch (kind) {
    case "promise":
      return whatIsAwaited(c, clock, world, {
        climbs: () => ({ events: [breaks(c, line, by, { why: "missed" }, world)] }),
        awaited: reminded("day", askPromiser(c.stepNo, line)),
      });
    case "confirmation":
      return whatIsAwaited(c, clock, world, {
        climbs: () => ({ events: isOver(c, line, by, "unconfirmed", world) }),
        awaited: reminded("word", { kind: "newsMail", news: "promiseReported" }),
      });
    default: {
      const mail =
        line.overseer === undefined ? askPromiser(c.stepNo, line) : askOverseer(c, line.overseer, period.clock.lastDay);
      return whatIsAwaited(c, clock, world, {
        climbs: (ended) => silent(c, line, ended, world),
        awaited: reminded("supervision", mail),
      });
    }
  }
};

/** 申请复查的期限已过: the case stays open for what its letter has promised, or ends as that came to. */
export const reviewEnds = (c: Answered, { kind, n }: ClockName): Decision => {
  const open = openPromises(c);
  const by: Actor = { kind: "clock", clock: { kind, n } };
  if (open.length === 0) {
    return {
      events: [
        {
          by,
          fact: { type: "closed", ...endedAs(c) },
          clocks: stopped(c, ["review"], "rang"),
          messages: [
            { kind: "signal", stepNo: c.stepNo, outcome: "closed" },
            { kind: "newsMail", news: "closed" },
          ],
        },
      ],
    };
  }
  const promisedFor = open.map(({ until }) => until).reduce(later);
  const fact = { type: "promiseAwaited", stepNo: c.stepNo, why: "reviewOver", promisedFor } as const;
  return { events: [{ by, fact, clocks: stopped(c, ["review"], "rang"), messages: [] }] };
};
