import { type ClockChange, type ClockName, type PeriodClock, type PeriodKind, sameClock } from "#clock/clock.ts";
import { nextWorkingMorning } from "#clock/period.ts";
import type { Rule } from "#clock/policy.ts";
import { type Ring, type Rings, ringsLeft } from "#clock/rings.ts";
import type { Directory } from "#directory/directory.ts";
import { ruleFor } from "#directory/rules.ts";
import type { Instant } from "#ground/instant.ts";
import { isBelow, liftedTo } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";
import type { World } from "./world.ts";

/** A period that a case runs, with the rule of the policy in force for its reminders. */
export type CasePeriod = {
  clock: PeriodClock;
  rule: Rule;
  /** The highest share, in percent, that somebody was reminded of. */
  reminded: number;
};

const ruleOf = (c: Case, { kind }: PeriodClock, directory: Directory): Rule =>
  ruleFor(directory, c, kind, c.status === "handling" ? c.level : "community");

/** The periods that a case runs now, in the order in which they began; what has run out is over. */
export const periodsOf = (c: Case, directory: Directory): CasePeriod[] =>
  c.running.flatMap(({ clock, reminded, ranOut }) =>
    clock.family === "watch" || ranOut ? [] : [{ clock, reminded, rule: ruleOf(c, clock, directory) }],
  );

/** The period of a case that a clock counts, or `undefined` when the case does not run it. */
export const periodOf = (c: Case, name: ClockName, directory: Directory): CasePeriod | undefined =>
  periodsOf(c, directory).find(({ clock }) => sameClock(clock, name));

/**
 * Whether a clock's reminders are mailed at the very moment: those of an urgent case, but for the law's time for the answer,
 * which counts days beside its hours and is told by the morning's list as in any other case.
 */
export const isMailedAtOnce = ({ urgent }: Pick<Case, "urgent">, kind: PeriodKind): boolean =>
  urgent === true && kind !== "handling";

type RingsOf = { urgent: true | undefined; liftJudged: true | undefined };

const ringsLeftOf = (
  { clock, rule, reminded }: CasePeriod,
  { urgent, liftJudged }: RingsOf,
  { calendar, directory }: Pick<World, "calendar" | "directory">,
): Rings =>
  ringsLeft(calendar, {
    ...clock,
    notices: rule.notices,
    reminded,
    atOnce: isMailedAtOnce({ urgent }, clock.kind),
    ...(clock.kind === "handling" && liftJudged === undefined && { liftAt: directory.policy.liftAt }),
  });

/** The first ring that a period has left, for a case that is not open yet; it may lie behind. */
export const ringLeftOf = (period: CasePeriod, ringing: RingsOf, world: World): Instant =>
  ringsLeftOf(period, ringing, world)[0].at;

/** The rings that a period of a case has left, in order; those that lie behind `now` have not been dealt with. */
export const ringsOf = (c: Case, period: CasePeriod, world: Pick<World, "calendar" | "directory">): Rings =>
  ringsLeftOf(period, { urgent: c.urgent, liftJudged: liftJudgedOf(c) }, world);

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
  return { change: "move", clock, nextAt: nextRing(c, { ...period, clock }, world) };
};

/** Whether it was judged already that the statutory clock need not lift the case. */
const liftJudgedOf = (c: Case): true | undefined => ("liftJudged" in c ? c.liftJudged : undefined);
