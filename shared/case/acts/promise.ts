import { findingPairs } from "#case/acts/findings.ts";
import type { FieldProblem } from "#case/forms/form-text.ts";
import type { Actor } from "#case/state/actor.ts";
import type { In } from "#case/state/case.ts";
import { type EventOfRing, startPeriod } from "#case/state/decision.ts";
import type { Letter, RequestFinding } from "#case/state/facts/answer.ts";
import { awaited, promisedIn } from "#case/state/promise.ts";
import type { Refusal } from "#case/state/refusal.ts";
import type { World } from "#case/state/world.ts";
import type { ClockChange } from "#clock/clock.ts";
import { dayAfter, districtDate } from "#clock/period.ts";
import { clockRule } from "#directory/rules.ts";

/** Whether a letter with these findings promises something. */
export const promises = (findings: readonly RequestFinding[]): boolean =>
  findings.some(({ outcome }) => outcome === "promised");

/** Who promises has to say by when. */
export const missingDay = (
  typed: Readonly<Partial<Record<string, string>>>,
): Partial<Record<"promisedFor", FieldProblem>> => {
  const isPromise = findingPairs.some(([, outcome]) => typed[outcome] === "promised");
  return isPromise && (typed.promisedFor ?? "").trim() === "" ? { promisedFor: "missing" } : {};
};

/** The most days ahead for which a letter may promise something: whoever types another year hardly means it. */
const furthest = 365;

/** Why a letter cannot promise what it does for that day. */
export const whyNotPromised = (
  letter: Pick<Letter, "findings" | "promisedFor">,
  { now }: World,
): Refusal | undefined => {
  if (!promises(letter.findings)) return undefined;
  const today = districtDate(now);
  const day = promisedIn(letter);
  if (day === undefined) return "promiseWithoutDay";
  if (day < today) return "promiseInThePast";
  return day > dayAfter(today, furthest) ? "promiseYearsAhead" : undefined;
};

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

/** The promise is now its author's to keep. @returns the case with them as its owner, and the event that says so. */
export const takenUp = (
  c: In<"window">,
  by: Actor,
  why: "dayCame" | "reviewOver",
  { now }: World,
): { after: In<"performing">; event: EventOfRing } => {
  const after = awaited(c, { seq: c.version + 1, at: now });
  const { promisedFor } = after.settlement;
  const { stepNo } = c;
  return { after, event: { by, fact: { type: "promiseAwaited", stepNo, why, promisedFor }, messages: [] } };
};
