import type { Instant } from "#ground/instant.ts";
import type { Calendar } from "./calendar.ts";
import { inWorkingHours, type Span, sharePassed } from "./period.ts";

/**
 * A moment at which a clock rings, and for what: a notice, the lift of a case that is still low, or the end. `percent`
 * is the share of the time that has passed.
 */
export type Ring = { at: Instant; what: "notice" | "lift" | "end"; percent: number };

/** Rings in their order. The end is always among them. */
export type Rings = [...Ring[], Ring];

type Ringing = Span & {
  /** Shares at which somebody is reminded, in percent. */
  notices: readonly number[];
  /** The highest share that somebody was reminded of already. */
  reminded: number;
  /** The share at which a low case moves up; only the statutory clock has one. */
  liftAt?: number | undefined;
  /** Urgent: notices do not wait for working hours. */
  atOnce: boolean;
};

/** The moment itself, or the end of the pause that it lies in. */
const afterPause = (at: Instant, { paused }: Pick<Span, "paused">): Instant =>
  paused !== undefined && at >= paused.from && at < paused.until ? paused.until : at;

/**
 * The rings that a clock has left, in order. A notice falls due when its share has passed, moved into working hours and out
 * of a pause; one that would come no sooner than the end is left out, since the end tells more. The lift and the end never wait.
 * Source: the notice rule of the district policy (50, 75 and 100 percent, 08:30 to 17:30 on working days).
 */
export const ringsLeft = (calendar: Calendar, { notices, reminded, liftAt, atOnce, ...period }: Ringing): Rings => {
  const told = (percent: number): Ring => {
    const passed = sharePassed(calendar, period, percent);
    const told = atOnce ? passed : inWorkingHours(calendar, passed);
    const awake = afterPause(told, period);
    return { at: atOnce ? awake : inWorkingHours(calendar, awake), what: "notice", percent };
  };
  const lift: Ring[] =
    liftAt === undefined ? [] : [{ at: sharePassed(calendar, period, liftAt), what: "lift", percent: liftAt }];
  const before = [...notices.filter((percent) => percent > reminded && percent < 100).map(told), ...lift];
  return [
    ...before.filter(({ at }) => at < period.due).toSorted((a, b) => a.at.localeCompare(b.at)),
    { at: period.due, what: "end", percent: 100 },
  ];
};

/** When a clock rings next: the first of its rings that lies ahead, or its end, even when that has passed. */
export const nextOf = (rings: Rings, now: Instant): Instant =>
  rings.reduce((next, ring) => (next.at > now ? next : ring)).at;
