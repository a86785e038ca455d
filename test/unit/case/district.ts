import type { World } from "#case/state/world.ts";
import { chineseCalendar } from "#clock/calendar.ts";
import { FollowedUp } from "#clock/policy.ts";
import { Directory } from "#directory/directory.ts";

const both = (text: string) => ({ zh: text, en: text });
const rule = (days: number, notices: readonly number[] = []) =>
  ({ days, dayType: "calendar", article: both("第三十四条"), confirmed: false, notices }) as const;
/** The shares at which those who have work to do are reminded. */
const shares = [50, 75, 100];
const workingDays = (days: number) => ({ ...rule(days, shares), dayType: "working" }) as const;
const hours = (count: number, notices: readonly number[]) =>
  ({ hours: count, article: both("第十四条"), confirmed: false, notices }) as const;
const unit = (id: string, level: string, more: object = {}) => ({
  id,
  level,
  name: both(id),
  head: `${id}-head`,
  ...more,
});
const body = (name: string) => ({ name: both(name), address: both(`${name}地址`), phone: "010-1" });
const limit = (id: string, count: number, unit: "day" | "month" | "year") => ({
  id,
  name: both(id),
  length: { count, unit },
  from: both("自知道之日起"),
  article: both("第二十条"),
  confirmed: false,
});
const units = [
  unit("bureau", "bureau"),
  unit("peach", "community", { parent: "river" }),
  unit("river", "township"),
  unit("housing", "department"),
  unit("above", "department"),
  unit("leader", "leader", { covers: ["river", "housing", "above"] }),
];

/** The smallest district in which a case can climb the whole chain. Each unit has a head, a handler and a colleague. */
export const directory: Directory = Directory.parse({
  version: "test-1",
  district: {
    id: "ah",
    name: both("安和区"),
    numberPrefix: "安和信",
    bureau: "bureau",
    reviewBodies: {
      township: { review: { ...body("区复查办"), unit: "above" }, reReview: body("市复查办") },
      department: { review: { ...body("区复查办"), unit: "above" }, reReview: body("市复查办") },
      leader: { review: body("市复查办"), reReview: body("省复查办") },
    },
    emergencyLines: [{ name: both("燃气抢修"), phone: "96700" }],
    superior: { name: both("云澜市信访局"), phone: "12346" },
    office: {
      name: both("安和区信访局"),
      phone: "010-8800 5678",
      address: both("和平路 18 号"),
      hours: both("9:00—17:00"),
      way: both("3 路"),
    },
  },
  units,
  staff: units.flatMap(({ id }) =>
    ["head", "handler", "colleague"].map((role) => ({
      id: `${id}-${role}`,
      name: `${id} ${role}`,
      unit: id,
      email: `${id}-${role}@example.org`,
    })),
  ),
  duties: units.map(({ id }) => ({ unit: id, staff: `${id}-handler` })),
  categories: [
    { id: "estate", name: both("老旧小区"), hint: both("-"), department: "housing", acceptAtOnce: true },
    {
      id: "land",
      name: both("征迁"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: false,
      limits: ["reconsideration"],
    },
    {
      id: "wages",
      name: both("欠薪"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: true,
      startAt: "department",
      phrases: [{ field: "facts", text: "经核查，＿＿公司拖欠工资＿＿元属实。" }],
    },
    {
      id: "inspection",
      name: both("监察"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: true,
      startAt: "department",
      track: "duty",
    },
    {
      id: "misconduct",
      name: both("检举"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: false,
      track: "accusation",
    },
    {
      id: "ideas",
      name: both("建议"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: true,
      track: "suggestion",
    },
    { id: "hazard", name: both("险情"), hint: both("-"), department: "housing", acceptAtOnce: true, urgent: true },
    {
      id: "lamps",
      name: both("路灯"),
      hint: both("-"),
      department: "housing",
      acceptAtOnce: true,
      track: "simple",
      steps: { community: workingDays(3), township: workingDays(3), department: workingDays(3) },
    },
  ],
  policy: {
    version: "policy-1",
    clocks: {
      accept: rule(15, shares),
      transfer: rule(15, [75, 100]),
      receipt: rule(15, [75, 100]),
      objection: { ...workingDays(5), notices: [] },
      objectionDecision: { ...workingDays(3), notices: [75] },
      otherWayDecision: { ...workingDays(3), notices: [75] },
      recusalDecision: { ...workingDays(3), notices: [75] },
      urgencyDecision: { ...workingDays(1), notices: [] },
      meeting: { ...workingDays(10), notices: [] },
      handling: rule(60, shares),
      simpleAccept: workingDays(3),
      simpleHandling: workingDays(10),
      dutyHandling: rule(60, shares),
      suggestionHandling: rule(60, shares),
      extension: rule(30),
      performance: rule(30, [75]),
      promise: rule(365, [75]),
      lead: rule(60, [75]),
      leadMeeting: rule(10, [75]),
      leadPlan: rule(10, [75]),
      leadAgain: rule(30, [75]),
      instruction: rule(90, [75]),
      confirmation: rule(30, [50]),
      takeBack: rule(7),
      withdrawal: rule(3),
      pressure: { ...workingDays(3), notices: [75] },
      material: rule(10),
      delivery: rule(7, [50, 100]),
      notice: rule(30),
      review: rule(30),
      reviewAccept: { ...workingDays(3), notices: [75] },
      reviewDecision: rule(30, shares),
      redo: rule(30),
      reReview: rule(30),
      reReviewDecision: rule(30, shares),
      supervision: { ...workingDays(10), notices: [50, 75, 100] },
      supervisionDecision: { ...workingDays(5), notices: [75] },
      urge: rule(15),
      proposal: rule(30, shares),
      rating: rule(30),
      followUp: rule(30, [75, 100]),
    },
    counting: { article: both("第二百零一条"), confirmed: false },
    agreement: { article: both("第三十三条"), confirmed: false },
    liftAt: 75,
    steps: {
      community: rule(7, shares),
      township: rule(15, shares),
      department: rule(15, shares),
      leader: rule(10, shares),
    },
    urgent: {
      acknowledgement: hours(2, [50]),
      steps: {
        community: hours(24, [50]),
        township: hours(24, [50]),
        department: hours(24, [50]),
        leader: hours(24, [50]),
      },
    },
    grounds: [
      { id: "court", article: both("第二十二条"), confirmed: false, text: both("-"), instead: both("-") },
      {
        id: "in-hand",
        article: both("第十九条"),
        confirmed: false,
        text: both("-"),
        instead: both("-"),
        shows: both("哪里在办"),
      },
    ],
    routes: [
      {
        id: "arbitration",
        track: "procedure",
        name: both("劳动仲裁"),
        article: both("第三十一条"),
        confirmed: false,
        text: both("-"),
        where: both("仲裁委"),
        papers: both("申请书"),
        limits: ["arbitration"],
      },
    ],
    bodies: [
      { id: "discipline", track: "accusation" },
      { id: "police", track: "judicial" },
    ].map((entry) => ({
      ...entry,
      name: both(entry.id),
      address: both("-"),
      phone: "12388",
      article: both("第三十条"),
      confirmed: false,
      text: both("-"),
      next: both("-"),
    })),
    dutyRemedies: ["reconsideration"],
    limits: [limit("reconsideration", 60, "day"), limit("arbitration", 1, "year")],
  },
});

/** A district that calls the petitioners of ended cases, after the ends that it names. */
export const followingUp = (
  district: Directory,
  followUpAfter: readonly FollowedUp[] = FollowedUp.options,
): Directory => ({ ...district, policy: { ...district.policy, followUpAfter: [...followUpAfter] } });
/** The same with a second leader, who covers nothing: whoever is in charge of a case may be followed by another one. */
export const ledByTwo: Directory = Directory.parse({
  ...directory,
  units: [...directory.units, unit("governor", "leader", { post: both("区长") })],
  staff: [
    ...directory.staff,
    ...["head", "handler", "colleague"].map((role) => ({
      id: `governor-${role}`,
      name: `governor ${role}`,
      unit: "governor",
      email: `governor-${role}@example.org`,
    })),
  ],
  duties: [...directory.duties, { unit: "governor", staff: "governor-handler" }],
});

/** The district at a moment. */
export const at = (now: string): World => ({ now, calendar: chineseCalendar(), directory });
