import { describe, expect, test } from "vitest";
import type { ClockRule } from "#clock/policy.ts";
import { checkDirectory } from "#directory/check/check.ts";
import type { Category, Directory, Duty, Staff, Unit } from "#directory/directory.ts";
import type { Level } from "#ground/levels.ts";
import { readYaml } from "../../../local/read-yaml.ts";
import { demoDistrict, yamlFile } from "../../fixtures/demo-district.ts";

const demo = demoDistrict();

const inEnglish = (raw: unknown): string[] => {
  const checked = checkDirectory(raw);
  return checked.ok ? [] : checked.mistakes.map(({ where, what }) => `${where}: ${what.en}`);
};

const withUnit = (id: string, change: Partial<Record<keyof Unit, unknown>>) => ({
  ...demo,
  units: demo.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit)),
});
const withLine = (phone: string) => ({
  ...demo,
  district: { ...demo.district, emergencyLines: [{ name: { zh: "燃气抢修", en: "Gas" }, phone }] },
});
const withStaff = (id: string, change: Partial<Record<keyof Staff, unknown>>) => ({
  ...demo,
  staff: demo.staff.map((person) => (person.id === id ? { ...person, ...change } : person)),
});
const withCategory = (id: string, change: Partial<Record<keyof Category, unknown>>) => ({
  ...demo,
  categories: demo.categories.map((category) => (category.id === id ? { ...category, ...change } : category)),
});
const withDuty = (duty: Duty) => ({ ...demo, duties: [...demo.duties, duty] });
const withClock = (kind: keyof Directory["policy"]["clocks"], change: Partial<Record<keyof ClockRule, unknown>>) => {
  const { policy } = demo;
  return {
    ...demo,
    policy: { ...policy, clocks: { ...policy.clocks, [kind]: { ...policy.clocks[kind], ...change } } },
  };
};
const withStep = (level: Level, change: Partial<Record<keyof ClockRule, unknown>>) => {
  const { policy } = demo;
  return { ...demo, policy: { ...policy, steps: { ...policy.steps, [level]: { ...policy.steps[level], ...change } } } };
};
const without = (key: keyof Directory): unknown =>
  Object.fromEntries(Object.entries(demo).filter(([name]) => name !== key));

const withReview = (level: "township" | "leader", which: "review" | "reReview", body: unknown) => {
  const { district } = demo;
  const { reviewBodies } = district;
  return {
    ...demo,
    district: {
      ...district,
      reviewBodies: { ...reviewBodies, [level]: { ...reviewBodies[level], [which]: body } },
    },
  };
};

test("the demo district has no mistakes", () => {
  expect(checkDirectory(demo)).toEqual({ ok: true, directory: demo });
});

test("five different mistakes in one file are all listed", () => {
  expect(inEnglish(yamlFile("test/fixtures/five-mistakes.yaml"))).toEqual([
    "staff[0] (ann) email: is not an email address",
    'units[1] (hill): the township "no-such-town" does not exist',
    "units[3] (roads): nobody has its general duty",
    "staff[1] (ben): from 2026-12-08 deputies go in a circle: ben → cai → ben",
    'categories[0] (potholes): the department "town" is no department',
  ]);
});

test("each mistake says in both languages what is wrong and what to do", () => {
  const checked = checkDirectory(withUnit("liuyin", { parent: "nowhere" }));
  expect(checked).toEqual({
    ok: false,
    mistakes: [
      {
        path: ["units", 5],
        where: "units[5] (liuyin)",
        what: { zh: "所属乡镇（街道）“nowhere”不存在", en: 'the township "nowhere" does not exist' },
        remedy: { zh: "请在 units 中加上，或检查拼写", en: "Add it to units, or check its spelling." },
      },
    ],
  });
});

describe("the form of the file", () => {
  test.each<[string, unknown, string]>([
    ["no file at all", null, "file: should be a group of fields"],
    ["a missing list, without mistakes that only follow from it", without("staff"), "staff: is missing"],
    ["a missing field", withUnit("liuyin", { head: undefined }), "units[5] (liuyin) head: is missing"],
    ["a missing language", withUnit("liuyin", { name: { zh: "柳荫" } }), "units[5] (liuyin) name.en: is missing"],
    ["an empty text", withStaff("cao-yang", { name: "" }), "staff[5] (cao-yang) name: holds nothing that can be seen"],
    ["an unknown level", withUnit("liuyin", { level: "city" }), "units[5] (liuyin) level: is not one of the choices"],
    ["an id with a capital", withUnit("liuyin", { head: "Qian" }), "units[5] (liuyin) head: cannot serve as an id"],
    [
      "a date that is not in the calendar",
      withStaff("cao-yang", { away: [{ from: "2026-02-29", until: "2026-03-01" }] }),
      "staff[5] (cao-yang) away[0].from: is not a date of the calendar",
    ],
    [
      "an emergency line without its area code, which no mobile phone reaches",
      withLine("8601 0777"),
      "district.emergencyLines[0].phone: is no number that a mobile phone reaches",
    ],
    [
      "an unknown field",
      { ...demo, district: { ...demo.district, mayor: "zheng-anmin" } },
      "district: has an unknown field: mayor",
    ],
    [
      "a number in place of a text",
      { ...demo, district: { ...demo.district, numberPrefix: 7 } },
      "district.numberPrefix: should be text; without quotes it is a number, a date, or true or false",
    ],
    [
      "a missing step rule",
      { ...demo, policy: { ...demo.policy, steps: { ...demo.policy.steps, leader: undefined } } },
      "policy.steps.leader: is missing",
    ],
    ["a missing clock", withClock("supervision", { days: undefined }), "policy.clocks.supervision.days: is missing"],
    [
      "a reminder at more than the whole time",
      withClock("accept", { notices: [50, 150] }),
      "policy.clocks.accept.notices[1]: is above 100",
    ],
    [
      "a rule for the step of a level that does not exist",
      withCategory("safety", { steps: { city: demo.policy.steps.community } }),
      "categories[5] (safety) steps: has an unknown field: city",
    ],
    [
      "a ground of which nobody says whether it is confirmed",
      { ...demo, policy: { ...demo.policy, grounds: [{ ...demo.policy.grounds[0], confirmed: undefined }] } },
      "policy.grounds[0] (already-in-hand) confirmed: is missing",
    ],
    [
      "a counting rule of which nobody says whether it is confirmed",
      { ...demo, policy: { ...demo.policy, counting: { article: demo.policy.counting.article } } },
      "policy.counting.confirmed: is missing",
    ],
    [
      "a name that paints in a terminal",
      withStaff("cao-yang", { name: "曹\u001b[31m洋" }),
      "staff[5] (cao-yang) name: holds line breaks, tabs or control characters",
    ],
    [
      "a name that goes on in another line",
      withUnit("housing", { name: { zh: "住建局\n  9  办结", en: "Housing" } }),
      "units[20] (housing) name.zh: holds line breaks, tabs or control characters",
    ],
    [
      "a name of invisible characters",
      withCategory("safety", { name: { zh: "安全", en: "\u3164\u200b" } }),
      "categories[5] (safety) name.en: holds nothing that can be seen",
    ],
    [
      "no ground for not accepting",
      { ...demo, policy: { ...demo.policy, grounds: [] } },
      "policy.grounds: is empty or too small",
    ],
  ])("%s", (_case, raw, mistake) => {
    expect(inEnglish(raw)).toEqual([mistake]);
  });
});

describe("how the parts fit together", () => {
  test.each<[string, unknown, string[]]>([
    [
      "a community without a township",
      withUnit("liuyin", { parent: undefined }),
      ["units[5] (liuyin): the community has no township"],
    ],
    [
      "a community under a department",
      withUnit("liuyin", { parent: "housing" }),
      ['units[5] (liuyin): the township "housing" is no township'],
    ],
    [
      "a township with a parent",
      withUnit("qinghe-zhen", { parent: "liuxi-jiedao" }),
      ["units[3] (qinghe-zhen): only a community has a parent"],
    ],
    [
      "a head who does not exist",
      withUnit("liuyin", { head: "nobody" }),
      ['units[5] (liuyin): the head "nobody" does not exist'],
    ],
    [
      "a leader covering what is not there, and a department that no leader covers any more",
      withUnit("leader-industry", { covers: ["environment", "labor"] }),
      [
        "units[23] (labour): no leader covers it",
        'units[31] (leader-industry): the covered unit "labor" does not exist',
      ],
    ],
    [
      "a department that covers others",
      withUnit("housing", { covers: ["transport"] }),
      ["units[20] (housing): only a leader's office covers other units"],
    ],
    [
      "a bureau that is not one",
      { ...demo, district: { ...demo.district, bureau: "housing" } },
      ['district.bureau: the bureau "housing" is no bureau'],
    ],
    [
      "two units of one id",
      { ...demo, units: [...demo.units, ...demo.units.filter(({ id }) => id === "liuyin")] },
      ['units[33] (liuyin): the id "liuyin" is used twice'],
    ],
    [
      "a category for a department that does not exist",
      withCategory("safety", { department: "fire" }),
      ['categories[5] (safety): the department "fire" does not exist'],
    ],
    [
      "a duty of somebody from elsewhere",
      withDuty({ unit: "liuyin", category: "safety", staff: "duan-rui" }),
      ['duties[36] (liuyin, safety): "duan-rui" belongs to "labour"'],
    ],
    [
      "a duty that names nothing that exists",
      withDuty({ unit: "moon", category: "craters", staff: "rabbit" }),
      [
        'duties[36] (moon, craters): the unit "moon" does not exist',
        'duties[36] (moon, craters): the handler "rabbit" does not exist',
        'duties[36] (moon, craters): the category "craters" does not exist',
      ],
    ],
    [
      "two general duties in one unit",
      withDuty({ unit: "liuyin", staff: "qian-shufen" }),
      ["duties[36] (liuyin): the unit has two handlers for the same"],
    ],
    [
      "a deputy who does not exist, in an absence that ends before it begins",
      withStaff("hou-jun", { away: [{ from: "2026-12-09", until: "2026-12-01", deputy: "nobody" }] }),
      [
        'staff[15] (hou-jun): the deputy "nobody" does not exist',
        "staff[15] (hou-jun): is away from 2026-12-09 until 2026-12-01",
      ],
    ],
    [
      "two absences of one person that overlap, so that two deputies could be meant",
      withStaff("hou-jun", {
        away: [
          { from: "2026-12-01", until: "2026-12-10", deputy: "bai-xuemei" },
          { from: "2026-12-20", until: "2026-12-24" },
          { from: "2026-12-10", until: "2026-12-12", deputy: "qian-shufen" },
        ],
      }),
      ["staff[15] (hou-jun): is away twice on 2026-12-10"],
    ],
    [
      "somebody who stands in for themself",
      withStaff("hou-jun", { away: [{ from: "2026-12-01", until: "2026-12-09", deputy: "hou-jun" }] }),
      ["staff[15] (hou-jun): from 2026-12-01 deputies go in a circle: hou-jun → hou-jun"],
    ],
    [
      "a version that cannot be part of a key",
      { ...demo, version: "anhe 2026#1" },
      ['version: "anhe 2026#1" cannot serve as a version'],
    ],
  ])("%s", (_case, raw, mistakes) => {
    expect(inEnglish(raw)).toEqual(mistakes);
  });

  test("absences that overlap, and would hide a circle of deputies once the first is over, are refused", () => {
    const people: Record<string, Staff["away"]> = {
      "hou-jun": [
        { from: "2026-12-01", until: "2026-12-05", deputy: "qian-shufen" },
        { from: "2026-12-01", until: "2026-12-10", deputy: "bai-xuemei" },
      ],
      "bai-xuemei": [{ from: "2026-12-01", until: "2026-12-10", deputy: "hou-jun" }],
    };
    const raw = { ...demo, staff: demo.staff.map((person) => ({ ...person, away: people[person.id] ?? person.away })) };
    expect(inEnglish(raw)).toEqual(["staff[15] (hou-jun): is away twice on 2026-12-01"]);
  });

  test("absences that follow each other day by day do not overlap", () => {
    const away = [
      { from: "2026-12-06", until: "2026-12-10", deputy: "bai-xuemei" },
      { from: "2026-12-01", until: "2026-12-05", deputy: "qian-shufen" },
    ];
    expect(inEnglish(withStaff("hou-jun", { away }))).toEqual([]);
  });

  test("people who stand in for each other at different times are no circle", () => {
    const people: Record<string, Staff["away"]> = {
      "hou-jun": [{ from: "2026-12-01", until: "2026-12-07", deputy: "bai-xuemei" }],
      "bai-xuemei": [{ from: "2026-12-08", until: "2026-12-20", deputy: "hou-jun" }],
    };
    const raw = { ...demo, staff: demo.staff.map((person) => ({ ...person, away: people[person.id] ?? person.away })) };
    expect(inEnglish(raw)).toEqual([]);
  });
});

describe("the rules of the clocks", () => {
  test.each<[string, unknown, string[]]>([
    [
      "reminders that do not ascend",
      withClock("handling", { notices: [75, 50, 100] }),
      ["policy.clocks.handling.notices: 75, 50, 100 do not ascend, or one is there twice"],
    ],
    [
      "the same reminder twice, in the step of a level",
      withStep("township", { notices: [50, 50] }),
      ["policy.steps.township.notices: 50, 50 do not ascend, or one is there twice"],
    ],
    [
      "reminders that do not ascend in a category's own rule",
      withCategory("safety", { steps: { leader: { ...demo.policy.steps.leader, notices: [100, 75] } } }),
      ["categories[5] (safety) steps.leader.notices: 100, 75 do not ascend, or one is there twice"],
    ],
    [
      "reminders in the petitioner's own time",
      withClock("review", { notices: [75] }),
      ["policy.clocks.review.notices: no official is there to be reminded"],
    ],
    [
      "a delivery that nobody is asked for before it is late",
      withClock("delivery", { notices: [100] }),
      ["policy.clocks.delivery.notices: nobody is asked to deliver an answer before it is late"],
    ],
    [
      "an extension by more than the law allows",
      withClock("extension", { days: 31 }),
      ["policy.clocks.extension.days: the law allows an extension by 30 days at most"],
    ],
    [
      "an extension in working days",
      withClock("extension", { dayType: "working" }),
      ["policy.clocks.extension.dayType: an extension cannot count working days"],
    ],
    [
      "an urgent category with nobody of the district to call",
      { ...demo, district: { ...demo.district, emergencyLines: [] } },
      ["district.emergencyLines: names no line, although a category is urgent"],
    ],
    [
      "an urgent category with days of its own",
      withCategory("imminent-danger", { steps: { leader: demo.policy.steps.leader } }),
      ["categories[6] (imminent-danger) steps: an urgent category goes by hours, not by these days"],
    ],
    [
      "a time to acknowledge an urgent step that is no shorter than the step",
      {
        ...demo,
        policy: {
          ...demo.policy,
          urgent: { ...demo.policy.urgent, acknowledgement: { ...demo.policy.urgent.acknowledgement, hours: 24 } },
        },
      },
      ["policy.urgent.acknowledgement.hours: is no shorter than a step that is to be acknowledged"],
    ],
    [
      "reminders of an urgent step out of their order",
      {
        ...demo,
        policy: {
          ...demo.policy,
          urgent: {
            ...demo.policy.urgent,
            steps: { ...demo.policy.urgent.steps, leader: { ...demo.policy.urgent.steps.leader, notices: [75, 50] } },
          },
        },
      },
      ["policy.urgent.steps.leader.notices: 75, 50 do not ascend, or one is there twice"],
    ],
    [
      "an urgent category that is examined first",
      withCategory("imminent-danger", { acceptAtOnce: false }),
      ["categories[6] (imminent-danger) acceptAtOnce: an urgent category is examined first"],
    ],
    [
      "a report of misconduct that is accepted at once",
      withCategory("pollution", { track: "accusation" }),
      [
        "categories[2] (pollution) acceptAtOnce: what is on the track accusation is answered elsewhere, and cannot be accepted at once",
      ],
    ],
    [
      "a remedy against an idle office that is no time limit of the policy",
      { ...demo, policy: { ...demo.policy, dutyRemedies: ["reconsideration", "duel"] } },
      ['policy.dutyRemedies[1]: the time limit "duel" does not exist'],
    ],
    [
      "days of no law that are told as confirmed by the Regulations",
      withClock("supervision", { confirmed: true, article: { zh: "《信访工作条例》第四十条", en: "Art. 40" } }),
      ["policy.clocks.supervision.confirmed: the Regulations name no days for it, so that they cannot confirm any"],
    ],
    [
      "a simple way that takes as long as the usual one",
      withClock("simpleHandling", { days: 60, dayType: "calendar" }),
      ["policy.clocks.simpleHandling.days: simple handling is no shorter than handling"],
    ],
    [
      "a step longer than the time for the answer",
      withStep("department", { days: 61 }),
      ["policy.steps.department.days: the step of the department is longer than the time for the whole answer"],
    ],
    [
      "a simple category that leaves its steps as they are",
      withCategory("pollution", { track: "simple" }),
      [
        "categories[2] (pollution): the step of the township is longer than the time for the whole answer",
        "categories[2] (pollution): the step of the department is longer than the time for the whole answer",
      ],
    ],
    [
      "a category's own step in working days that come to more than the answer's calendar days",
      withCategory("safety", { steps: { leader: { ...demo.policy.steps.leader, days: 45, dayType: "working" } } }),
      ["categories[5] (safety): the step of the leader's office is longer than the time for the whole answer"],
    ],
  ])("%s", (_case, raw, mistakes) => {
    expect(inEnglish(raw)).toEqual(mistakes);
  });

  test("an extension may be shorter than the law allows, and a delivery need not name its end", () => {
    expect(inEnglish(withClock("extension", { days: 15 }))).toEqual([]);
    expect(inEnglish(withClock("delivery", { notices: [50] }))).toEqual([]);
  });

  test("a simple category that is urgent needs no rules of its own, since its steps are short", () => {
    expect(inEnglish(withCategory("pollution", { track: "simple", urgent: true }))).toEqual([]);
  });
});

test("what is not YAML is named by line and column", () => {
  expect(readYaml(Buffer.from("version: 1\nunits: [a\n"))).toMatchObject({
    ok: false,
    mistakes: [{ where: "line 3, column 1" }],
  });
});

describe("in Chinese, a mistake", () => {
  const inChinese = (raw: unknown): string[] => {
    const checked = checkDirectory(raw);
    return checked.ok ? [] : checked.mistakes.flatMap(({ what, remedy }) => [what.zh, remedy.zh]);
  };

  test.each<[string, unknown, string[]]>([
    [
      "of the deputies names the circle",
      withStaff("hou-jun", { away: [{ from: "2026-12-01", until: "2026-12-09", deputy: "hou-jun" }] }),
      ["2026-12-01 起代办人循环：hou-jun → hou-jun", "请改由在岗的人代办"],
    ],
    [
      "of the choices names them all",
      withUnit("liuyin", { level: "city" }),
      ["不在可选范围内", "请从中选择：bureau、community、township、department、leader"],
    ],
    [
      "of the fields names the unknown one",
      { ...demo, district: { ...demo.district, mayor: "zheng-anmin" } },
      ["有不认识的字段：mayor", "请删去，或检查拼写"],
    ],
    [
      "of an absence names its first and its last day",
      withStaff("hou-jun", { away: [{ from: "2026-12-09", until: "2026-12-01" }] }),
      ["离岗起始日 2026-12-09 晚于离岗截止日 2026-12-01", "请改正先后"],
    ],
    [
      "of two absences names the first day of both",
      withStaff("hou-jun", {
        away: [
          { from: "2026-12-01", until: "2026-12-10" },
          { from: "2026-12-05", until: "2026-12-12" },
        ],
      }),
      ["2026-12-05 同时在两段离岗时间内", "请改正日期，使各段离岗时间互不重叠"],
    ],
    [
      "of a delivery that nobody is asked for in time says what to write",
      withClock("delivery", { notices: [] }),
      ["送达期限届满以前没有安排人送达", "请写明过多少时请人送达，例如 [50, 100]"],
    ],
    [
      "of an extension names the law",
      withClock("extension", { days: 45 }),
      ["《信访工作条例》第三十四条规定延期不得超过 30 日", "请改为 30 或更短"],
    ],
  ])("%s", (_case, raw, words) => {
    expect(inChinese(raw)).toEqual(words);
  });

  test("of the file's form is set in full-width brackets", () => {
    const read = readYaml(Buffer.from("version: 1\nunits: [a\n"));
    const [mistake] = read.ok ? [] : read.mistakes;
    expect(mistake?.what.zh).toMatch(/^不是有效的 YAML（.+）$/);
  });
});

describe("who reviews answers", () => {
  const { township, leader } = demo.district.reviewBodies;
  const { unit: _, ...districtBody } = township.review;

  test.each<[string, unknown, string]>([
    [
      "a level without a body",
      withReview("leader", "review", undefined),
      "district.reviewBodies.leader.review: is missing",
    ],
    [
      "a body without its address",
      withReview("township", "reReview", { ...township.reReview, address: undefined }),
      "district.reviewBodies.township.reReview.address: is missing",
    ],
    [
      "a body that reviews its own review",
      withReview("township", "reReview", districtBody),
      "district.reviewBodies.township.reReview.name: is the body that has reviewed it already",
    ],
    [
      "a leader whose answers the district reviews itself",
      withReview("leader", "review", township.review),
      "district.reviewBodies.leader.review.name: lets the district review its own leaders",
    ],
    [
      "a unit that is not there",
      withReview("township", "review", { ...districtBody, unit: "moon" }),
      'district.reviewBodies.township.review.unit: the unit "moon" does not exist',
    ],
    [
      "a community that reviews its township",
      withReview("township", "review", { ...districtBody, unit: "liuyin" }),
      'district.reviewBodies.township.review.unit: "Liuyin Community" is no unit of the department level',
    ],
    [
      "a unit of the district that reviews its own leaders",
      withReview("leader", "review", { ...leader.review, unit: "fucha-ban" }),
      "district.reviewBodies.leader.review.unit: has a unit of the district review its own leaders",
    ],
    [
      "a leader's review that comes back to the district",
      withReview("leader", "reReview", { ...districtBody, phone: "1" }),
      "district.reviewBodies.leader.reReview.name: lets the district review its own leaders",
    ],
  ])("%s is refused", (_, raw, mistake) => {
    expect(inEnglish(raw)).toEqual([mistake]);
  });

  test("by the level that answered, and never by the one that has decided before", () => {
    expect(leader.review).toEqual(township.reReview);
  });
});

describe("the time limits of other bodies", () => {
  const [route] = demo.policy.routes;

  test.each<[string, unknown, string]>([
    [
      "named by a category and not there",
      withCategory("safety", { limits: ["eternity"] }),
      'categories[5] (safety) limits[0]: the time limit "eternity" does not exist',
    ],
    [
      "named by a category twice",
      withCategory("safety", { limits: ["civil-claim", "civil-claim"] }),
      'categories[5] (safety) limits[1]: the time limit "civil-claim" is named twice',
    ],
    [
      "named by a procedure and not there",
      { ...demo, policy: { ...demo.policy, routes: [{ ...route, limits: ["eternity"] }] } },
      'policy.routes[0] (litigation) limits[0]: the time limit "eternity" does not exist',
    ],
    [
      "with one id for two of them",
      { ...demo, policy: { ...demo.policy, limits: [...demo.policy.limits, demo.policy.limits[0]] } },
      'policy.limits[4] (reconsideration): the id "reconsideration" is used twice',
    ],
    [
      "of no length",
      {
        ...demo,
        policy: {
          ...demo.policy,
          limits: demo.policy.limits.map((limit) => ({ ...limit, length: { count: 0, unit: "day" } })).slice(0, 1),
          routes: [{ ...route, limits: [] }],
        },
      },
      "policy.limits[0] (reconsideration) length.count: is empty or too small",
    ],
  ])("%s are refused", (_, raw, mistake) => {
    expect(inEnglish(raw)).toContain(mistake);
  });
});
