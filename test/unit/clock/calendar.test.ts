import { execFileSync } from "node:child_process";
import { join } from "node:path";
import notices from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { lunarFestivals } from "#clock/almanac.build.ts";
import { disagreements } from "#clock/announcement.ts";
import { chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import { isStatutoryHoliday } from "#clock/statutory-holidays.ts";

const calendar = chineseCalendar();

test("the calendar names the last notice that it knows", () => {
  expect(calendar.version).toBe("state-council-2026");
  expect(calendar.isPublished(2026)).toBe(true);
  expect(calendar.isPublished(2027)).toBe(false);
});

// Notice for 2025: 国办发明电〔2024〕12号; for 2026: gov.cn content_7047091.
test.each([
  ["2025-01-26", "works", "a Sunday worked for Spring Festival"],
  ["2025-01-28", "rests", "Spring Festival's eve"],
  ["2025-10-08", "rests", "the eighth day of National Day and Mid-Autumn"],
  ["2025-10-11", "works", "a Saturday worked for National Day"],
  ["2026-01-04", "works", "a Sunday worked for New Year"],
  ["2026-02-14", "works", "a Saturday worked for Spring Festival"],
  ["2026-02-23", "rests", "the ninth day of Spring Festival"],
  ["2026-05-09", "works", "a Saturday worked for Labour Day"],
  ["2026-10-07", "rests", "the seventh day of National Day"],
  ["2026-10-10", "works", "a Saturday worked for National Day"],
  ["2026-11-21", "rests", "an ordinary Saturday"],
  ["2026-11-23", "works", "an ordinary Monday"],
  ["2027-01-01", "rests", "New Year, presumed"],
  ["2027-01-02", "rests", "a weekend of a year without a notice"],
  ["2027-01-04", "works", "a Monday of a year without a notice"],
])("%s %s: %s", (date, expected) => {
  expect(calendar.isRestDay(date)).toBe(expected === "rests");
});

const statutoryDays = (year: number): string[] =>
  Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10))
    .filter((date) => date.startsWith(String(year)))
    .filter(isStatutoryHoliday);

// The festivals as printed in any almanac; 2027 is the year in which ICU is a day late.
test.each([
  [2026, ["02-16", "02-17", "02-18", "02-19", "04-05", "06-19", "09-25"]],
  [2027, ["02-05", "02-06", "02-07", "02-08", "04-05", "06-09", "09-15"]],
  [2028, ["01-25", "01-26", "01-27", "01-28", "04-04", "05-28", "10-03"]],
  [2029, ["02-12", "02-13", "02-14", "02-15", "04-04", "06-16", "09-22"]],
])("the lunar holidays and Qingming of %i", (year, festivals) => {
  const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
  const expected = new Set([...fixed, ...festivals].map((day) => `${year}-${day}`));
  expect(statutoryDays(year)).toEqual([...expected].sort());
});

test("the same days rest whatever time zone the machine is in", () => {
  const program = `
    import { chineseCalendar } from "#clock/calendar.ts";
    import { endOfPeriod, noonOf, nextWorkingMorning } from "#clock/period.ts";
    const calendar = chineseCalendar();
    const days = Array.from({ length: 900 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const rest = days.filter((day) => calendar.isRestDay(day));
    const due = days.map((day) => endOfPeriod(calendar, noonOf(day), { days: 7, dayType: "working" }).due);
    const mornings = days.map((day) => nextWorkingMorning(calendar, noonOf(day)));
    console.log(JSON.stringify({ rest, due, mornings }));
  `;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: join(import.meta.dirname, "../../.."),
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
  const district = inZone("Asia/Shanghai");
  expect(district).toContain('"2027-02-05"');
  expect(inZone("America/Los_Angeles")).toBe(district);
  expect(inZone("Pacific/Kiritimati")).toBe(district);
});

describe("a calendar with the district's announcements", () => {
  const reason = { zh: "台风", en: "Typhoon" };
  const typhoon = { announced: "2026-09-10", reason, rest: ["2026-09-11"], work: ["2026-09-12"] };
  const notice = { announced: "2026-11-26", reason, rest: ["2027-01-01"], work: ["2027-01-03"], year: 2027 };

  test("is the same calendar when there are none", () => {
    expect(districtCalendar(calendar, [])).toBe(calendar);
  });

  test("rests and works on the days that they name, and as before on all others", () => {
    const announced = districtCalendar(calendar, [typhoon]);
    const rests = (date: string) => announced.isRestDay(date);
    expect(["2026-09-10", "2026-09-11", "2026-09-12", "2026-09-13"].map(rests)).toEqual([false, true, false, true]);
    expect(announced.isPublished(2027)).toBe(false);
  });

  test("follows the later of two that name the same day", () => {
    const lifted = { ...typhoon, rest: ["2026-09-12"], work: ["2026-09-11"] };
    const announced = districtCalendar(calendar, [typhoon, lifted]);
    expect([announced.isRestDay("2026-09-11"), announced.isRestDay("2026-09-12")]).toEqual([false, true]);
  });

  test("follows the one that was announced later, whichever was entered later", () => {
    const storm = { ...typhoon, announced: "2026-09-11", rest: ["2026-09-12"], work: ["2026-09-11"] };
    for (const entered of [
      [typhoon, storm],
      [storm, typhoon],
    ]) {
      const announced = districtCalendar(calendar, entered);
      expect([announced.isRestDay("2026-09-11"), announced.isRestDay("2026-09-12")]).toEqual([false, true]);
      expect(announced.version).toBe("state-council-2026+2026-09-11.2");
    }
    const day = { ...typhoon, announced: "2026-12-20", rest: ["2027-01-04"], work: ["2027-01-01"] };
    const late = districtCalendar(calendar, [day, notice]);
    expect([late.isRestDay("2027-01-01"), late.isRestDay("2027-01-04")]).toEqual([false, true]);
  });

  test("names every day on which two disagree, and which of them rules", () => {
    const day = { ...typhoon, announced: "2026-12-20", rest: ["2027-01-04", "2027-01-09"], work: ["2027-01-01"] };
    const between = (ruling: typeof day, overruled: typeof day) => (date: string) => ({ date, ruling, overruled });
    const both = ["2027-01-01", "2027-01-04"].map(between(day, notice));
    expect(disagreements([day], notice)).toEqual(both);
    expect(disagreements([notice], day)).toEqual(both);
    expect(disagreements([typhoon], day)).toEqual([]);
    const same = { ...typhoon, rest: ["2026-09-12"], work: [] };
    expect(disagreements([typhoon], same)).toEqual(["2026-09-12"].map(between(same, typhoon)));
  });

  test("presumes nothing for a year whose notice is among them", () => {
    const announced = districtCalendar(calendar, [notice]);
    expect(announced.isPublished(2027)).toBe(true);
    expect(announced.isRestDay("2027-01-01")).toBe(true);
    expect(announced.isRestDay("2027-01-03")).toBe(false);
    expect(calendar.isRestDay("2027-02-05")).toBe(true);
    expect(announced.isRestDay("2027-02-05")).toBe(false);
  });

  test("follows a corrected notice of a year alone, not what the first one named", () => {
    const corrected = { ...notice, announced: "2026-12-01", rest: ["2027-01-01", "2027-01-02"], work: [] };
    const announced = districtCalendar(calendar, [typhoon, notice, corrected]);
    expect(announced.isRestDay("2027-01-03")).toBe(true);
    expect(announced.isRestDay("2026-09-11")).toBe(true);
    const earlier = { ...typhoon, rest: ["2027-01-04"], work: [] };
    expect(districtCalendar(calendar, [earlier, notice]).isRestDay("2027-01-04")).toBe(false);
  });

  test("names its base, its last announcement and how many there are", () => {
    expect(districtCalendar(calendar, [typhoon, notice]).version).toBe("state-council-2026+2026-11-26.2");
  });
});

test("a year whose lunar calendar is not known is refused, not taken for one without festivals", () => {
  expect(isStatutoryHoliday("2099-10-01")).toBe(true);
  expect(() => isStatutoryHoliday("2100-10-01")).toThrow(RangeError);
});

test("what is carried of the calendar is what the package chinese-days says, day by day", () => {
  const days = Array.from({ length: 8401 }, (_, n) => new Date(Date.UTC(2004, 0, 1 + n)).toISOString().slice(0, 10));
  expect(days.at(-1)).toBe("2026-12-31");
  const rests = (day: string) =>
    day in notices.holidays || (Temporal.PlainDate.from(day).dayOfWeek > 5 && !(day in notices.workdays));
  const differing = days
    .filter((day) => calendar.isPublished(Number(day.slice(0, 4))))
    .filter((day) => calendar.isRestDay(day) !== rests(day));
  expect(differing).toEqual([]);
});

test("the lunar festivals of 2024 to 2099 are those of ICU's calendar, but where that is known to err", () => {
  const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
  const years = Object.entries(lunarFestivals);
  expect(years).toHaveLength(76);
  const differing = years.filter(
    ([year, days]) =>
      days.map((day) => lunar.format(new Date(`${year}-${day.slice(0, 2)}-${day.slice(2)}`))).join() !== "1/1,5/5,8/15",
  );
  // New moons within minutes of midnight in Beijing: at 23:56 on 6 February 2027, at 00:07 on 3 February 2030.
  const closeToMidnight = new Map([
    ["2027", "0206"],
    ["2030", "0203"],
  ]);
  for (const [year, [newYear]] of differing) expect([year, newYear]).toEqual([year, closeToMidnight.get(year)]);
});
