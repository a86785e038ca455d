import type * as z from "zod";
import { dayOrNone, type FieldProblem, proseLimits, textOrNone, withoutBlanks } from "#case/forms/form-text.ts";
import type { Holder } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { startPeriod } from "#case/state/decision.ts";
import type { Letter, RequestFinding } from "#case/state/facts/answer.ts";
import type { PromiseGiven, PromiseMade } from "#case/state/facts/promise.ts";
import type { Message } from "#case/state/message.ts";
import { promisedIn } from "#case/state/promise.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import type { About, Directory, Unit } from "#directory/directory.ts";
import { staffOf } from "#directory/routing.ts";
import { clockRule } from "#directory/rules.ts";
import { isAmongThem, unitNow } from "#directory/succession.ts";
import type { UnitId } from "#ground/ids.ts";
import { belowLeaders } from "#ground/levels.ts";
import { isSeen } from "#ground/seen-text.ts";
import { askPromiser } from "./ask-promiser.ts";
import { findingPairs } from "./findings.ts";
import { keeperIn } from "./promise-keeper.ts";

/** The most characters of a unit's name, as it is typed. */
const mostOfUnit = 200;

/** Whether a letter with these findings promises something. */
export const promises = (findings: readonly RequestFinding[]): boolean =>
  findings.some(({ outcome }) => outcome === "promised");

const what = withoutBlanks(textOrNone(proseLimits.promise));
const unit = textOrNone(mostOfUnit);

/** The fields of what is promised: what, by which unit, until when. */
export const promiseFields = {
  promise: what,
  promiseUnit: unit,
  promiseBy: dayOrNone,
  promise2: what,
  promiseUnit2: unit,
  promiseBy2: dayOrNone,
  promise3: what,
  promiseUnit3: unit,
  promiseBy3: dayOrNone,
  promise4: what,
  promiseUnit4: unit,
  promiseBy4: dayOrNone,
  promise5: what,
  promiseUnit5: unit,
  promiseBy5: dayOrNone,
};
type PromiseField = keyof typeof promiseFields;

/** The fields of each promise, in the order of their numbers. */
export const promiseRows = [
  ["promise", "promiseUnit", "promiseBy"],
  ["promise2", "promiseUnit2", "promiseBy2"],
  ["promise3", "promiseUnit3", "promiseBy3"],
  ["promise4", "promiseUnit4", "promiseBy4"],
  ["promise5", "promiseUnit5", "promiseBy5"],
] as const satisfies readonly (readonly [PromiseField, PromiseField, PromiseField])[];

/** Who promises has to say by when. */
export const missingDay = (
  typed: Readonly<Partial<Record<string, string>>>,
): Partial<Record<"promisedFor" | PromiseField, FieldProblem>> => {
  if (!findingPairs.some(([, outcome]) => typed[outcome] === "promised")) return {};
  const isThere = (field: string): boolean => isSeen(typed[field] ?? "");
  const missing: Partial<Record<"promisedFor" | PromiseField, FieldProblem>> = {};
  for (const [words, named, by] of promiseRows) {
    if (!isThere(words) && (isThere(named) || isThere(by))) missing[words] = "missing";
    if (isThere(words) && !isThere(by)) missing[by] = "missing";
  }
  const isListed = promiseRows.flat().some(isThere);
  return isListed || isThere("promisedFor") ? missing : { promisedFor: "missing" };
};

type TypedPromises = { readonly [F in PromiseField]?: z.output<(typeof promiseFields)[F]> };

/** The units below the leaders of which a text is the id or the whole name, with that of their township before it or without. */
const unitsNamed = ({ units }: Directory, typed: string): Unit[] =>
  units.filter(({ id, level, name, parent }) => {
    const { zh = "", en = "" } = units.find((one) => one.id === parent)?.name ?? {};
    const names = [id, name.zh, name.en, `${zh}${name.zh}`, `${en} ${name.en}`];
    return belowLeaders.some((one) => one === level) && names.includes(typed);
  });

/**
 * 承诺事项: what a letter promises, by which units; nothing where that is not what was typed.
 * @param own the unit that issues the letter, which keeps what no other is named for
 */
export const promisesMade = (
  { about, own }: { about: About; own: UnitId },
  typed: TypedPromises,
  { directory }: World,
): { promises?: PromiseMade[] } | { refused: Refusal } => {
  const promises: PromiseMade[] = [];
  for (const [of, at, by] of promiseRows) {
    const [words, named, until] = [typed[of], typed[at], typed[by]];
    if (words === undefined || until === undefined) continue;
    const found = named === undefined ? [] : unitsNamed(directory, named);
    const meant = named === undefined ? unitNow(directory, own) : found[0];
    if (meant === undefined || found.length > 1) return { refused: "unitNotNamed" };
    if (isAmongThem(directory, about.units, meant.id)) return { refused: "unitMayNotPromise" };
    promises.push({ promise: words, unit: meant.id, name: meant.name, until });
  }
  return promises.length === 0 ? {} : { promises };
};

/** Why a letter cannot promise what it does for that day. */
export const whyNotPromised = (
  letter: Pick<Letter, "findings" | "promisedFor" | "promises">,
  { now, directory }: World,
): Refusal | undefined => {
  if (!promises(letter.findings)) return undefined;
  const today = districtDate(now);
  const days = letter.promises?.map(({ until }) => until) ?? [letter.promisedFor];
  const furthest = dayAfter(today, directory.policy.clocks.promise.days);
  for (const day of days) {
    if (day === undefined) return "promiseWithoutDay";
    if (day < today) return "promiseInThePast";
    if (day > furthest) return "promiseYearsAhead";
  }
  return undefined;
};

/** Of an answer, what its promises come to: whose each is, its clock, and a mail to whoever keeps it. */
type Entrusted = { told: { entrusted?: PromiseGiven[] }; clocks: ClockChange[]; messages: Message[] };

/**
 * 承诺事项: what a letter promises is given to whoever of its unit would have the case today, and by the unit that issues it to the author.
 * Each has a clock of its own, which ends on the day itself. @param first the numbers of the first turn and of the first clock
 */
export const entrust = (
  c: In<"handling" | "merged" | "delivering" | "window">,
  { promises: made, author }: { promises?: readonly PromiseMade[] | undefined; author: Holder },
  { stepNo, turn, clock }: { stepNo: number; turn: number; clock: number },
  world: World,
): Entrusted => {
  if (made === undefined) return { told: {}, clocks: [], messages: [] };
  const { directory, now } = world;
  const on = districtDate(now);
  const own = unitNow(directory, author.unit)?.id;
  const entrusted = made.map(({ promise, unit, until }, at): PromiseGiven => {
    const keeper = unit === own ? staffOf(directory, author.staff) : keeperIn(c, unit, { on }, directory);
    const holder = { unit: keeper.unit, staff: keeper.id };
    return { n: at + 1, promise, unit, until, clock: clock + at, holder, assignment: turn + at };
  });
  const rule = clockRule(directory, c, "promise");
  return {
    told: { entrusted },
    clocks: entrusted.map(({ clock: n, until }) =>
      startPeriod({ kind: "promise", n }, { rule, start: now, urgent: c.urgent === true, until }, world),
    ),
    messages: entrusted.map((one) => askPromiser(stepNo, one)),
  };
};

/** The number of the first clock of what a letter promises: none of another step has it. */
export const firstClock = (stepNo: number): number => stepNo * 100 + 1;

/** 承诺办到的日子: the clock of what a letter promises. It ends on the day itself. @param n the step of the delivery */
export const promiseClock = (
  c: In<"handling" | "merged" | "delivering" | "window">,
  letter: Letter,
  n: number,
  world: World,
): ClockChange[] => {
  const until = promisedIn(letter);
  if (until === undefined) return [];
  const rule = clockRule(world.directory, c, "performance");
  return [startPeriod({ kind: "performance", n }, { rule, start: world.now, urgent: c.urgent === true, until }, world)];
};
