import { type DistrictDate, type Instant, isMoment, type Until } from "#ground/instant.ts";
import type { Calendar } from "./calendar.ts";
import type { DayType, PeriodClock, PeriodKind } from "./clock.ts";
import { addDays, addMinutes, dayOf, daysBetween, minuteOf, momentOn } from "./day.ts";
import type { Rule } from "./policy.ts";

/** Official hours in minutes of the day; a notice due at night waits for them. Source: the notice rule of the district policy. */
const [morning, evening] = [8 * 60 + 30, 17 * 60 + 30];

/** The day that a moment falls on in the district. */
export const districtDate = (instant: Instant): DistrictDate => dayOf(instant);

/** 24:00 of a day in the district: the first moment that no longer belongs to it. */
export const endOfDay = (date: DistrictDate): Instant => momentOn(date, 24 * 60);

/** The day before a day. */
export const dayBefore = (date: DistrictDate): DistrictDate => addDays(date, -1);

/** Noon of a day in the district: the moment to count from when only the day is known. */
export const noonOf = (date: DistrictDate): Instant => momentOn(date, 12 * 60);

/** The day that lies a number of days after another. */
export const dayAfter = (date: DistrictDate, days: number): DistrictDate => addDays(date, days);

const nextDay = (date: DistrictDate): DistrictDate => addDays(date, 1);

const workingDayFrom = (calendar: Calendar, date: DistrictDate): DistrictDate => {
  let day = date;
  while (calendar.isRestDay(day)) day = nextDay(day);
  return day;
};

const afterWorkingDays = (calendar: Calendar, start: DistrictDate, days: number): DistrictDate => {
  let day = start;
  for (let counted = 0; counted < days; counted += 1) day = workingDayFrom(calendar, nextDay(day));
  return day;
};

/** From this day on, the next year's notice may name days too: 31 December rests, a Saturday before is worked. */
const nextNoticeBegins = "12-25";

/** The year whose notice can still make a day a rest day or a working day; `undefined` once it is known. */
const unannouncedYear = (calendar: Calendar, date: DistrictDate): number | undefined => {
  const year = Number(date.slice(0, 4));
  if (!calendar.isPublished(year)) return year;
  return date.slice(5) < nextNoticeBegins || calendar.isPublished(year + 1) ? undefined : year + 1;
};

/**
 * The year on whose notice a clock's last day still waits. `undefined` for a day that is certain: its notices are known,
 * or the day itself has come.
 */
export const waitsForNotice = (
  { lastDay, provisional }: Pick<PeriodClock, "lastDay" | "provisional">,
  { calendar, now }: { calendar: Calendar; now: Instant },
): number | undefined => (provisional && districtDate(now) < lastDay ? unannouncedYear(calendar, lastDay) : undefined);

/** A day, moved off rest days, and whether that rests on a calendar that is not published yet. */
export const movedOffRest = (
  calendar: Calendar,
  date: DistrictDate,
): { lastDay: DistrictDate; provisional: boolean } => {
  const { lastDay, provisional } = ends(calendar, workingDayFrom(calendar, date));
  return { lastDay, provisional };
};

/** A last day with its end, and whether it rests on a calendar that is not published yet. */
const ends = (calendar: Calendar, lastDay: DistrictDate) => ({
  lastDay,
  due: endOfDay(lastDay),
  provisional: unannouncedYear(calendar, lastDay) !== undefined,
});

/**
 * The last day of a period, its end, and whether it rests on a calendar that is not published yet.
 * The start day is not counted. In calendar days, a last day on a rest day moves to the next working day; in working
 * days only those are counted. The last day tells whether all days are known.
 * Source: the counting rule of the district policy, after 《民法典》 Art. 201 and 203.
 */
export const endOfPeriod = (
  calendar: Calendar,
  start: Instant,
  { days, dayType }: { days: number; dayType: DayType },
): { lastDay: DistrictDate; due: Instant; provisional: boolean } => {
  const startDay = districtDate(start);
  const last =
    dayType === "calendar"
      ? workingDayFrom(calendar, addDays(startDay, days))
      : afterWorkingDays(calendar, startDay, days);
  return ends(calendar, last);
};

/**
 * The end of a period that is extended by calendar days: counted from the period's own last day, moved off rest days.
 * Source: 《信访工作条例》 Art. 34, and the counting rule of the district policy.
 */
export const extendPeriod = (
  calendar: Calendar,
  lastDay: DistrictDate,
  days: number,
): { lastDay: DistrictDate; due: Instant; provisional: boolean } => {
  return ends(calendar, workingDayFrom(calendar, addDays(lastDay, days)));
};

/** The end of a period whose last day was named: that day, whatever day it is. */
const endOfNamed = (lastDay: DistrictDate) => ({ lastDay, due: endOfDay(lastDay), provisional: false });

const aMinute = 60_000;

/**
 * The end of a period that is counted in hours: day and night, whatever day it is, up to a full minute. Midnight belongs to
 * the day before it. Source: the rule of the district policy for urgent cases.
 */
const endInHours = (start: Instant, hours: number) => {
  const end = Math.ceil(Date.parse(start) / aMinute) * aMinute + hours * 60 * aMinute;
  return {
    lastDay: districtDate(new Date(end - 1).toISOString()),
    due: new Date(end).toISOString(),
    provisional: false,
  };
};

/** The days that count after one day, up to another. */
const daysCounted = (
  calendar: Calendar,
  dayType: DayType,
  { from, lastDay }: { from: DistrictDate; lastDay: DistrictDate },
): number => {
  if (dayType === "calendar") return daysBetween(from, lastDay);
  let counted = 0;
  for (let day = nextDay(from); day <= lastDay; day = nextDay(day)) if (!calendar.isRestDay(day)) counted += 1;
  return counted;
};

/** The end of a period after a pause: as many days are left from its last day on as were on its first. */
const endAfterPause = (
  calendar: Calendar,
  { lastDay }: { lastDay: DistrictDate },
  { paused, dayType }: { paused: NonNullable<PeriodClock["paused"]>; dayType: DayType },
) => {
  const days = daysCounted(calendar, dayType, { from: districtDate(paused.from), lastDay });
  return endOfPeriod(calendar, noonOf(lastDayIn(paused.until)), { days, dayType });
};

/**
 * The end of a clock as a calendar counts it: that of its period, or of its extension; the day that was named for it; later
 * by what a pause has taken from it.
 */
export const endOfClock = (
  calendar: Calendar,
  {
    start,
    hours,
    extendedBy,
    named,
    paused,
    ...rule
  }: Pick<PeriodClock, "start" | "days" | "dayType" | "hours" | "extendedBy" | "named" | "paused">,
): { lastDay: DistrictDate; due: Instant; provisional: boolean } => {
  if (hours !== undefined) return endInHours(start, hours);
  if (named) return endOfNamed(addDays(districtDate(start), rule.days));
  const end = endOfPeriod(calendar, start, rule);
  if (paused !== undefined) return endAfterPause(calendar, end, { paused, dayType: rule.dayType });
  return extendedBy === undefined ? end : extendPeriod(calendar, end.lastDay, extendedBy);
};

/** A period as time that passes: all of it but a pause, or, when it counts working days, what of it lies on those. */
export type Span = Pick<PeriodClock, "start" | "due" | "dayType" | "paused">;

type Stretch = { from: number; until: number };

const lengthOf = ({ from, until }: Stretch): number => Math.max(0, until - from);

/** What of some stretches lies before a pause or after it. */
const withoutPause = (stretches: readonly Stretch[], paused: NonNullable<Span["paused"]>): Stretch[] => {
  const [begins, ends] = [Date.parse(paused.from), Date.parse(paused.until)];
  return stretches
    .flatMap(({ from, until }) => [
      { from, until: Math.min(until, begins) },
      { from: Math.max(from, ends), until },
    ])
    .filter((stretch) => lengthOf(stretch) > 0);
};

/** The stretches of a period on days that count, in order, in milliseconds since 1970. */
const stretchesOnDays = (calendar: Calendar, { start, due, dayType }: Span): Stretch[] => {
  const whole = { from: Date.parse(start), until: Date.parse(due) };
  if (dayType === "calendar") return [whole];
  const stretches: Stretch[] = [];
  let day = districtDate(start);
  let { from } = whole;
  while (from < whole.until) {
    const until = Math.min(Date.parse(endOfDay(day)), whole.until);
    if (!calendar.isRestDay(day)) stretches.push({ from, until });
    from = until;
    day = nextDay(day);
  }
  return stretches.length > 0 ? stretches : [whole];
};

/** The stretches of a period that count, in order, in milliseconds since 1970. */
const stretchesOf = (calendar: Calendar, span: Span): Stretch[] => {
  const stretches = stretchesOnDays(calendar, span);
  return span.paused === undefined ? stretches : withoutPause(stretches, span.paused);
};

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** The moment at which `percent` of a period have passed. */
export const sharePassed = (calendar: Calendar, span: Span, percent: number): Instant => {
  const stretches = stretchesOf(calendar, span);
  let left = (sum(stretches.map(lengthOf)) * percent) / 100;
  for (const stretch of stretches) {
    if (left <= lengthOf(stretch)) return new Date(stretch.from + left).toISOString();
    left -= lengthOf(stretch);
  }
  return span.due;
};

/** How much of a period has passed, in whole percent; more than 100 once it is over. */
export const percentPassed = (calendar: Calendar, span: Span, now: Instant): number => {
  const stretches = stretchesOf(calendar, span);
  const moment = Date.parse(now);
  const passed = stretches.map(({ from, until }) => lengthOf({ from, until: Math.min(until, moment) }));
  const after = lengthOf({ from: Date.parse(span.due), until: moment });
  return Math.floor((100 * (sum(passed) + after)) / sum(stretches.map(lengthOf)));
};

/** Starts the `n`-th clock of a kind under a rule of the policy; it carries the versions that it was counted by. */
export const startClock = (
  kind: PeriodKind,
  n: number,
  family: PeriodClock["family"],
  rule: Rule,
  start: Instant,
  policyVersion: string,
  calendar: Calendar,
): PeriodClock => {
  const { article } = rule;
  const length =
    "hours" in rule
      ? { days: 0, dayType: "calendar" as const, hours: rule.hours }
      : { days: rule.days, dayType: rule.dayType };
  const end = endOfClock(calendar, { start, ...length });
  return {
    kind,
    n,
    family,
    start,
    ...length,
    article,
    ...end,
    policyVersion,
    calendarVersion: calendar.version,
  };
};

/**
 * Starts a clock whose last day was named by somebody, and is not counted. @param lastDay the day of `start`, or a later one
 * @throws for an earlier one
 */
export const startNamedClock = (
  { kind, n, family, start, article }: Pick<PeriodClock, "kind" | "n" | "family" | "start" | "article">,
  lastDay: DistrictDate,
  policyVersion: string,
  calendar: Calendar,
): PeriodClock => {
  const days = daysBetween(districtDate(start), lastDay);
  if (days < 0) throw new Error(`A clock that starts on ${start} cannot end on ${lastDay}`);
  return {
    kind,
    n,
    family,
    start,
    days,
    dayType: "calendar",
    article,
    named: true,
    ...endOfNamed(lastDay),
    policyVersion,
    calendarVersion: calendar.version,
  };
};

/** The first moment that lies after what something is given until. */
export const endOf = (until: Until): Instant => (isMoment(until) ? until : endOfDay(until));

/** The last day of what something is given until. Midnight belongs to the day before it. */
export const lastDayIn = (until: Until): DistrictDate =>
  isMoment(until) ? districtDate(new Date(Date.parse(until) - 1).toISOString()) : until;

/** Whether what something was given until is over. */
export const isOver = (until: Until, now: Instant): boolean => endOf(until) <= now;

/** The sooner of two: a moment comes before the end of its day. */
export const sooner = (a: Until, b: Until): Until => (endOf(b) < endOf(a) ? b : a);

/** Days until a last day: 0 when that is today, negative when it has passed. */
export const daysLeft = (now: Instant, until: Until): number => daysBetween(districtDate(now), lastDayIn(until));

/** The first 08:30 of a working day in the district that lies after a moment. */
export const nextWorkingMorning = (calendar: Calendar, after: Instant): Instant => {
  const today = districtDate(after);
  return momentOn(workingDayFrom(calendar, minuteOf(after) < morning ? today : nextDay(today)), morning);
};

/** The 08:30 of the last working day before the day of a moment. */
export const lastWorkingMorning = (calendar: Calendar, before: Instant): Instant => {
  let day = dayBefore(districtDate(before));
  while (calendar.isRestDay(day)) day = dayBefore(day);
  return momentOn(day, morning);
};

/** Whether a moment lies in official hours: 08:30 to 17:30, the first included, on a working day. */
export const isWorkingTime = (calendar: Calendar, instant: Instant): boolean => {
  const minute = minuteOf(instant);
  return minute >= morning && minute < evening && !calendar.isRestDay(districtDate(instant));
};

/** The moment itself when it lies in official hours, else the next 08:30 of a working day. */
export const inWorkingHours = (calendar: Calendar, instant: Instant): Instant =>
  isWorkingTime(calendar, instant) ? instant : nextWorkingMorning(calendar, instant);

/** A moment some minutes later. */
export const minutesLater = (instant: Instant, minutes: number): Instant => addMinutes(instant, minutes);
