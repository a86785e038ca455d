import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import { endOfPeriod, inWorkingHours, isWorkingTime, percentPassed, sharePassed } from "#clock/period.ts";
import { nextOf, ringsLeft } from "#clock/rings.ts";

const calendar = chineseCalendar();

describe("a step of 15 days from Monday 2 March 2026, 10:00", () => {
  const start = "2026-03-02T02:00:00.000Z";
  const { due } = endOfPeriod(calendar, start, { days: 15, dayType: "calendar" });
  const step = { start, due, dayType: "calendar" as const, notices: [50, 75, 100], reminded: 0, atOnce: false };

  it("reminds at 50 and 75 percent in working hours, and ends on the midnight of its last day", () => {
    // 50 percent: Tuesday 10 March, 05:00; 75 percent: Saturday 14 March, 02:30.
    expect(ringsLeft(calendar, step)).toEqual([
      { at: "2026-03-10T00:30:00.000Z", what: "notice", percent: 50 },
      { at: "2026-03-16T00:30:00.000Z", what: "notice", percent: 75 },
      { at: "2026-03-17T16:00:00.000Z", what: "end", percent: 100 },
    ]);
  });

  it("has the rings left that nobody was reminded of", () => {
    expect(ringsLeft(calendar, { ...step, reminded: 50 }).map(({ percent }) => percent)).toEqual([75, 100]);
  });

  it("does not wait for the morning when the case is urgent", () => {
    expect(ringsLeft(calendar, { ...step, atOnce: true })[0].at).toBe(sharePassed(calendar, step, 50));
  });

  it("lifts at its share whatever the hour, and reminds of it in the morning", () => {
    const rings = ringsLeft(calendar, { ...step, notices: [50], liftAt: 50 });
    expect(rings.slice(0, 2)).toEqual([
      { at: sharePassed(calendar, step, 50), what: "lift", percent: 50 },
      { at: "2026-03-10T00:30:00.000Z", what: "notice", percent: 50 },
    ]);
  });

  it("rings next at what lies ahead, and at its end when nothing does", () => {
    const rings = ringsLeft(calendar, step);
    expect(nextOf(rings, start)).toBe("2026-03-10T00:30:00.000Z");
    expect(nextOf(rings, "2026-03-10T00:30:00.000Z")).toBe("2026-03-16T00:30:00.000Z");
    expect(nextOf(rings, "2026-04-01T00:00:00.000Z")).toBe(due);
  });
});

it("shares of working days are counted in working days: a holiday in between takes none of the time", () => {
  // Friday 13 February 2026, 17:00; the 14th is worked, Spring Festival rests from the 15th to the 23rd.
  const start = "2026-02-13T09:00:00.000Z";
  const { due } = endOfPeriod(calendar, start, { days: 3, dayType: "working" });
  expect(due).toBe("2026-02-25T16:00:00.000Z");
  const span = { start, due, dayType: "working" } as const;
  // 7 hours and 3 days are 79 hours: half of them are gone on the 24th at 08:30, three quarters on the 25th at 04:15.
  expect(sharePassed(calendar, span, 50)).toBe("2026-02-24T00:30:00.000Z");
  expect(sharePassed(calendar, span, 75)).toBe("2026-02-24T20:15:00.000Z");
  expect(percentPassed(calendar, span, "2026-02-22T00:00:00.000Z")).toBe(39);
  expect(percentPassed(calendar, span, due)).toBe(100);
  const rings = ringsLeft(calendar, { ...span, notices: [50, 75, 100], reminded: 0, atOnce: false });
  expect(rings.map(({ at, percent }) => `${at} ${percent}`)).toEqual([
    "2026-02-24T00:30:00.000Z 50",
    "2026-02-25T00:30:00.000Z 75",
    "2026-02-25T16:00:00.000Z 100",
  ]);
});

it("a notice whose morning would come after the end is left out, since the end tells more", () => {
  const start = "2026-03-02T02:00:00.000Z";
  const { due } = endOfPeriod(calendar, start, { days: 1, dayType: "calendar" });
  expect(due).toBe("2026-03-03T16:00:00.000Z");
  // 90 percent: on the last day at 20:12, after hours; its morning is that of the next day.
  const rings = ringsLeft(calendar, {
    start,
    due,
    dayType: "calendar",
    notices: [50, 90, 100],
    reminded: 0,
    atOnce: false,
  });
  expect(rings.map(({ at, percent }) => `${at} ${percent}`)).toEqual([
    "2026-03-03T00:30:00.000Z 50",
    "2026-03-03T16:00:00.000Z 100",
  ]);
});

it("for any period, notices come in order, in working hours, within it, and none of them twice", () => {
  const period = fc.record({
    start: fc.date({ min: new Date("2025-01-02"), max: new Date("2026-12-01"), noInvalidDate: true }),
    days: fc.integer({ min: 1, max: 90 }),
    dayType: fc.constantFrom("calendar" as const, "working" as const),
    reminded: fc.constantFrom(0, 50, 75, 100),
  });
  fc.assert(
    fc.property(period, ({ start: date, reminded, ...rule }) => {
      const start = date.toISOString();
      const { due } = endOfPeriod(calendar, start, rule);
      const span = { start, due, dayType: rule.dayType };
      const rings = ringsLeft(calendar, { ...span, notices: [50, 75, 100], reminded, atOnce: false });
      expect(rings.at(-1)).toEqual({ at: due, what: "end", percent: 100 });
      const notices = rings.slice(0, -1);
      expect(notices.map(({ percent }) => percent)).toEqual(
        [50, 75].filter(
          (percent) => percent > reminded && inWorkingHours(calendar, sharePassed(calendar, span, percent)) < due,
        ),
      );
      for (const { at, percent } of notices) {
        expect(isWorkingTime(calendar, at)).toBe(true);
        expect(at >= sharePassed(calendar, span, percent) && at < due).toBe(true);
      }
      expect(rings.map(({ at }) => at)).toEqual(rings.map(({ at }) => at).toSorted());
    }),
  );
});
