import * as z from "zod";

/** A moment in UTC with milliseconds, such as `2026-03-06T16:00:00.000Z`: sorts as text, in keys and indexes too. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A day in the district's calendar, such as `2026-03-06`. */
export const DistrictDate = z.iso.date();
export type DistrictDate = z.infer<typeof DistrictDate>;

/** Until when something is to be done: a last day, or the very moment where hours are counted. */
export const Until = z.union([DistrictDate, Instant]);
export type Until = z.infer<typeof Until>;

/** Whether it is a moment, and not a day. */
export const isMoment = (until: Until): boolean => until.includes("T");

/** The earlier of two moments, or of two days: both sort as text. */
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
/** The later of two moments, or of two days. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** A moment some seconds later. */
export const secondsLater = (instant: Instant, seconds: number): Instant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
