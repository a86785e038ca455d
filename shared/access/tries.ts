import * as z from "zod";
import { Instant, secondsLater } from "#ground/instant.ts";

/** How often something may be tried, and how long whoever has tried more has to wait. All in seconds. */
export type Pace = {
  /** Tries that are let through one after the other. */
  free: number;
  /** The wait after the last free try, after the next one, and so on; the last wait stays. Nothing is ever locked. */
  waits: readonly [number, ...number[]];
  /** A time without a try after which one try less counts; twice that time, two. */
  forgives: number;
};

/** What tries are counted of: one thing that is guessed, or one place that guesses come from. `of` holds no personal data. */
export type Counter = { of: string; pace: Pace };

/** What is stored of a counter. `expires` is when nothing of it counts any more, in seconds since 1970. */
export const Tried = z.strictObject({
  v: z.literal(1),
  count: z.int().nonnegative(),
  /** When the last try was counted. */
  at: Instant,
  /** The first moment at which the next try is let through. */
  until: Instant.optional(),
  expires: z.int().positive(),
});
export type Tried = z.infer<typeof Tried>;

const stillCounted = ({ forgives }: Pace, { count, at }: Tried, now: Instant): number => {
  const quiet = Math.max(0, Date.parse(now) - Date.parse(at));
  return Math.max(0, count - Math.floor(quiet / (forgives * 1000)));
};

/** What a counter comes to with one more try, or the moment until which that try has to wait. */
export const counted = (pace: Pace, tried: Tried | undefined, now: Instant): Tried | { wait: Instant } => {
  if (tried?.until !== undefined && tried.until > now) return { wait: tried.until };
  const count = (tried === undefined ? 0 : stillCounted(pace, tried, now)) + 1;
  const wait = count < pace.free ? undefined : (pace.waits[count - pace.free] ?? pace.waits.at(-1));
  const forgotten = Math.max(count * pace.forgives, wait ?? 0);
  return {
    v: 1,
    count,
    at: now,
    ...(wait !== undefined && { until: secondsLater(now, wait) }),
    expires: Math.ceil(Date.parse(now) / 1000) + forgotten,
  };
};
