import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, chineseCalendar } from "#clock/calendar.ts";
import {
  daysLeft,
  districtDate,
  endOfClock,
  endOfDay,
  endOfPeriod,
  extendPeriod,
  inWorkingHours,
  minutesLater,
  nextWorkingMorning,
  noonOf,
  startClock,
} from "#clock/period.ts";
import { Instant } from "#ground/instant.ts";

const calendar = chineseCalendar();

describe("an extension", () => {
  test("is counted in calendar days from the period's own last day, and moves off a rest day", () => {
    expect(extendPeriod(calendar, "2026-05-06", 15).lastDay).toBe("2026-05-21");
    // 26 September 2026 is a Saturday of the Mid-Autumn holidays, and the 27th their Sunday.
    expect(extendPeriod(calendar, "2026-09-16", 10)).toMatchObject({
      lastDay: "2026-09-28",
      due: "2026-09-28T16:00:00.000Z",
      provisional: false,
    });
  });

  test("of a clock stays when the clock is counted anew", () => {
    const start = "2026-03-02T02:00:00.000Z";
    const clock = { start, days: 60, dayType: "calendar", extendedBy: 15 } as const;
    expect(endOfClock(calendar, clock).lastDay).toBe("2026-05-21");
  });
});

describe("a due date", () => {
  const week = { days: 7, dayType: "calendar" } as const;

  test("is the end of the last day in the district, which is 16:00 in Greenwich", () => {
    expect(endOfPeriod(calendar, "2026-03-02T01:00:00.000Z", { days: 4, dayType: "calendar" })).toEqual({
      lastDay: "2026-03-06",
      due: "2026-03-06T16:00:00.000Z",
      provisional: false,
    });
  });

  test("is provisional when a notice that is not known yet may name the last day", () => {
    expect(endOfPeriod(calendar, noonOf("2026-12-17"), week)).toMatchObject({
      lastDay: "2026-12-24",
      provisional: false,
    });
    expect(endOfPeriod(calendar, noonOf("2026-12-18"), week)).toMatchObject({
      lastDay: "2026-12-25",
      provisional: true,
    });
    expect(endOfPeriod(calendar, noonOf("2026-12-25"), week).provisional).toBe(true);
    // The notice for 2026 was out when these ran, and rested none of them.
    expect(endOfPeriod(calendar, noonOf("2025-12-24"), week)).toMatchObject({
      lastDay: "2025-12-31",
      provisional: false,
    });
  });

  test("moves when a holiday is announced late", () => {
    const announced: Calendar = {
      ...calendar,
      version: "state-council-2026-and-a-day",
      isRestDay: (date) => date === "2026-03-09" || calendar.isRestDay(date),
    };
    expect(endOfPeriod(calendar, noonOf("2026-03-02"), week).lastDay).toBe("2026-03-09");
    expect(endOfPeriod(announced, noonOf("2026-03-02"), week).lastDay).toBe("2026-03-10");
  });
});

test("a clock carries the rule and the versions that it was counted by", () => {
  const article = { zh: "《信访工作条例》第三十四条", en: "Regulations on Petition Work, Art. 34" };
  const rule = { days: 60, dayType: "calendar" as const, article, confirmed: false, notices: [50, 75, 100] };
  const clock = startClock(
    "handling",
    1,
    "statutory",
    rule,
    "2026-06-01T02:00:00.000Z",
    "anhe-policy-2026-2",
    calendar,
  );
  expect(clock).toEqual({
    kind: "handling",
    n: 1,
    family: "statutory",
    start: "2026-06-01T02:00:00.000Z",
    days: 60,
    dayType: "calendar",
    article: rule.article,
    lastDay: "2026-07-31",
    due: "2026-07-31T16:00:00.000Z",
    provisional: false,
    policyVersion: "anhe-policy-2026-2",
    calendarVersion: "state-council-2026",
  });
});

test.each([
  ["today, from its first moment", "2026-03-05T16:00:00.000Z", 0],
  ["today, to its last", "2026-03-06T15:59:59.999Z", 0],
  ["overdue by a day from midnight", "2026-03-06T16:00:00.000Z", -1],
  ["three days left, across a month's end", "2026-02-28T16:00:00.000Z", 5],
])("days left until 6 March: %s", (_case, now, left) => {
  expect(daysLeft(now, "2026-03-06")).toBe(left);
});

test.each([
  ["before 08:30 of a working day, it is the same morning", "2026-03-06T00:29:59.999Z", "2026-03-06T00:30:00.000Z"],
  ["at 08:30 it is the next one", "2026-03-05T00:30:00.000Z", "2026-03-06T00:30:00.000Z"],
  ["on a Friday evening it is Monday", "2026-03-06T12:00:00.000Z", "2026-03-09T00:30:00.000Z"],
  ["on a Sunday before 08:30 it is Monday", "2026-03-07T22:00:00.000Z", "2026-03-09T00:30:00.000Z"],
  ["in the night to a working Saturday it is that Saturday", "2026-10-09T18:00:00.000Z", "2026-10-10T00:30:00.000Z"],
  [
    "on the eve of National Day it is the day after the holiday",
    "2026-09-30T09:00:00.000Z",
    "2026-10-08T00:30:00.000Z",
  ],
])("the next working morning: %s", (_case, after, morning) => {
  expect(nextWorkingMorning(calendar, after)).toBe(morning);
});

test.each([
  ["in the morning's first moment, it is that moment", "2026-03-06T00:30:00.000Z", "2026-03-06T00:30:00.000Z"],
  ["in the evening's last, it is that moment", "2026-03-06T09:29:59.999Z", "2026-03-06T09:29:59.999Z"],
  ["at 17:30 of a Friday it is Monday morning", "2026-03-06T09:30:00.000Z", "2026-03-09T00:30:00.000Z"],
  ["at night before a working day it is the same morning", "2026-03-05T18:00:00.000Z", "2026-03-06T00:30:00.000Z"],
  ["at noon of a working Sunday it is that noon", "2026-09-20T04:00:00.000Z", "2026-09-20T04:00:00.000Z"],
  ["at noon of a holiday it is the morning after the holidays", "2026-10-01T04:00:00.000Z", "2026-10-08T00:30:00.000Z"],
])("moved into working hours: %s", (_case, instant, moved) => {
  expect(inWorkingHours(calendar, instant)).toBe(moved);
});

test("minutes later crosses midnight and keeps milliseconds", () => {
  expect(minutesLater("2026-03-06T15:55:00.250Z", 10)).toBe("2026-03-06T16:05:00.250Z");
});

describe("for every moment and length", () => {
  const moment = fc
    .date({ min: new Date("2024-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());
  const days = fc.integer({ min: 1, max: 120 });
  const dayType = fc.constantFrom("calendar", "working");

  test("a period never ends on a rest day, nor before its length has passed", () => {
    fc.assert(
      fc.property(moment, days, dayType, (start, length, type) => {
        const end = endOfPeriod(calendar, start, { days: length, dayType: type });
        expect(calendar.isRestDay(end.lastDay)).toBe(false);
        expect(daysLeft(start, end.lastDay)).toBeGreaterThanOrEqual(length);
      }),
    );
  });

  test("a longer period never ends earlier, and a later start neither", () => {
    fc.assert(
      fc.property(moment, moment, days, days, dayType, (a, b, m, n, type) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const first = endOfPeriod(calendar, earlier, { days: Math.min(m, n), dayType: type });
        const second = endOfPeriod(calendar, later, { days: Math.max(m, n), dayType: type });
        expect(first.due <= second.due).toBe(true);
      }),
    );
  });

  test("the end of a day is the first moment that no longer belongs to it", () => {
    fc.assert(
      fc.property(moment, (instant) => {
        const date = districtDate(instant);
        const end = endOfDay(date);
        expect(instant < end).toBe(true);
        expect(districtDate(new Date(Date.parse(end) - 1).toISOString())).toBe(date);
        expect(districtDate(end)).not.toBe(date);
      }),
    );
  });

  test("every moment that is computed has the form of an instant", () => {
    fc.assert(
      fc.property(moment, days, (instant, minutes) => {
        const date = districtDate(instant);
        for (const moment of [
          endOfDay(date),
          noonOf(date),
          nextWorkingMorning(calendar, instant),
          minutesLater(instant, minutes),
        ]) {
          expect(Instant.safeParse(moment).success).toBe(true);
        }
      }),
    );
  });

  test("the next working morning lies ahead, on a working day", () => {
    fc.assert(
      fc.property(moment, (instant) => {
        const morning = nextWorkingMorning(calendar, instant);
        expect(morning > instant).toBe(true);
        expect(calendar.isRestDay(districtDate(morning))).toBe(false);
      }),
    );
  });
});
