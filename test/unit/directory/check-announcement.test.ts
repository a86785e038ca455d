import { expect, test } from "vitest";
import { checkAnnouncement } from "#directory/check-announcement.ts";

const typhoon = {
  announced: "2026-11-22",
  reason: { zh: "台风停工一天", en: "A day off for the typhoon" },
  rest: ["2026-11-30"],
};
const places = (raw: unknown) => {
  const checked = checkAnnouncement(raw, "2026-11-22");
  return checked.ok ? [] : checked.mistakes.map(({ where }) => where);
};

test("an announcement without a mistake is taken over", () => {
  expect(checkAnnouncement(typhoon, "2026-11-22")).toEqual({ ok: true, announcement: { ...typhoon, work: [] } });
  expect(places({ ...typhoon, year: 2027, rest: ["2027-01-01", "2027-10-01"], work: ["2026-12-27"] })).toEqual([]);
});

test.each([
  ["of its form", { announced: "22 November", rest: "2026-11-30", days: 1 }, ["announced", "reason", "rest", "file"]],
  ["a day of announcement to come", { ...typhoon, announced: "2026-11-23" }, ["announced"]],
  ["a day before the announcement", { ...typhoon, work: ["2026-11-21"] }, ["work[0]"]],
  ["a day that shall both rest and work", { ...typhoon, work: ["2026-11-30"] }, ["work[0]"]],
  ["no day at all", { ...typhoon, rest: [] }, ["file"]],
  ["a year's notice that is not whole", { ...typhoon, year: 2027 }, ["year"]],
  [
    "of its form and of its days",
    { ...typhoon, rest: ["2026-13-01", "2026-11-20", 7] },
    ["rest[0]", "rest[2]", "rest[1]"],
  ],
  [
    "several at once",
    { ...typhoon, announced: "2027-01-01", rest: ["2026-11-30", "2026-11-30"] },
    ["announced", "rest[0]", "rest[1]", "rest[1]"],
  ],
])("every mistake is named by its place: %s", (_mistake, raw, where) => {
  expect(places(raw)).toEqual(where);
});
