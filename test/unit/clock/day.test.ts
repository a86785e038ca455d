import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, addMinutes, dayOf, dayOfWeek, daysBetween, minuteOf, momentOn } from "#clock/day.ts";

const between = (from: number, until: number) =>
  fc.date({ min: new Date(`${from}-01-01`), max: new Date(`${until}-12-31`), noInvalidDate: true });
const date = between(1900, 2100).map((at) => at.toISOString().slice(0, 10));
const instant = between(1900, 2100).map((at) => at.toISOString());
const days = fc.integer({ min: -4000, max: 4000 });
const minute = fc.integer({ min: 0, max: 1440 });

const clockOf = (moment: string, zone = "+08:00") => Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
const isoOf = (moment: Temporal.Instant | Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds).toISOString();

describe("from 1900 to 2100, Temporal says the same", () => {
  const same = <T>(inputs: fc.Arbitrary<T>, ours: (input: T) => unknown, theirs: (input: T) => unknown) =>
    fc.assert(
      fc.property(inputs, (input) => {
        expect(ours(input)).toEqual(theirs(input));
      }),
      { numRuns: 2000 },
    );

  test("of the day that lies some days away", () => {
    same(
      fc.tuple(date, days),
      ([from, n]) => addDays(from, n),
      ([from, n]) => Temporal.PlainDate.from(from).add({ days: n }).toString(),
    );
  });

  test("of how many days lie between two days", () => {
    same(
      fc.tuple(date, date),
      ([from, until]) => daysBetween(from, until),
      ([from, until]) => Temporal.PlainDate.from(from).until(until, { largestUnit: "day" }).days,
    );
  });

  test("of a day's place in its week", () => {
    same(date, dayOfWeek, (day) => Temporal.PlainDate.from(day).dayOfWeek);
  });

  test("of the day and the minute that a moment falls on, eight hours ahead of Greenwich", () => {
    same(
      instant,
      (moment) => [dayOf(moment), minuteOf(moment)],
      (moment) => {
        const clock = clockOf(moment);
        return [clock.toPlainDate().toString(), clock.hour * 60 + clock.minute];
      },
    );
  });

  test("of the moment at which a day's clock shows a minute", () => {
    same(
      fc.tuple(date, minute),
      ([day, shown]) => momentOn(day, shown),
      ([day, shown]) => isoOf(Temporal.PlainDate.from(day).toZonedDateTime("+08:00").add({ minutes: shown })),
    );
  });

  test("of the moment some minutes later", () => {
    same(
      fc.tuple(instant, days),
      ([moment, n]) => addMinutes(moment, n),
      ([moment, n]) => isoOf(Temporal.Instant.from(moment).add({ minutes: n })),
    );
  });
});

test("from 1992 to 2100 the clock is that of the time zone Asia/Shanghai, which has no summer time any more", () => {
  fc.assert(
    fc.property(between(1992, 2100), (at) => {
      const clock = clockOf(at.toISOString(), "Asia/Shanghai");
      expect([dayOf(at.toISOString()), minuteOf(at.toISOString())]).toEqual([
        clock.toPlainDate().toString(),
        clock.hour * 60 + clock.minute,
      ]);
    }),
  );
});

test.each(["2026-02-30", "2026-13-01", "2026-2-3", "tomorrow", ""])("%j is no day", (text) => {
  expect(() => addDays(text, 1)).toThrow(RangeError);
  expect(() => dayOfWeek(text)).toThrow(RangeError);
});

test("what is no moment is refused, not counted", () => {
  expect(() => dayOf("yesterday")).toThrow(RangeError);
  expect(() => minuteOf("")).toThrow(RangeError);
});
