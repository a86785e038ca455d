import { expect, test } from "vitest";
import { checkAnnouncement } from "#directory/check/check-announcement.ts";

const typhoon = {
  announced: "2026-11-22",
  reason: { zh: "台风停工一天", en: "A day off for the typhoon" },
  rest: ["2026-11-30"],
};
/** The statutory holidays of 2027, as printed in any almanac. */
const holidaysOf2027 = [
  "2027-01-01",
  ...["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"],
  "2027-04-05",
  ...["2027-05-01", "2027-05-02"],
  "2027-06-09",
  "2027-09-15",
  ...["2027-10-01", "2027-10-02", "2027-10-03"],
];
const notice2027 = { ...typhoon, year: 2027, rest: [...holidaysOf2027, "2027-10-04"], work: ["2026-12-27"] };
const places = (raw: unknown) => {
  const checked = checkAnnouncement(raw, "2026-11-22");
  return checked.ok ? [] : checked.mistakes.map(({ where }) => where);
};

test("an announcement without a mistake is taken over", () => {
  expect(checkAnnouncement(typhoon, "2026-11-22")).toEqual({ ok: true, announcement: { ...typhoon, work: [] } });
  expect(places(notice2027)).toEqual([]);
});

test.each([
  ["of its form", { announced: "22 November", rest: "2026-11-30", days: 1 }, ["announced", "reason", "rest", "file"]],
  ["a day of announcement to come", { ...typhoon, announced: "2026-11-23" }, ["announced"]],
  ["a day before the announcement", { ...typhoon, work: ["2026-11-21"] }, ["work[0]"]],
  ["a day that shall both rest and work", { ...typhoon, work: ["2026-11-30"] }, ["work[0]"]],
  ["no day at all", { ...typhoon, rest: [] }, ["file"]],
  ["a year's notice that is not whole", { ...typhoon, year: 2027 }, ["year"]],
  ["a year's notice with National Day alone", { ...typhoon, year: 2027, rest: ["2027-10-01"] }, ["year"]],
  ["the holidays of another year than the notice's", { ...notice2027, year: 2028 }, ["year"]],
  [
    "a year's notice by which a statutory holiday is worked",
    { ...notice2027, rest: holidaysOf2027.filter((day) => day !== "2027-02-08"), work: ["2027-02-08"] },
    ["year"],
  ],
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

test.each(holidaysOf2027)("a year's notice is not whole without %s, and the remedy names that day", (day) => {
  const raw = { ...notice2027, rest: notice2027.rest.filter((date) => date !== day) };
  expect(checkAnnouncement(raw, "2026-11-22")).toEqual({
    ok: false,
    mistakes: [
      {
        path: ["year"],
        where: "year",
        what: {
          zh: "不像 2027 年的全年安排：有法定节假日不在 rest 中",
          en: "is not the whole notice for 2027: statutory holidays are missing in rest",
        },
        remedy: {
          zh: `请在 rest 中补上 ${day}，并写全全年的放假和调休；不是全年安排的，删去 year`,
          en: `Add ${day} to rest, and see that all rest days and working weekends of the year are there; or remove year.`,
        },
      },
    ],
  });
});

test("the remedy for a notice of half a year names every holiday that it lacks", () => {
  const half = checkAnnouncement({ ...typhoon, year: 2027, rest: holidaysOf2027.slice(8) }, "2026-11-22");
  expect(half.ok ? [] : half.mistakes.map(({ remedy }) => remedy)).toEqual([
    {
      zh: "请在 rest 中补上 2027-01-01、2027-02-05、2027-02-06、2027-02-07、2027-02-08、2027-04-05、2027-05-01、2027-05-02，并写全全年的放假和调休；不是全年安排的，删去 year",
      en: "Add 2027-01-01, 2027-02-05, 2027-02-06, 2027-02-07, 2027-02-08, 2027-04-05, 2027-05-01, 2027-05-02 to rest, and see that all rest days and working weekends of the year are there; or remove year.",
    },
  ]);
});
