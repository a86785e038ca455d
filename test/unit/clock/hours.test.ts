import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import { untilOf } from "#clock/clock.ts";
import { endOf, endOfClock, isOver, lastDayIn, percentPassed, sooner, startClock } from "#clock/period.ts";

const calendar = chineseCalendar();
const article = { zh: "第十四条", en: "Art. 14" };
const started = (hours: number, start: string) =>
  startClock("step", 1, "step", { hours, article, confirmed: false, notices: [] }, start, "policy-1", calendar);

describe("a clock that counts hours", () => {
  it.each([
    ["in the morning", 2, "2026-03-02T02:10:00.000Z", "2026-03-02T04:10:00.000Z", "2026-03-02"],
    ["at night", 2, "2026-03-02T15:00:00.000Z", "2026-03-02T17:00:00.000Z", "2026-03-03"],
    ["over a weekend", 24, "2026-03-06T09:30:00.000Z", "2026-03-07T09:30:00.000Z", "2026-03-07"],
    ["over National Day", 24, "2026-09-30T16:00:00.000Z", "2026-10-01T16:00:00.000Z", "2026-10-01"],
    [
      "ending at midnight, which belongs to the day before",
      2,
      "2026-03-02T14:00:00.000Z",
      "2026-03-02T16:00:00.000Z",
      "2026-03-02",
    ],
    ["from within a minute, up to a full one", 2, "2026-03-02T02:10:00.001Z", "2026-03-02T04:11:00.000Z", "2026-03-02"],
  ])("runs day and night: %s", (_when, hours, start, due, lastDay) => {
    const clock = started(hours, start);
    expect(clock).toMatchObject({ hours, days: 0, start, due, lastDay, provisional: false });
    expect(untilOf(clock)).toBe(due);
    expect(lastDayIn(due)).toBe(lastDay);
  });

  it("is moved by no calendar", () => {
    const clock = started(24, "2027-02-05T09:30:00.000Z");
    expect(endOfClock({ ...calendar, isRestDay: () => true }, clock)).toEqual({
      lastDay: clock.lastDay,
      due: clock.due,
      provisional: false,
    });
  });

  it("never gives less than its hours, nor a minute more, and is half gone at its half", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 168 }),
        fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
        (hours, start) => {
          const { due } = started(hours, start.toISOString());
          const over = Date.parse(due) - start.getTime() - hours * 3_600_000;
          expect(over).toBeGreaterThanOrEqual(0);
          expect(over).toBeLessThan(60_000);
          const half = new Date((start.getTime() + Date.parse(due)) / 2 + 60_000).toISOString();
          expect(percentPassed(calendar, started(hours, start.toISOString()), half)).toBeGreaterThanOrEqual(50);
        },
      ),
    );
  });
});

describe("until when something is to be done", () => {
  it("is over at its moment, or at the end of its day", () => {
    expect(isOver("2026-03-02", "2026-03-02T15:59:59.999Z")).toBe(false);
    expect(isOver("2026-03-02", "2026-03-02T16:00:00.000Z")).toBe(true);
    expect(isOver("2026-03-02T04:10:00.000Z", "2026-03-02T04:09:59.999Z")).toBe(false);
    expect(isOver("2026-03-02T04:10:00.000Z", "2026-03-02T04:10:00.000Z")).toBe(true);
  });

  it("comes sooner as a moment of a day than as that day", () => {
    expect(sooner("2026-03-02", "2026-03-02T04:10:00.000Z")).toBe("2026-03-02T04:10:00.000Z");
    expect(sooner("2026-03-01", "2026-03-02T04:10:00.000Z")).toBe("2026-03-01");
    expect(endOf("2026-03-02")).toBe("2026-03-02T16:00:00.000Z");
  });
});
