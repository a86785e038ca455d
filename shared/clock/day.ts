import type { DistrictDate, Instant } from "#ground/instant.ts";

/**
 * Days and the district's wall clock, by whole numbers. All of China keeps UTC+8 the whole year since 15 September
 * 1991, so that a day is 24 hours and no time zone has to be looked up; moments before that, which no petition has,
 * are read by the same clock.
 */
const dayLength = 86_400_000;
const aheadOfGreenwich = 8 * 3_600_000;

const iso = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** Days since 1 January 1970. @throws RangeError for what is no day, such as 30 February. */
const numberOf = (date: DistrictDate): number => {
  // The parser takes 30 February for 2 March, and days that are not written in two digits.
  const midnight = date.length === 10 ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN;
  const day = Number(date.slice(8));
  if (Number.isNaN(midnight) || (day > 28 && new Date(midnight).getUTCDate() !== day)) {
    throw new RangeError(`${date} is no day`);
  }
  return midnight / dayLength;
};

/** Milliseconds since 1970 began in the district. @throws RangeError for what is no moment. */
const wallClock = (instant: Instant): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`${instant} is no moment`);
  return milliseconds + aheadOfGreenwich;
};

/** The day that lies a number of days after another, or before it when the number is negative. */
export const addDays = (date: DistrictDate, days: number): DistrictDate =>
  iso((numberOf(date) + days) * dayLength).slice(0, 10);

/**
 * The day of the same number some months later, or earlier when negative; the month's last day where it has no such day.
 * Source: 《民法典》 Art. 202.
 */
export const addMonths = (date: DistrictDate, months: number): DistrictDate => {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`${date} is no day`);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
};

/** How many days the second day lies after the first; negative when before. */
export const daysBetween = (from: DistrictDate, until: DistrictDate): number => numberOf(until) - numberOf(from);

/** The day of the week: 1 is Monday, 7 is Sunday. */
export const dayOfWeek = (date: DistrictDate): number => ((((numberOf(date) + 3) % 7) + 7) % 7) + 1;

/** The day that a moment falls on in the district. */
export const dayOf = (instant: Instant): DistrictDate => iso(wallClock(instant)).slice(0, 10);

/** Minutes since midnight in the district, a begun minute not counted: 08:30 is 510. */
export const minuteOf = (instant: Instant): number => ((Math.floor(wallClock(instant) / 60_000) % 1440) + 1440) % 1440;

/** The moment at which a day's clock shows so many minutes since midnight; 1440 is the end of the day. */
export const momentOn = (date: DistrictDate, minute: number): Instant =>
  iso(numberOf(date) * dayLength - aheadOfGreenwich + minute * 60_000);

/** A moment some minutes later, or earlier when negative. */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  iso(wallClock(instant) - aheadOfGreenwich + minutes * 60_000);
