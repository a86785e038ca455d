import notices from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { Temporal } from "temporal-polyfill";
import type { DistrictDate } from "./instant.ts";
import { isStatutoryHoliday } from "./statutory-holidays.ts";

/** Which days are worked. `version` names the notice it rests on, so that a clock can say what it was counted by. */
export type Calendar = {
  version: string;
  /** A weekend or public holiday; false on a working weekend (调休). */
  isRestDay(date: DistrictDate): boolean;
  /** Whether the State Council's notice for the year is known; until it is, rest days of that year are presumed. */
  isPublished(year: number): boolean;
};

// The notices are read as data: the library's own functions parse in UTC and print in the machine's zone, so that
// west of Greenwich they answer for the day before.
const holidays = new Set(Object.keys(notices.holidays));
const workingWeekends = new Set(Object.keys(notices.workdays));

/** Every notice gives National Day off; 1 January may be named a year early, by the notice of the year before. */
const published = [...holidays].filter((date) => date.endsWith("-10-01")).map((date) => Number(date.slice(0, 4)));

/**
 * Working days by the State Council's yearly notices, 调休 included. For a year without a notice, weekends and the
 * statutory holidays are presumed to be rest days, without working weekends.
 */
export const chineseCalendar = (): Calendar => {
  const isPublished = (year: number) => published.includes(year);
  return {
    version: `state-council-${Math.max(...published)}`,
    isPublished,
    isRestDay: (date) => {
      const { dayOfWeek, year } = Temporal.PlainDate.from(date);
      const isWeekend = dayOfWeek > 5;
      return isPublished(year)
        ? holidays.has(date) || (isWeekend && !workingWeekends.has(date))
        : isWeekend || isStatutoryHoliday(date);
    },
  };
};
