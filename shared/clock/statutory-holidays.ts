import type { DistrictDate } from "#ground/instant.ts";
import { lunarFestivals } from "./almanac.build.ts";
import { addDays } from "./day.ts";

const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];

/** 清明 falls on 4 or 5 April (3 April once late in the century): the usual formula for this century. */
const qingming = (year: number): DistrictDate => {
  const y = year % 100;
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
};

const holidaysOf = (year: number): DistrictDate[] => {
  const lunar = (lunarFestivals[year] ?? []).map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
  const [newYear, ...otherFestivals] = lunar;
  if (newYear === undefined) throw new RangeError(`The lunar calendar of ${year} is not known`);
  const days = new Set([
    ...fixed.map((day) => `${year}-${day}`),
    ...[-1, 0, 1, 2].map((days) => addDays(newYear, days)),
    ...otherFestivals,
    qingming(year),
  ]);
  return [...days].sort();
};

const known = new Map<number, readonly DistrictDate[]>();

/**
 * The days off of a year that the law itself fixes, in their order, before a notice arranges them around weekends: New
 * Year 1, Spring Festival 4 (from its eve), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. For
 * the years 2024 to 2099.
 * Source: 《全国年节及纪念日放假办法》 (2024 revision), Art. 2.
 */
export const statutoryHolidays = (year: number): readonly DistrictDate[] => {
  const days = known.get(year) ?? holidaysOf(year);
  known.set(year, days);
  return days;
};

/** Whether a day is one of its year's {@link statutoryHolidays}. */
export const isStatutoryHoliday = (date: DistrictDate): boolean =>
  statutoryHolidays(Number(date.slice(0, 4))).includes(date);
