import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseCalendar } from "#clock/calendar.ts";
import { countedFrom } from "#clock/counted-limit.ts";
import type { OtherLimit } from "#clock/other-limit.ts";
import { countedLine } from "#words/limit-words.ts";

const calendar = chineseCalendar();
const world = { calendar, now: "2026-03-10T02:00:00.000Z" };
const both = (text: string) => ({ zh: text, en: text });
const limit = (count: number, unit: OtherLimit["length"]["unit"]): OtherLimit => ({
  id: "suit",
  name: both("起诉"),
  length: { count, unit },
  from: both("自知道之日起"),
  article: both("第四十六条"),
  confirmed: false,
});

describe("a limit of another body, from the day on which it began", () => {
  test.each([
    // 1 May 2026 begins the Labour Day holidays, which end on the 5th.
    ["60 days that end on a holiday", 60, "day", "2026-03-02", "2026-05-01", "2026-05-06"],
    ["60 days that end on a working day", 60, "day", "2026-01-05", "2026-03-06", "2026-03-06"],
    [
      "six months to a month that has no such day, which was a Saturday",
      6,
      "month",
      "2025-08-31",
      "2026-02-28",
      "2026-02-28",
    ],
    ["six months over the end of a year", 6, "month", "2025-10-15", "2026-04-15", "2026-04-15"],
    ["a year from 29 February", 1, "year", "2024-02-29", "2025-02-28", "2025-02-28"],
    ["three years", 3, "year", "2023-07-14", "2026-07-14", "2026-07-14"],
  ] as const)("%s", (_, count, unit, from, end, lastDay) => {
    expect(countedFrom(limit(count, unit), from, world).counted).toMatchObject({ from, end, lastDay });
  });

  test("ends on no rest day, and never before its length is over", () => {
    const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2026-03-10"), noInvalidDate: true });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("day", "month", "year"),
        (date, count, unit) => {
          const from = date.toISOString().slice(0, 10);
          const { counted } = countedFrom(limit(count, unit), from, world);
          if (counted === "notKnown") throw new Error("not counted");
          // What ended long before today was over, whatever days were worked then.
          if (counted.end > "2026-02-10") expect(calendar.isRestDay(counted.lastDay)).toBe(false);
          expect(counted.end > from).toBe(true);
          expect(counted.lastDay >= counted.end).toBe(true);
          // Whoever counts back by the same unit comes to the day it began, or to a month that has no such day.
          const [fromDay, endDay] = [from, counted.end].map((day) => Number(day.slice(8)));
          if (unit !== "day" && endDay !== fromDay) expect(endDay).toBeLessThan(fromDay ?? 0);
        },
      ),
    );
  });

  test("is told with how it was counted, and where it is over with whom to ask", () => {
    const counted = countedFrom(limit(60, "day"), "2026-03-02", world);
    expect(countedLine(counted, "zh", "2026-03-10")).toBe(
      "起诉：从2026年3月2日起算，当日不计入，60 日的最后一天是2026年5月1日，当天是休息日，顺延到2026年5月6日。请最迟在2026年5月6日（含当日）提出。",
    );
    expect(countedLine(counted, "en", "2026-05-06")).toContain("Please apply by 6 May 2026, that day included.");
    expect(countedLine(counted, "zh", "2026-05-07")).toContain("期限已经届满");
    expect(countedLine(counted, "en", "2026-05-07")).not.toContain("Please apply by");
  });

  test("in a year whose holidays are not announced says that its day may change", () => {
    const counted = countedFrom(limit(3, "year"), "2026-03-02", world);
    expect(counted.counted).toMatchObject({ provisional: true });
    expect(countedLine(counted, "zh", "2026-03-10")).toContain("2029年放假安排尚未公布");
  });
});
