import type { Case } from "#case/state/case.ts";
import type { CaseEvent } from "#case/state/event.ts";
import { periodOf, ringsOf, rungOf } from "#case/state/periods.ts";
import type { World } from "#case/state/world.ts";
import { type ClockName, type ClockRow, type PeriodClock, sameClock, untilOf } from "#clock/clock.ts";
import type { Rule } from "#clock/policy.ts";
import type { Ring } from "#clock/rings.ts";
import { type RulesFor, ruleOfClock, stepRule } from "#directory/rules.ts";
import type { Instant } from "#ground/instant.ts";
import type { Level } from "#ground/levels.ts";
import { type Repeated, withoutRepeats } from "./repeats.ts";

/** Everything on record that an account of a case's clocks draws on. */
export type OnRecord = {
  petition: Case;
  events: readonly CaseEvent[];
  clocks: readonly ClockRow[];
} & Pick<World, "calendar" | "directory">;

/** The record, and the moment at which it is read. */
type Judged = OnRecord & { now: Instant };

/**
 * What comes next, and when. `ring`: all that falls due by then, in order; more than one when a lift that is only noted
 * comes with a reminder. `again`: the end has passed, and is told once more. `look`: as case and policy stand now,
 * nothing falls due at that moment; the clock will look and go on, or end.
 */
export type Coming = { at: Instant } & ({ does: "ring"; rings: Ring[] } | { does: "again" | "look" });

/** What a clock came to: when it rang, was moved or stopped, and what it will do next. */
export type ClockAccount = {
  row: ClockRow;
  /** The rule that a period runs by, unless the directory has another one since; of a step, also the level. */
  rule: Rule | undefined;
  level: Level | undefined;
  /** What the clock caused, and what was done to it while it ran, in order. */
  course: (Repeated & { wasOnItsWay: boolean })[];
  /** What stopped it, when it did not stop by ringing. */
  stoppedBy: CaseEvent | undefined;
  next: Coming | undefined;
};

const isStepClock = ({ kind }: Pick<ClockName, "kind">): boolean => kind === "step" || kind === "acknowledgement";

const levelOf = ({ kind, n }: ClockName, events: readonly CaseEvent[]): Level | undefined => {
  if (!isStepClock({ kind })) return undefined;
  for (const { fact, clocks } of events) {
    const opens = clocks.some(({ change, clock }) => change === "start" && sameClock(clock, { kind, n }));
    if (opens && fact.type === "stepOpened" && fact.level !== "bureau") return fact.level;
  }
  return undefined;
};

const ruleOf = (
  { clock }: ClockRow,
  level: Level | undefined,
  { petition, directory, events }: OnRecord,
): Rule | undefined => {
  if (clock.family === "watch" || (isStepClock(clock) && level === undefined)) return undefined;
  const hurries = ({ fact, clocks }: CaseEvent): boolean =>
    fact.type === "markedUrgent" && clocks.some((change) => sameClock(change.clock, clock));
  // What was shortened as its case was marked urgent has no length of a rule, and goes by those of urgent steps all the same.
  if (level !== undefined && clock.hours !== undefined && events.some(hurries)) {
    return stepRule(directory, { ...petition, urgent: true }, level);
  }
  const by = (matter: RulesFor) => ruleOfClock(directory, matter, clock, level ?? "community");
  // What was on another track before, or urgent, has clocks that were counted as of that.
  const before = events.flatMap(({ fact }) => ("track" in fact ? [fact.track] : []));
  return [petition.track, ...before]
    .flatMap((track) => [by({ ...petition, track }), by({ ...petition, track, urgent: !petition.urgent })])
    .find((rule) => rule !== undefined);
};

/** Whether a clock has told its end already. An extension may have given it another one since. */
const hasTold = ({ fact }: CaseEvent, clock: PeriodClock, at: Instant): boolean =>
  ((fact.type === "objectionAwaited" ||
    fact.type === "otherWayAwaited" ||
    fact.type === "recusalAwaited" ||
    fact.type === "urgencyAwaited") &&
    at > clock.due) ||
  ((fact.type === "overdueAtTop" || fact.type === "statutoryOverdue" || fact.type === "deliveryOverdue") &&
    (at > clock.due || fact.lastDay === untilOf(clock)));

const comingOf = ({ clock, nextAt: at }: ClockRow, about: Judged): Coming | undefined => {
  if (at === undefined) return undefined;
  if (clock.family === "watch") return { at, does: "ring", rings: [{ at, what: "end", percent: 100 }] };
  const { petition, directory, events, now } = about;
  const period = periodOf(petition, clock, directory);
  // While what was agreed is being done, or a withdrawal can be undone, nothing comes of the law's clock.
  const rests =
    (petition.status === "performing" && clock.kind === "handling") ||
    (petition.status === "withdrawing" && clock.family === "statutory");
  if (period === undefined || rests) return { at, does: "look" };
  // While the sweep is down more falls due than the ring that the clock was set to.
  const moment = at > now ? at : now;
  const rings = rungOf(
    petition,
    ringsOf(petition, period, about).filter((left) => left.at <= moment),
  );
  const [first] = rings;
  if (first === undefined) return { at, does: "look" };
  const isTold = first.what === "end" && events.some((event) => isBy(event, clock) && hasTold(event, clock, at));
  return isTold ? { at, does: "again" } : { at, does: "ring", rings };
};

const isBy = ({ by }: CaseEvent, clock: ClockName): boolean => by.kind === "clock" && sameClock(by.clock, clock);

/** Whether the case was between two steps when an event of it happened. */
export const wasOnItsWay = (events: readonly CaseEvent[], { seq }: CaseEvent): boolean =>
  events
    .filter((event) => event.seq <= seq)
    .flatMap(({ clocks }) => clocks)
    .findLast(({ clock }) => clock.kind === "transit")?.change === "start";

const setsAgain = ({ fact, clocks }: CaseEvent, name: ClockName): boolean =>
  (fact.type === "clockReleased" && sameClock(fact.clock, name)) ||
  clocks.some(({ change, clock }) => change === "move" && sameClock(clock, name));

const accountOf = (row: ClockRow, about: Judged): ClockAccount => {
  const { clock } = row;
  const { events } = about;
  const level = levelOf(clock, events);
  const stops = ({ clocks }: CaseEvent) => clocks.some((c) => c.change === "stop" && sameClock(c.clock, clock));
  return {
    row,
    level,
    rule: ruleOf(row, level, about),
    course: withoutRepeats(events.filter((event) => isBy(event, clock) || setsAgain(event, clock))).map((turn) => ({
      ...turn,
      wasOnItsWay: wasOnItsWay(events, turn.event),
    })),
    stoppedBy: events.find((event) => stops(event) && !isBy(event, clock)),
    next: comingOf(row, about),
  };
};

/** The account of each clock of a case, in the order in which they started. A watch that ended quietly has none. */
export const clockAccounts = (about: Judged): ClockAccount[] =>
  about.clocks
    .filter(({ clock, ended }) => clock.family !== "watch" || ended === undefined || ended.why === "rang")
    .toSorted((a, b) => a.clock.start.localeCompare(b.clock.start))
    .map((row) => accountOf(row, about));

/** A period as it ran when an event happened: later extensions and calendars have not touched it. */
export const periodAt = (name: ClockName, events: readonly CaseEvent[], seq: number): PeriodClock | undefined =>
  events
    .filter((event) => event.seq <= seq)
    .flatMap(({ clocks }) => clocks)
    .flatMap((change) =>
      (change.change === "start" || change.change === "move" || change.change === "resume") &&
      change.clock.family !== "watch"
        ? [change.clock]
        : [],
    )
    .findLast((clock) => sameClock(clock, name));
