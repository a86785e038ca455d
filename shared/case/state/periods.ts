import { type ClockChange, type ClockName, type PeriodClock, type PeriodName, sameClock } from "#clock/clock.ts";
import { endOfDay, nextWorkingMorning, noonOf, type Span } from "#clock/period.ts";
import type { ClockRule } from "#clock/policy.ts";
import { type Ring, type Rings, ringsLeft } from "#clock/rings.ts";
import type { Directory } from "#directory/directory.ts";
import { clockRule, stepRule } from "#directory/rules.ts";
import type { DistrictDate, Instant } from "#ground/instant.ts";
import { isBelow, liftedTo } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";
import { acceptClock, handlingClock } from "./decision.ts";
import type { World } from "./world.ts";

/** A period that a case runs, as its state holds it. */
export type CasePeriod = {
  clock: PeriodName;
  start: Instant;
  /** The last day that people were given. */
  lastDay: DistrictDate;
  rule: ClockRule;
  /** The highest share, in percent, that somebody was reminded of. */
  reminded: number;
};

/** The time set by law; it runs out once, and the case goes on without it. */
const answerPeriod = (c: In<"accepted" | "handling">, directory: Directory): CasePeriod[] =>
  c.answerReminded === 100
    ? []
    : [
        {
          clock: { kind: "handling", n: handlingClock.n },
          start: c.acceptedAt,
          lastDay: c.answerBy,
          rule: clockRule(directory, c, "handling"),
          reminded: c.answerReminded ?? 0,
        },
      ];

/** The periods that a case runs now: the statutory one first, then that of its step or window. */
export const periodsOf = (c: Case, directory: Directory): CasePeriod[] => {
  const accept = { clock: { kind: "accept", n: acceptClock.n }, start: c.registeredAt } as const;
  switch (c.status) {
    case "registered":
      return [{ ...accept, lastDay: c.acceptBy, rule: clockRule(directory, c, "accept"), reminded: 0 }];
    case "screening":
      return [{ ...accept, lastDay: c.lastDay, rule: clockRule(directory, c, "accept"), reminded: c.reminded ?? 0 }];
    case "accepted":
      return answerPeriod(c, directory);
    case "handling":
      return [
        ...answerPeriod(c, directory),
        {
          clock: { kind: "step", n: c.clock.n },
          start: c.openedAt,
          lastDay: c.lastDay,
          rule: stepRule(directory, c, c.level),
          reminded: c.reminded ?? 0,
        },
      ];
    case "answered": {
      const { n } = c.clock;
      if (c.delivery === undefined) {
        const rule = clockRule(directory, c, "delivery");
        const reminded = c.reminded ?? 0;
        return [{ clock: { kind: "delivery", n }, start: c.answeredAt, lastDay: c.deliverBy, rule, reminded }];
      }
      const { how, at, on, reviewUntil } = c.delivery;
      const start = how === "opened" ? at : noonOf(on);
      return [
        {
          clock: { kind: "review", n },
          start,
          lastDay: reviewUntil,
          rule: clockRule(directory, c, "review"),
          reminded: 0,
        },
      ];
    }
    case "closed":
    case "notAccepted":
      return [];
  }
};

/** The period of a case that a clock counts, or `undefined` when the case does not run it. */
export const periodOf = (c: Case, clock: ClockName, directory: Directory): CasePeriod | undefined =>
  periodsOf(c, directory).find((period) => sameClock(period.clock, clock));

/** A period as time that passes. */
export const spanOf = ({
  start,
  lastDay,
  rule: { dayType },
}: Pick<CasePeriod, "start" | "lastDay" | "rule">): Span => ({
  start,
  due: endOfDay(lastDay),
  dayType,
});

/** The rings that a period of a case has left, in order; those that lie behind `now` have not been dealt with. */
export const ringsOf = (
  c: Case,
  { clock, start, lastDay, rule, reminded }: CasePeriod,
  { calendar, directory }: Pick<World, "calendar" | "directory">,
): Rings =>
  ringsLeft(calendar, {
    ...spanOf({ start, lastDay, rule }),
    notices: rule.notices,
    reminded,
    atOnce: c.urgent === true,
    ...(clock.kind === "handling" && !wasLookedAt(c) && { liftAt: directory.policy.liftAt }),
  });

/** Whether the case stands low in the chain, so that the statutory clock lifts it at its share. */
export const isLow = (c: Case): c is In<"handling"> => c.status === "handling" && isBelow(c.level, liftedTo);

/**
 * What a clock does of all that has fallen due when it rings. The lift of a low case goes before the end, also when both
 * have passed: a sweep that was down may not leave it low. The end tells more than a notice, the highest notice more
 * than a lower one.
 */
export const rungOf = (c: Case, due: readonly Ring[]): Ring[] => {
  const [lift, end, notice] = (["lift", "end", "notice"] as const).map((what) =>
    due.findLast((ring) => ring.what === what),
  );
  if (lift !== undefined && isLow(c)) return [lift];
  return end === undefined ? [lift, notice].filter((ring) => ring !== undefined) : [end];
};

/**
 * When a period's clock rings next: at the first ring that nothing has come of, even when that lies behind; so a sweep
 * that was down loses none. Of an end that has passed and was told, people are reminded every working morning.
 */
export const nextRing = (c: Case, period: CasePeriod, world: World): Instant => {
  const [first] = ringsOf(c, period, world);
  const isTold = first.what === "end" && first.at <= world.now && period.reminded === 100;
  return isTold ? nextWorkingMorning(world.calendar, world.now) : first.at;
};

/** What moves a running clock to a new end. */
export type ClockMove = Extract<ClockChange, { change: "move" }>;

/** Moves a clock that the case runs to its new end. @throws when the case does not run it. */
export const moveTo = (c: Case, clock: PeriodClock, world: World): ClockMove => {
  const period = periodOf(c, clock, world.directory);
  if (period === undefined) throw new Error(`${c.id} does not run the clock ${clock.kind} ${clock.n}`);
  return { change: "move", clock, nextAt: nextRing(c, { ...period, lastDay: clock.lastDay }, world) };
};

/** Whether it was judged already that the statutory clock need not lift the case. */
const wasLookedAt = (c: Case): boolean => (c.status === "accepted" || c.status === "handling") && c.liftJudged === true;
