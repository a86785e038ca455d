import type { DistrictDate } from "#ground/instant.ts";
import { daysOff, workingWeekends } from "./almanac.build.ts";
import { type Announcement, asAnnounced } from "./announcement.ts";
import { dayOfWeek } from "./day.ts";
import { isStatutoryHoliday } from "./statutory-holidays.ts";

/** Which days are worked. `version` names the notice it rests on, so that a clock can say what it was counted by. */
export type Calendar = {
  version: string;
  /** A weekend or public holiday; false on a working weekend (调休). */
  isRestDay(date: DistrictDate): boolean;
  /** Whether the State Council's notice for the year is known; until it is, rest days of that year are presumed. */
  isPublished(year: number): boolean;
};

/** Whether a day is among those that are kept by year, as `MMDD`. */
const isAmong = (days: Record<string, string[]>, date: DistrictDate): boolean =>
  days[date.slice(0, 4)]?.includes(`${date.slice(5, 7)}${date.slice(8)}`) ?? false;

const yearOf = (date: DistrictDate): number => Number(date.slice(0, 4));
const isWeekend = (date: DistrictDate): boolean => dayOfWeek(date) > 5;

/** Every notice gives National Day off; 1 January may be named a year early, by the notice of the year before. */
const published = Object.keys(daysOff)
  .filter((year) => daysOff[year]?.includes("1001"))
  .map(Number);

/**
 * Working days by the State Council's yearly notices, 调休 included. For a year without a notice, weekends and the
 * statutory holidays are presumed to be rest days, without working weekends.
 */
export const chineseCalendar = (): Calendar => {
  const isPublished = (year: number) => published.includes(year);
  return {
    version: `state-council-${Math.max(...published)}`,
    isPublished,
    isRestDay: (date) =>
      isPublished(yearOf(date))
        ? isAmong(daysOff, date) || (isWeekend(date) && !isAmong(workingWeekends, date))
        : isWeekend(date) || isStatutoryHoliday(date),
  };
};

/**
 * A calendar with the district's announcements, in the order in which they were entered; where two speak of the same day,
 * the one that was announced later rules. Its version names the base, the day of the last announcement, and how many there
 * are.
 */
export const districtCalendar = (base: Calendar, entered: readonly Announcement[]): Calendar => {
  const announcements = asAnnounced(entered);
  const last = announcements.at(-1);
  if (last === undefined) return base;
  const named = new Map<DistrictDate, "rest" | "work">();
  for (const { rest, work, year } of announcements) {
    // A year's whole notice takes the place of what was announced for that year before.
    if (year !== undefined) for (const date of named.keys()) if (yearOf(date) === year) named.delete(date);
    for (const date of rest) named.set(date, "rest");
    for (const date of work) named.set(date, "work");
  }
  const years = new Set(announcements.flatMap(({ year }) => (year === undefined ? [] : [year])));
  return {
    version: `${base.version}+${last.announced}.${announcements.length}`,
    isPublished: (year) => years.has(year) || base.isPublished(year),
    isRestDay: (date) => {
      const ruling = named.get(date);
      if (ruling !== undefined) return ruling === "rest";
      const year = yearOf(date);
      return years.has(year) && !base.isPublished(year) ? isWeekend(date) : base.isRestDay(date);
    },
  };
};
