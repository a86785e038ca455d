import chineseDays from "chinese-days";
import notices from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays } from "./day.ts";

// The package is the source of everything here, and a function carries the result alone: days as `MMDD` by year.
// Notices are read as data: the library's own functions parse in UTC and print in the machine's zone, so that west of
// Greenwich they answer for the day before.

const monthAndDay = (date: string): string => `${date.slice(5, 7)}${date.slice(8)}`;

/** The first year whose days are kept: no clock of this system has run before. */
const firstYear = 2024;

const byYear = (dates: readonly string[]): Record<string, string[]> => {
  const years: Record<string, string[]> = {};
  for (const date of dates) {
    const year = date.slice(0, 4);
    if (Number(year) < firstYear) continue;
    years[year] = [...(years[year] ?? []), monthAndDay(date)];
  }
  return years;
};

/** The days that the State Council's notices give off, weekends among them, by year. */
export const daysOff = byYear(Object.keys(notices.holidays));

/** The weekends that the notices make working days, by year. */
export const workingWeekends = byYear(Object.keys(notices.workdays));

const lunarMonths = Array.from({ length: 12 }, (_, index) => index + 1);

/** Days from lunar New Year to the first of a month; a leap month counts with the month that it repeats. */
const daysBeforeMonth = (year: number, month: number): number => {
  const { leapMonth = 0, days } = chineseDays.getYearLeapMonth(year);
  const ordinary = lunarMonths.filter((m) => m < month).reduce((sum, m) => sum + chineseDays.monthDays(year, m), 0);
  return leapMonth > 0 && leapMonth < month ? ordinary + days : ordinary;
};

/** Lunar New Year of 1900 to 2099 by month lengths: ICU's calendar is a day late in 2027, when the new moon is at 23:56. */
const lunarNewYears = (): string[] => {
  let day = "1900-01-31";
  return Array.from({ length: 200 }, (_, index) => {
    const newYear = day;
    day = addDays(newYear, daysBeforeMonth(1900 + index, 13));
    return newYear;
  });
};

/** Lunar New Year, the Dragon Boat Festival (5th of the 5th month) and Mid-Autumn (15th of the 8th), by year from {@link firstYear} to 2099. */
export const lunarFestivals: Record<string, string[]> = Object.fromEntries(
  lunarNewYears()
    .slice(firstYear - 1900)
    .map((newYear, index) => {
      const year = firstYear + index;
      const dragonBoat = addDays(newYear, daysBeforeMonth(year, 5) + 4);
      const midAutumn = addDays(newYear, daysBeforeMonth(year, 8) + 14);
      return [String(year), [newYear, dragonBoat, midAutumn].map(monthAndDay)];
    }),
);
