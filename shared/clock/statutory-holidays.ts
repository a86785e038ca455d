import chineseDays from "chinese-days";
import type { DistrictDate } from "#ground/instant.ts";
import { addDays } from "./day.ts";

const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];

/** 1 January 1900 of the lunar calendar. */
const lunarEpoch = "1900-01-31";
const lunarMonths = Array.from({ length: 12 }, (_, index) => index + 1);

/** Days from lunar New Year to the first of a month; a leap month counts with the month that it repeats. */
const daysBeforeMonth = (year: number, month: number): number => {
  const { leapMonth = 0, days } = chineseDays.getYearLeapMonth(year);
  const ordinary = lunarMonths.filter((m) => m < month).reduce((sum, m) => sum + chineseDays.monthDays(year, m), 0);
  return leapMonth > 0 && leapMonth < month ? ordinary + days : ordinary;
};

/** Lunar New Year by month lengths: ICU's Chinese calendar is a day late in 2027, when the new moon is at 23:56. */
const lunarNewYear = (year: number): DistrictDate => {
  const yearsBefore = Array.from({ length: year - 1900 }, (_, index) => 1900 + index);
  return addDays(
    lunarEpoch,
    yearsBefore.reduce((days, y) => days + daysBeforeMonth(y, 13), 0),
  );
};

/** 清明 falls on 4 or 5 April (3 April once late in the century): the usual formula for 2000 to 2099. */
const qingming = (year: number): DistrictDate => {
  const y = year % 100;
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
};

const daysOff = (year: number): DistrictDate[] => {
  const newYear = lunarNewYear(year);
  const springFestival = [-1, 0, 1, 2].map((days) => addDays(newYear, days));
  const dragonBoat = addDays(newYear, daysBeforeMonth(year, 5) + 4);
  const midAutumn = addDays(newYear, daysBeforeMonth(year, 8) + 14);
  const days = new Set([
    ...fixed.map((day) => `${year}-${day}`),
    ...springFestival,
    qingming(year),
    dragonBoat,
    midAutumn,
  ]);
  return [...days].sort();
};

const known = new Map<number, readonly DistrictDate[]>();

/**
 * The days off of a year that the law itself fixes, in their order, before a notice arranges them around weekends: New
 * Year 1, Spring Festival 4 (from its eve), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. For
 * the years 2000 to 2099.
 * Source: 《全国年节及纪念日放假办法》 (2024 revision), Art. 2.
 */
export const statutoryHolidays = (year: number): readonly DistrictDate[] => {
  const days = known.get(year) ?? daysOff(year);
  known.set(year, days);
  return days;
};

/** Whether a day is one of its year's {@link statutoryHolidays}. */
export const isStatutoryHoliday = (date: DistrictDate): boolean =>
  statutoryHolidays(Number(date.slice(0, 4))).includes(date);
