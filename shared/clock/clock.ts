import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate, Instant, type Until } from "#ground/instant.ts";

/** Whether a period counts every day or working days only. */
export const DayType = z.enum(["calendar", "working"]);
export type DayType = z.infer<typeof DayType>;

/** Clocks whose length and article the policy names. */
export const periodKinds = [
  "accept",
  "transfer",
  "receipt",
  "objection",
  "objectionDecision",
  "otherWayDecision",
  "recusalDecision",
  "urgencyDecision",
  "handling",
  "performance",
  "promise",
  "confirmation",
  "withdrawal",
  "pressure",
  "material",
  "delivery",
  "review",
  "reviewAccept",
  "reviewDecision",
  "reReview",
  "reReviewDecision",
  "supervision",
  "supervisionDecision",
  "feedback",
  "proposal",
  "lead",
  "instruction",
  "followUp",
  "step",
  "acknowledgement",
] as const;
export const PeriodKind = z.enum(periodKinds);
export type PeriodKind = z.infer<typeof PeriodKind>;

/**
 * 期限: a running period with the rule that set it.
 * `statutory` clocks never start anew; `step` clocks belong to one step; `start` is the moment that set it off
 * (its day is not counted), `lastDay` the last day of the period, `due` the end of that day in the district, unless hours
 * are counted.
 */
export const PeriodClock = z.strictObject({
  kind: PeriodKind,
  n: z.int().positive(),
  family: z.enum(["step", "statutory"]),
  start: Instant,
  days: z.int().nonnegative(),
  dayType: DayType,
  /** 按小时: counted in hours from its very start, day and night; then `days` is 0, and `due` a moment of `lastDay`. */
  hours: z.int().positive().optional(),
  /** Its last day was named by somebody, and not counted: no calendar moves it. */
  named: z.literal(true).optional(),
  /** 暂停: what does not count of it; until then it is what it had left before. */
  paused: z.strictObject({ from: Instant, until: Instant }).optional(),
  /** The article that it rests on, as the policy of its day words it. */
  article: Bilingual,
  /** 延期: calendar days added after the period's own last day. */
  extendedBy: z.int().positive().optional(),
  lastDay: DistrictDate,
  due: Instant,
  /** True while the due date rests on a holiday calendar that is not published yet. */
  provisional: z.boolean(),
  policyVersion: z.string(),
  calendarVersion: z.string(),
});
export type PeriodClock = z.infer<typeof PeriodClock>;

/**
 * What is watched though no rule gives it a time. `transit`: a case on its way between two steps, which rings when the
 * workflow has not moved it within minutes. `decision`: a head's decision that is waited for, on every working morning.
 * `assistance`: answers that other units owe, each by a day of its own.
 */
export const watchKinds = ["transit", "decision", "assistance"] as const;
export const WatchClock = z.strictObject({
  kind: z.enum(watchKinds),
  n: z.int().positive(),
  family: z.literal("watch"),
  start: Instant,
  due: Instant,
});
export type WatchClock = z.infer<typeof WatchClock>;

export const Clock = z.discriminatedUnion("family", [PeriodClock, WatchClock]);
export type Clock = z.infer<typeof Clock>;

/** Names one period of a case: the n-th of its kind. */
export const PeriodName = z.strictObject({ kind: PeriodKind, n: z.int().positive() });
export type PeriodName = z.infer<typeof PeriodName>;

/** Names one clock of a case: the n-th of its kind. */
export const ClockName = z.strictObject({ kind: z.enum([...periodKinds, ...watchKinds]), n: z.int().positive() });
export type ClockName = z.infer<typeof ClockName>;

/** Whether two names, or clocks, are the same clock of a case. */
export const sameClock = (a: ClockName, b: ClockName): boolean => a.kind === b.kind && a.n === b.n;

/**
 * What a decision does to a clock. `nextAt` is when the clock rings next, `reminded` the highest share that somebody was
 * reminded of by now. A clock that moves keeps its start. One that stops and `stays` has run out: the case still goes by
 * its day. One that had stopped with its case and `resumes` goes on as if it never had; without `nextAt` it had run out.
 */
export const ClockChange = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("start"), clock: Clock, nextAt: Instant }),
  z.strictObject({
    change: z.literal("move"),
    clock: PeriodClock,
    nextAt: Instant,
    /** Its time is another than before: the share of it of which nobody needs to be reminded any more, 0 for none. */
    reminded: z.int().min(0).max(99).optional(),
  }),
  z.strictObject({
    change: z.literal("resume"),
    clock: PeriodClock,
    nextAt: Instant.optional(),
    reminded: z.int().min(0).max(100),
  }),
  z.strictObject({
    change: z.literal("next"),
    clock: ClockName,
    nextAt: Instant,
    reminded: z.int().min(1).max(100).optional(),
  }),
  z.strictObject({
    change: z.literal("stop"),
    clock: ClockName,
    /** `lost`: its row is gone, so that only the case has to forget it. */
    why: z.enum(["done", "rang", "overtaken", "lost"]),
    stays: z.literal(true).optional(),
  }),
]);
export type ClockChange = z.infer<typeof ClockChange>;

/** A clock as the Deadlines table holds it: `nextAt` while it runs, `ended` afterwards. */
export const ClockRow = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  clock: Clock,
  nextAt: Instant.optional(),
  ended: z.strictObject({ at: Instant, why: z.enum(["done", "rang", "overtaken"]) }).optional(),
  /** Failed attempts to ring; at the limit the row is quarantined: out of the index, with an alarm. */
  failures: z.int().nonnegative(),
  quarantined: z.strictObject({ at: Instant, error: z.string() }).optional(),
});
export type ClockRow = z.infer<typeof ClockRow>;

/** Until when a period runs, as people are told: its last day, or its last moment where hours are counted. */
export const untilOf = ({ hours, lastDay, due }: PeriodClock): Until => (hours === undefined ? lastDay : due);

/** The periods among a case's clocks that have not ended, those in quarantine included. */
export const periodsRunning = (rows: readonly ClockRow[]): PeriodClock[] =>
  rows.flatMap(({ clock, ended }) => (clock.family === "watch" || ended !== undefined ? [] : [clock]));
