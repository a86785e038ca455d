import { describe, expect, it } from "vitest";
import { caseNumber } from "#directory/case-number.ts";
import {
  dateWords,
  daysLeftWords,
  latestWords,
  leftWords,
  lengthWords,
  letterDate,
  momentWords,
  urgency,
} from "#words/dates.ts";
import { directory } from "./samples.ts";

describe("dates in words", () => {
  it("carry the weekday, in the reader's language", () => {
    expect(dateWords("2026-03-06", "zh", "2026-03-06")).toBe("3月6日（周五）");
    expect(dateWords("2026-03-06", "en", "2026-03-06")).toBe("Fri 6 March");
  });

  it("carry the year only when it is not this year", () => {
    expect(dateWords("2027-01-19", "zh", "2026-11-23")).toBe("2027年1月19日（周二）");
    expect(dateWords("2027-01-19", "en", "2026-11-23")).toBe("Tue 19 January 2027");
    expect(dateWords("2026-12-31", "zh", "2026-11-23")).toBe("12月31日（周四）");
  });

  it("are written out under a letter", () => {
    expect(letterDate("2026-03-06", "zh")).toBe("2026年3月6日");
    expect(letterDate("2026-03-06", "en")).toBe("6 March 2026");
  });

  it("give moments in the district's time, where the day may be another one than in UTC", () => {
    expect(momentWords("2026-03-05T16:05:00.000Z", "zh", "2026-03-06")).toBe("3月6日（周五）00:05");
    expect(momentWords("2026-03-06T06:05:00.000Z", "en", "2026-03-06")).toBe("Fri 6 March, 14:05");
  });
});

it("the length of a period says which days it counts", () => {
  const calendar = { days: 60, dayType: "calendar" } as const;
  const working = { days: 10, dayType: "working" } as const;
  expect([calendar, working].map((rule) => lengthWords(rule, "zh"))).toEqual(["60 日", "10 个工作日"]);
  expect([calendar, working].map((rule) => lengthWords(rule, "en"))).toEqual(["60 days", "10 working days"]);
  expect(lengthWords({ ...working, days: 1 }, "en")).toBe("1 working day");
});

describe("what is left of a period", () => {
  it("is said in words that no colour has to carry", () => {
    expect([3, 1, 0, -2].map((days) => daysLeftWords(days, "zh"))).toEqual([
      "还剩 3 天",
      "还剩 1 天",
      "今天到期",
      "已逾期 2 天",
    ]);
    expect([3, 1, 0, -1].map((days) => daysLeftWords(days, "en"))).toEqual([
      "3 days left",
      "1 day left",
      "due today",
      "1 day overdue",
    ]);
  });

  it("is pressing in its last three days and late after the last one", () => {
    const days = ["2026-03-10", "2026-03-09", "2026-03-06", "2026-03-05"];
    expect(days.map((day) => urgency(day, "2026-03-06T02:00:00.000Z"))).toEqual(["ample", "soon", "soon", "late"]);
  });

  it("is said by the clock where hours are counted, and is late from the very minute", () => {
    const until = "2026-03-06T10:30:00.000Z";
    expect(dateWords(until, "zh", "2026-03-06")).toBe("3月6日（周五）18:30");
    expect(dateWords(until, "en", "2026-03-06")).toBe("Fri 6 March, 18:30");
    const moments = ["2026-03-06T08:40:00.000Z", "2026-03-06T10:29:10.000Z", until, "2026-03-07T11:30:00.000Z"];
    expect(moments.map((now) => leftWords(until, now, "zh"))).toEqual([
      "还剩 1 小时 50 分",
      "还剩 0 分钟",
      "已逾期 0 分钟",
      "已逾期 25 小时",
    ]);
    expect(latestWords(until, "2026-03-06")).toBe("最迟3月6日（周五）18:30");
    expect(leftWords(until, "2026-03-06T08:40:00.000Z", "en")).toBe("1 hour 50 min left");
    expect(moments.map((now) => urgency(until, now))).toEqual(["soon", "soon", "late", "late"]);
  });
});

it("a case number is printed as on a letter", () => {
  expect(caseNumber("AH-2026-0123-k7m2p9x4c3vb", directory)).toBe("安和信〔2026〕0123号");
});
