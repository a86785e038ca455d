import { type Calendar, chineseCalendar, districtCalendar } from "#clock/calendar.ts";
import type { DayType } from "#clock/clock.ts";
import { endOfPeriod, noonOf, startClock } from "#clock/period.ts";
import type { Rule } from "#clock/policy.ts";
import { ringsLeft } from "#clock/rings.ts";
import { clockRule, type RulesFor, stepRule } from "#directory/rules.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";

/** A period worked out by hand: the rule that it shows, its start (a day or a moment), its days and its last day. */
export type Example = readonly [rule: string, start: string, days: number, lastDay: string];

// The notice for 2025 is 国办发明电〔2024〕12号: Spring Festival 28 January to 4 February, worked on 26 January and
// 8 February; Qingming 4 to 6 April; Labour Day 1 to 5 May, worked on 27 April; Dragon Boat 31 May to 2 June; National
// Day and Mid-Autumn 1 to 8 October, worked on 28 September and 11 October.
// For 2026 the days are those of the package chinese-days (gov.cn content_7047091): New Year 1 to 3 January, worked on
// the 4th; Spring Festival 15 to 23 February, worked on the 14th and 28th; Qingming 4 to 6 April; Labour Day 1 to 5 May,
// worked on the 9th; Dragon Boat 19 to 21 June; Mid-Autumn 25 to 27 September, worked on the 20th; National Day 1 to
// 7 October, worked on the 10th.

export const calendarDays: readonly Example[] = [
  ["the start day is not counted", "2026-03-02", 4, "2026-03-06"],
  ["one day ends tomorrow", "2026-03-02", 1, "2026-03-03"],
  ["a start on a rest day counts as any other", "2026-02-17", 8, "2026-02-25"],
  ["the last moment of a district day belongs to it", "2026-11-22T15:59:59.999Z", 4, "2026-11-26"],
  ["midnight in the district begins the next day", "2026-11-22T16:00:00.000Z", 4, "2026-11-27"],
  ["a last day on a Saturday moves to Monday", "2026-03-02", 5, "2026-03-09"],
  ["a last day on a Sunday moves to Monday", "2026-03-02", 6, "2026-03-09"],
  ["rest days inside the period are counted", "2026-09-28", 12, "2026-10-10"],

  ["New Year 2025 is one day: moves to the Thursday", "2024-12-25", 7, "2025-01-02"],
  ["the working Sunday before Spring Festival 2025 stands", "2025-01-19", 7, "2025-01-26"],
  ["Spring Festival 2025: moves from its first day over all eight", "2025-01-21", 7, "2025-02-05"],
  ["Spring Festival 2025: moves from its last day by one", "2025-01-20", 15, "2025-02-05"],
  ["the working Saturday after Spring Festival 2025 stands", "2025-01-24", 15, "2025-02-08"],
  ["the Sunday after that Saturday moves to Monday", "2025-01-25", 15, "2025-02-10"],
  ["Qingming 2025: moves over the long weekend", "2025-03-28", 7, "2025-04-07"],
  ["the working Sunday before Labour Day 2025 stands", "2025-04-20", 7, "2025-04-27"],
  ["Labour Day 2025: moves over five days", "2025-04-24", 7, "2025-05-06"],
  ["15 days to accept, ending in Labour Day 2025", "2025-04-18", 15, "2025-05-06"],
  ["Dragon Boat 2025: moves from its Saturday to Tuesday", "2025-05-24", 7, "2025-06-03"],
  ["30 days for review, ending on the last day of Dragon Boat 2025", "2025-05-03", 30, "2025-06-03"],
  ["the working Sunday before National Day 2025 stands", "2025-09-21", 7, "2025-09-28"],
  ["30 days for review, ending on that Sunday", "2025-08-29", 30, "2025-09-28"],
  ["National Day and Mid-Autumn 2025: moves over eight days", "2025-09-24", 7, "2025-10-09"],
  ["the working Saturday after National Day 2025 stands", "2025-10-04", 7, "2025-10-11"],
  ["60 days to answer, ending in National Day 2025", "2025-08-04", 60, "2025-10-09"],

  ["New Year 2026: moves to the working Sunday 4 January", "2025-12-25", 7, "2026-01-04"],
  ["the working Saturday before Spring Festival 2026 stands", "2026-02-07", 7, "2026-02-14"],
  ["Spring Festival 2026: moves over all nine days", "2026-02-09", 7, "2026-02-24"],
  ["15 days to accept, ending in Spring Festival 2026", "2026-02-05", 15, "2026-02-24"],
  ["the working Saturday after Spring Festival 2026 stands", "2026-02-13", 15, "2026-02-28"],
  ["Qingming 2026: moves over the long weekend", "2026-03-28", 7, "2026-04-07"],
  ["Labour Day 2026: moves over five days", "2026-04-24", 7, "2026-05-06"],
  ["Dragon Boat 2026: moves over the long weekend", "2026-06-12", 7, "2026-06-22"],
  ["the working Sunday before Mid-Autumn 2026 stands", "2026-09-13", 7, "2026-09-20"],
  ["Mid-Autumn 2026: moves over the long weekend", "2026-09-18", 7, "2026-09-28"],
  ["15 days to accept, ending in Mid-Autumn 2026", "2026-09-11", 15, "2026-09-28"],
  ["National Day 2026: moves over seven days", "2026-09-24", 7, "2026-10-08"],
  ["30 days for review, ending in National Day 2026", "2026-09-02", 30, "2026-10-08"],
  ["60 days to answer, ending in National Day 2026", "2026-08-05", 60, "2026-10-08"],
  ["the working Saturday after National Day 2026 stands", "2026-10-03", 7, "2026-10-10"],
  ["the Sunday after that Saturday moves to Monday", "2026-10-04", 7, "2026-10-12"],

  ["February 2025 has 28 days: 15 days to its last", "2025-02-13", 15, "2025-02-28"],
  ["February 2025: a day more is Saturday 1 March and moves to Monday", "2025-02-13", 16, "2025-03-03"],
  ["February 2025: 30 days from late January to its last", "2025-01-29", 30, "2025-02-28"],
  ["February 2026: a day after its last is a Sunday and moves to Monday", "2026-02-14", 15, "2026-03-02"],
  ["29 February of a leap year is a day like others", "2024-02-14", 15, "2024-02-29"],

  ["60 days to answer in 2025, moved from a Saturday", "2025-05-06", 60, "2025-07-07"],
  ["and 30 days more from there", "2025-07-07", 30, "2025-08-06"],
  ["60 days to answer in 2025, moved from a Sunday", "2025-07-09", 60, "2025-09-08"],
  ["and 30 days more, which end in National Day and move again", "2025-09-08", 30, "2025-10-09"],
  ["60 days to answer in 2026", "2026-06-01", 60, "2026-07-31"],
  ["and 30 days more, moved from a Sunday", "2026-07-31", 30, "2026-08-31"],
  ["60 days to answer, ending on a working Saturday", "2026-03-10", 60, "2026-05-09"],
  ["60 days to answer, ending on the working Saturday after National Day", "2026-08-11", 60, "2026-10-10"],
  ["and 30 days more from there", "2026-10-10", 30, "2026-11-09"],

  ["the last day of 2025 stands", "2025-12-24", 7, "2025-12-31"],
  ["30 days over the end of 2025, moved over New Year", "2025-12-03", 30, "2026-01-04"],
  ["60 days over the end of 2025, to the working Sunday", "2025-11-05", 60, "2026-01-04"],
  ["60 days over two holidays, to the working Saturday", "2025-12-30", 60, "2026-02-28"],
];

export const workingDays: readonly Example[] = [
  ["a weekend is not counted", "2026-03-02", 5, "2026-03-09"],
  ["from a Saturday, Monday is the first", "2026-03-07", 1, "2026-03-09"],
  ["5 to object over Spring Festival 2025, with the Sunday before", "2025-01-24", 5, "2025-02-07"],
  ["10 for simple handling over it, with the Saturday after too", "2025-01-24", 10, "2025-02-13"],
  ["5 to object over Qingming 2025", "2025-03-31", 5, "2025-04-08"],
  ["10 over Labour Day 2025, with the Sunday before", "2025-04-25", 10, "2025-05-13"],
  ["5 over Dragon Boat 2025", "2025-05-28", 5, "2025-06-05"],
  ["5 over National Day 2025, with the Sunday before", "2025-09-26", 5, "2025-10-10"],
  ["10 over National Day 2025, with the Saturday after too", "2025-09-26", 10, "2025-10-16"],
  ["5 over the end of 2025, with the Sunday after New Year", "2025-12-29", 5, "2026-01-06"],
  ["5 over Spring Festival 2026, with the Saturday before", "2026-02-12", 5, "2026-02-26"],
  ["10 over Spring Festival 2026, with the Saturday after too", "2026-02-12", 10, "2026-03-04"],
  ["1 from a Friday to the working Saturday that ends February 2026", "2026-02-27", 1, "2026-02-28"],
  ["5 over Qingming 2026", "2026-04-01", 5, "2026-04-09"],
  ["10 over Labour Day 2026, with the Saturday after", "2026-04-27", 10, "2026-05-13"],
  ["5 over Dragon Boat 2026", "2026-06-16", 5, "2026-06-24"],
  ["5 with the working Sunday before Mid-Autumn 2026", "2026-09-18", 5, "2026-09-24"],
  ["5 over Mid-Autumn 2026", "2026-09-21", 5, "2026-09-29"],
  ["5 over National Day 2026, with the Saturday after", "2026-09-29", 5, "2026-10-12"],
  ["10 over National Day 2026", "2026-09-28", 10, "2026-10-16"],
];

/** Periods that end in 2027, or so near to it that its notice may name their days: by what is presumed before its notice, and by a notice. */
export const in2027: readonly (readonly [...Example, dayType: DayType, recomputed: string])[] = [
  ["the last day of 2026 stands, unless the notice rests it", "2026-12-24", 7, "2026-12-31", "calendar", "2026-12-31"],
  ["New Year is presumed to rest, and the weekend after it", "2026-12-25", 7, "2027-01-04", "calendar", "2027-01-04"],
  ["60 days to answer, presumed to end after the festival", "2026-12-10", 60, "2027-02-09", "calendar", "2027-02-15"],
  ["four days from its eve are presumed to rest", "2027-01-29", 7, "2027-02-09", "calendar", "2027-02-15"],
  ["New Year is presumed not to be worked", "2026-12-30", 2, "2027-01-04", "working", "2027-01-04"],
  ["a working Sunday comes with the notice only", "2027-01-27", 5, "2027-02-03", "working", "2027-02-02"],
  ["10 working days over the festival", "2027-02-01", 10, "2027-02-17", "working", "2027-02-22"],
];

const demo = demoDistrict();
const ordinary: RulesFor = { category: "housing-estates", track: "petition" };
const simple: RulesFor = { category: "street-repairs", track: "simple" };
const urgent: RulesFor = { category: "imminent-danger", urgent: true, track: "petition" };
const { clocks } = demo.policy;

/** A period by a rule of the demo district, worked out by hand: the rule in words, its start, its last day, the rule. */
export type ByPolicy = readonly [rule: string, start: string, lastDay: string, by: Rule];

export const byPolicy: readonly ByPolicy[] = [
  ["receipt, 15 calendar days", "2026-03-02", "2026-03-17", clocks.receipt],
  ["receipt, ending in Labour Day 2026, moves to the day after", "2026-04-20", "2026-05-06", clocks.receipt],
  ["receipt, ending on the working Saturday after Spring Festival, stands", "2026-02-13", "2026-02-28", clocks.receipt],

  ["objection, 5 working days over Labour Day 2026", "2026-04-28", "2026-05-08", clocks.objection],
  [
    "objection, received in National Day: the working Saturday is its third",
    "2026-10-05",
    "2026-10-13",
    clocks.objection,
  ],

  ["an ordinary answer, 60 calendar days", "2026-03-02", "2026-05-06", clockRule(demo, ordinary, "handling")],
  ["a simple one of that day, 10 working days", "2026-03-02", "2026-03-16", clockRule(demo, simple, "handling")],
  ["a simple one over Spring Festival 2026, with both Saturdays", "2026-02-09", "2026-02-28", clocks.simpleHandling],
  ["a simple one over National Day 2025, with Sunday and Saturday", "2025-09-22", "2025-10-11", clocks.simpleHandling],
  ["urgency leaves the time for the answer alone", "2026-03-02", "2026-05-06", clockRule(demo, urgent, "handling")],

  ["review decision, 30 calendar days", "2026-06-01", "2026-07-01", clocks.reviewDecision],
  ["review decision, moved over Qingming 2026", "2026-03-06", "2026-04-07", clocks.reviewDecision],
  ["asking for re-review, moved over Spring Festival 2026", "2026-01-19", "2026-02-24", clocks.reReview],
  ["re-review decision, ending on the working Saturday before it", "2026-01-15", "2026-02-14", clocks.reReviewDecision],
  ["re-review decision, moved over Labour Day 2025", "2025-04-01", "2025-05-06", clocks.reReviewDecision],
  ["a follow-up, ending on the working Sunday before Mid-Autumn 2026", "2026-08-21", "2026-09-20", clocks.followUp],
  ["a follow-up, moved over Mid-Autumn 2026", "2026-08-28", "2026-09-28", clocks.followUp],
  ["follow-up, 30 calendar days after the end", "2026-11-02", "2026-12-02", clocks.followUp],
  ["follow-up, moved over New Year 2026 to the working Sunday", "2025-12-04", "2026-01-04", clocks.followUp],

  ["a community's step, 7 calendar days", "2026-04-30", "2026-05-07", stepRule(demo, ordinary, "community")],
  ["a category's own rule for it, 3 working days", "2026-04-30", "2026-05-08", stepRule(demo, simple, "community")],
  ["its own rule for the township, with a Sunday", "2026-09-17", "2026-09-21", stepRule(demo, simple, "township")],
  ["the policy's where it has none, 10 calendar days", "2026-03-02", "2026-03-12", stepRule(demo, simple, "leader")],
];

export const beforeNotice = chineseCalendar();

/** As if the notice for 2027, invented here, gave New Year three days and Spring Festival eight. */
export const withNotice = districtCalendar(beforeNotice, [
  {
    announced: "2026-11-26",
    reason: { zh: "国务院办公厅发布 2027 年放假安排", en: "The notice for 2027 has been published" },
    rest: [
      ...["2027-01-01", "2027-01-02", "2027-01-03"],
      ...["05", "06", "07", "08", "09", "10", "11", "12"].map((day) => `2027-02-${day}`),
    ],
    work: ["2027-01-31", "2027-02-20"],
    year: 2027,
  },
]);

/** A start is a moment, or a day: then its noon. */
const momentOf = (start: string): string => (start.length === 10 ? noonOf(start) : start);

/** The end of a period. */
export const endOf = (calendar: Calendar, start: string, days: number, dayType: DayType) =>
  endOfPeriod(calendar, momentOf(start), { days, dayType });

/** The same by a rule, with the calendar as it is published. */
export const endBy = (rule: Rule, start: string) =>
  startClock("step", 1, "step", rule, momentOf(start), "policy-1", beforeNotice);

/** When a period by a rule rings, in working hours. */
const ringsBy = (by: Rule, start: string) =>
  ringsLeft(beforeNotice, { ...endBy(by, start), notices: by.notices, reminded: 0, atOnce: false });

/** All examples as the machine works them out, with the moments at which they ring. */
export const computed = () => [
  ...calendarDays.map(([, start, days]) => endOf(beforeNotice, start, days, "calendar")),
  ...workingDays.map(([, start, days]) => endOf(beforeNotice, start, days, "working")),
  ...byPolicy.map(([, start, , by]) => endBy(by, start)),
  ...byPolicy.flatMap(([, start, , by]) => ringsBy(by, start)),
  ...in2027.flatMap(([, start, days, , dayType]) => [
    endOf(beforeNotice, start, days, dayType),
    endOf(withNotice, start, days, dayType),
  ]),
];
