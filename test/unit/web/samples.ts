import type { Command } from "#case/acts/command.ts";
import { decide } from "#case/acts/decide.ts";
import { register } from "#case/acts/register.ts";
import type { StaffCommand } from "#case/acts/staff-acts.ts";
import type { Case } from "#case/state/case.ts";
import type { CaseEvent, NewEvent } from "#case/state/event.ts";
import type { AgentRelation } from "#case/state/facts/agent.ts";
import { Matter, Petitioner } from "#case/state/party.ts";
import { record } from "#case/state/record.ts";
import { actor, partsIn, stationOf } from "#case/state/standing.ts";
import type { Role } from "#case/state/turn.ts";
import type { World } from "#case/state/world.ts";
import { type Calendar, chineseCalendar } from "#clock/calendar.ts";
import type { ClockRow } from "#clock/clock.ts";
import { type About, aboutNobody } from "#directory/directory.ts";
import type { Instant } from "#ground/instant.ts";
import { demoDistrict } from "../../fixtures/demo-district.ts";
import { clockRowsAfter } from "../case/clock-rows.ts";

export const directory = demoDistrict();

const worldAt = (now: Instant): World => ({ now, calendar: chineseCalendar(), directory });

/** A case as pages get it, told command by command through the real rules. */
export type Sample = {
  petition: Case;
  events: CaseEvent[];
  clocks: ClockRow[];
  now: Instant;
  calendar: Calendar;
  at: (now: Instant) => Sample;
  does: (command: Given) => Sample;
  /** The present owner acts. */
  owner: (act: StaffCommand) => Sample;
  /** The workflow reaches the station where the case stands. */
  opens: () => Sample;
  /** The clock of the open step, or of the window, rings. */
  rings: () => Sample;
};

/** A command as tests give it: petitioners decide on the page as it stands. */
type Given = Exclude<Command, { type: "petitioner" }> | Omit<Extract<Command, { type: "petitioner" }>, "saw">;

const tell = (petition: Case, events: CaseEvent[], now: Instant): Sample => {
  const does = (given: Given): Sample => {
    const command = given.type === "petitioner" ? { ...given, saw: petition.told } : given;
    const decision = decide(petition, command, worldAt(now));
    if ("refused" in decision) throw new Error(`refused: ${decision.refused}`);
    const [first, ...rest]: NewEvent[] = decision.events;
    if (first === undefined) throw new Error("nothing happened");
    const recorded = record(petition.id, petition, [first, ...rest], now);
    return tell(recorded.after, [...events, ...recorded.events], now);
  };
  return {
    petition,
    events,
    clocks: clockRowsAfter(events),
    now,
    calendar: chineseCalendar(),
    at: (later) => tell(petition, events, later),
    does,
    owner: (act) => {
      const who = actor(petition);
      if (who === undefined) throw new Error(`nobody can act: ${petition.status}`);
      return does({ type: "staff", by: who.staff, stepNo: who.stepNo, assignment: who.assignment, act });
    },
    opens: () => {
      const station = stationOf(petition);
      if (station === undefined) throw new Error(`no station: ${petition.status}`);
      return does({ type: "openStation", epoch: petition.epoch, station });
    },
    rings: () => {
      const own = petition.running.findLast(({ clock }) => clock.family !== "watch")?.clock;
      if (own === undefined) throw new Error(`no clock: ${petition.status}`);
      return does({ type: "ring", clock: { kind: own.kind, n: own.n } });
    },
  };
};

const filed = (
  category: string,
  community: string,
  id: string,
  now: Instant,
  about: About = aboutNobody,
  filedBy?: AgentRelation,
): Sample => {
  const matterHash = "0".repeat(64);
  const told = { id, category, community, about, postal: true as const, filedBy, matterHash };
  const [first, ...rest] = register({ ...told, requests: matter.requests.length }, worldAt(now));
  if (first === undefined) throw new Error("nothing registered");
  const { events, after } = record(id, undefined, [first, ...rest], now);
  return tell(after, events, now);
};

export const petitioner = Petitioner.parse({
  name: "陈桂芳",
  phone: "+8613800551201",
  email: "chen.guifang@mail.example",
  lang: "zh",
});

export const matter = Matter.parse({
  story:
    "我们南园新村是1993年盖的老楼，今年5月贴了改造通知，说10月底前做完外墙保温和下水管更换。\n9月15日搭了脚手架，干了不到三周就停了，到现在一个多月没见工人。脚手架挡着窗户，家里白天也要开灯，一楼几户还担心有人顺着架子爬进来。",
  place: "南园新村4幢至7幢",
  requests: ["请告诉我们停工的原因和复工时间。", "如果年前干不完，请先把挡住窗户的脚手架拆掉。"],
});

export const letter = {
  outcome: "resolved",
  facts:
    "南园新村4至7幢外墙改造于9月15日开工，10月8日因保温材料抽检不合格停工。11月26日新材料复检合格，施工单位具备复工条件。\n我单位于11月27日到现场查看，脚手架遮挡窗户的情况属实，一楼未装防护网。",
  rule: "《安和区老旧小区改造管理办法》第十四条：停工超过十五日的，施工单位应当公示原因和复工时间，并采取安全防护措施。",
  decision: "施工单位已于11月28日张贴停工原因和复工时间，12月1日复工。",
  outcome2: "resolved",
  decision2:
    "2027年1月15日前完成4至7幢外墙施工；逾期未完工的，先行拆除遮挡窗户的脚手架。\n复工前，一楼六户已加装防护网。",
} as const;

const start = "2026-11-20T02:10:00.000Z";

/** A case just filed in a community, about a unit or nobody. */
export const filedIn = (community: string, about: About = aboutNobody): Sample =>
  filed("housing-estates", community, "AH-2026-0123-k7m2p9x4c3vb", start, about);

/** Cases at the stations that pages have to show, each a few moments further on than the one it begins with. */
const filedCase = filed("housing-estates", "nanyuan", "AH-2026-0123-k7m2p9x4c3vb", start);
const inCommunity = filedCase.opens().at("2026-11-20T06:32:00.000Z").owner({ command: "acknowledge" });
const proposed = inCommunity.at("2026-11-24T08:05:00.000Z").owner({
  command: "proposeSettlement",
  terms: "给一楼六户装防护网，12月1日复工，社区每周五在单元门口公布进度。",
  done: "byDay",
  promisedFor: "2026-12-01",
});
const agreed = proposed
  .at("2026-11-25T02:00:00.000Z")
  .does({ type: "petitioner", act: { command: "agreeSettlement" } });
const asked = agreed.at("2026-11-30T01:00:00.000Z").owner({
  command: "reportPerformance",
  performed: "六户的防护网11月29日装好，施工单位11月30日复工。",
});
const climbed = inCommunity
  .at("2026-11-24T08:05:00.000Z")
  .owner({
    command: "proposeSettlement",
    terms: "社区协调施工单位11月26日前加装一楼防护网。",
    done: "already",
    promisedFor: undefined,
  })
  .at("2026-11-25T01:20:00.000Z")
  .does({ type: "petitioner", act: { command: "declineSettlement", reason: "防护网装了，但还是没说什么时候复工" } })
  .at("2026-11-27T16:01:00.000Z")
  .rings()
  .opens();
const inTownship = climbed.at("2026-11-30T01:15:00.000Z").owner({ command: "acknowledge" }).owner({
  command: "recordContact",
  contact: "heard",
  on: "2026-11-30",
  said: "电话联系。您说防护网装上以后仍有碎石落下，希望孩子放学前停工，并写明哪天拆除脚手架。",
});
const answered = inTownship.at("2026-12-02T03:40:00.000Z").owner({ command: "reply", ...letter });
const delivered = answered.at("2026-12-03T11:25:00.000Z").does({ type: "petitioner", act: { command: "openAnswer" } });

/** What somebody who has a part in a case, the first of their kind, does. */
const byPart = (sample: Sample, role: Role, act: StaffCommand): Sample => {
  const part = partsIn(sample.petition).find((one) => one.role === role);
  if (part === undefined) throw new Error(`Nobody is ${role}`);
  const { staff: by, stepNo, assignment } = part;
  return sample.does({ type: "staff", by, stepNo, assignment, act });
};
const entrusted = inTownship
  .owner({
    ...{ command: "reply", ...letter },
    ...{ outcome: "promised", outcome2: "promised" },
    ...{ promise: "4至7幢东侧脚手架拆除，通道恢复。", promiseBy: "2026-12-20" },
    ...{ promise2: "改造资金余款拨付到位。", promiseUnit2: "housing", promiseBy2: "2027-01-15" },
  })
  .does({ type: "petitioner", act: { command: "openAnswer" } });
const promiseReported = byPart(entrusted, "promiser", {
  command: "reportPromise",
  performed: "12月18日已全部拆除，通道12月19日恢复。",
});
const promiseBroken = promiseReported.does({
  type: "petitioner",
  act: { command: "denyPromise", which: "1", reason: "6幢北头还有一截没有拆" },
});

const confirmsPromise = (which: string) => ({ type: "petitioner", act: { command: "confirmPromise", which } }) as const;
/** Both promises are kept, as their petitioner says, and the time for a review is over. */
const promisesKept = byPart(promiseReported, "promiser", {
  command: "reportPromise",
  performed: "12月30日余款已拨付。",
})
  .does(confirmsPromise("1"))
  .does(confirmsPromise("2"))
  .at("2027-01-08T16:02:00.000Z")
  .rings();
/** Somebody who had no hand in it is asked to call, and has tried once. */
const followedUp = byPart(
  promisesKept
    .at("2027-01-11T01:00:00.000Z")
    .does({ type: "ring", clock: { kind: "followUp", n: 2 * promisesKept.petition.stepNo } }),
  "caller",
  { command: "recordCallTry", said: "上午9点，打了登记的电话，没有人接。" },
).at("2027-01-12T01:30:00.000Z");

/** The answer is not delivered in time: its petitioner asks for supervision, which the bureau issues, and the unit answers. */
const undelivered = answered.at("2026-12-09T16:01:00.000Z").rings().at("2026-12-10T02:30:00.000Z");
export const supervisionAsked = undelivered.does({
  type: "petitioner",
  act: { command: "askSupervision", remark: "答复早该送到了，现在还没有收到。" },
});
const supervised = byPart(supervisionAsked, "supervisor", {
  ...{ command: "issueSupervision", demand: "三日内把书面答复送到信访人手中，并说明没有按期送达的原因。" },
  newDay: "2026-12-15",
});
export const supervisionReported = byPart(supervised, "supervised", {
  command: "reportFeedback",
  feedback: "12月11日已由社区当面送达。逾期的原因是地址写错，今后送达前先打电话核对。",
});
/** 领导包案: a leader has met the petitioner, and instructed a unit. */
const named = inTownship.does({ type: "nameLeader", by: "liang-jing", leader: "liang-jing", why: "ownWish" });
const metLeader = byPart(named.at("2026-12-02T08:00:00.000Z"), "inCharge", {
  ...{ command: "recordMet", metOn: "2026-12-02" },
  discussed: "脚手架挡了半年光，居民希望先拆北面这一侧。",
});
const ledCase = byPart(metLeader, "inCharge", {
  ...{ command: "instruct", assistUnit: "housing", doneBy: "2026-12-15" },
  task: "核实工期，提出先行拆除北侧脚手架的办法。",
});
const leaderLate = named.at("2026-12-14T01:00:00.000Z").does({ type: "ring", clock: { kind: "lead", n: 1 } });

const objecting = inCommunity.at("2026-11-24T08:05:00.000Z").owner({
  command: "object",
  rightUnit: "housing",
  reason: "改造项目由区住建局立项并拨付资金，社区没有这一项职责，只能协助通知居民、收集意见。",
});

const proposing = inTownship.at("2026-12-01T06:20:00.000Z").owner({
  command: "proposeGuidance",
  route: "reconsideration",
  knownOn: "2026-10-12",
  explanation: "您对区住建局 2026 年 10 月 12 日的告知书不服。这类决定由行政复议机关审查，街道不能改变它。",
});
const proposingTransfer = inTownship.at("2026-12-01T06:20:00.000Z").owner({
  command: "proposeTransfer",
  body: "political-legal",
  explanation: "您反映的是法院判决以后的执行，由政法机关依法处理，街道不能改变判决。",
});
const recusing = inTownship.at("2026-12-01T02:00:00.000Z").does({
  type: "petitioner",
  act: {
    ...{ command: "askRecusal", recusalOf: "handler", recusalGround: "relative" },
    reason: "经办人和施工队的老板是表兄弟，村里人都知道。停工以后两个人还一起来看过现场。",
  },
});

const hurrying = inTownship.at("2026-12-01T02:00:00.000Z").does({
  type: "petitioner",
  act: {
    ...{ command: "askUrgency", urgentGround: "danger" },
    reason: "昨天又有一块砖从脚手架上掉下来，落在一楼门口，孩子每天从那里上学。",
  },
});

const materialAsked = inTownship.at("2026-12-01T02:00:00.000Z").owner({
  command: "askMaterial",
  ...{ list: "鉴定报告\n物业费收据（2025 年）", reason: "报告上写着鉴定的日期，收据上写着交给了谁。" },
  ...{ bringTo: "柳溪路 8 号一楼 2 号窗口，工作日；也可以邮寄，或者请人代交。", help: "信访窗口，0300-8602 0001" },
  bringBy: "2026-12-08",
  nobodyHasIt: "yes",
});

const assisting = inTownship
  .at("2026-12-01T02:00:00.000Z")
  .owner({
    ...{ command: "askAssistance", assistUnit: "housing", wantedBy: "2026-12-04" },
    question: "南园新村4至7幢改造资金是哪天拨付的？复工还缺什么手续？",
  })
  .owner({
    ...{ command: "askAssistance", assistUnit: "emergency", wantedBy: "2026-12-04" },
    question: "脚手架的安全检查结论是什么？",
  });

const inDepartment = inTownship
  .owner({ command: "reportUpward", reason: "改造资金由区住建局拨付，需要部门协调" })
  .opens()
  .at("2026-12-01T02:00:00.000Z");
const bureauBegins = inTownship.at("2026-12-01T02:00:00.000Z").does({ type: "beginConvening", by: "zhou-min" });
const convening = inDepartment.owner({
  command: "convene",
  units: ["emergency", "transport", "liuxi-jiedao", "nanyuan", "services", "environment", "labour", "health"],
  question: "4至7幢东侧脚手架哪天拆？拆除期间消防通道怎么保？",
  meetOn: "2026-12-04",
});
const met = convening.at("2026-12-04T08:00:00.000Z").owner({
  command: "recordMinutes",
  came: ["emergency", "liuxi-jiedao", "nanyuan", "services"],
  discussed: "施工单位11月30日已经停工，监理签字只缺安全检查结论。街道可以腾出4幢北侧空地临时停放材料。",
  ...{ task: "出具4至7幢脚手架的安全检查结论。", taskBy: "2026-12-08" },
  ...{ task2: undefined, taskBy2: undefined, task3: "腾出4幢北侧空地，划出消防通道。", taskBy3: "2026-12-10" },
  ...{ task4: undefined, taskBy4: undefined, task5: undefined, taskBy5: undefined },
  ...{
    task6: undefined,
    taskBy6: undefined,
    task7: undefined,
    taskBy7: undefined,
    task8: undefined,
    taskBy8: undefined,
  },
});

const reported = filed("misconduct", "dongguan", "AH-2026-0133-k7m2p9x4c3vb", start);
const transferring = reported
  .opens()
  .at("2026-11-26T07:30:00.000Z")
  .owner({ command: "transfer", body: "discipline", explanation: "反映公职人员违纪的事项，依规定由区纪委监委受理。" });

const notAccepted = filed("medical", "dongguan", "AH-2026-0128-k7m2p9x4c3vb", start)
  .opens()
  .at("2026-11-26T07:30:00.000Z")
  .owner({
    command: "notAccept",
    ground: "already-in-hand",
    where: "区卫生健康委员会，2026年11月12日受理",
    explanation: "您向区卫生健康委员会提出的投诉正在办理，60 日内会书面答复您。",
  });
const lookedAtAgain = notAccepted
  .at("2026-11-27T01:20:00.000Z")
  .does({
    type: "petitioner",
    act: { command: "askReconsideration", reason: "我没有向区卫健委投诉过，那是同一个病房另一家人的事。" },
  })
  .opens();

export const samples = {
  entrusted,
  promiseReported,
  promiseBroken,
  promisesKept,
  followedUp,
  supervised,
  ledCase,
  leaderLate,
  filed: filedCase,
  inCommunity: inCommunity.at("2026-11-23T01:00:00.000Z"),
  proposed: proposed.at("2026-11-24T09:00:00.000Z"),
  agreed: agreed.at("2026-11-26T02:00:00.000Z"),
  asked: asked.at("2026-11-30T02:00:00.000Z"),
  settled: asked.at("2026-12-01T02:00:00.000Z").does({ type: "petitioner", act: { command: "confirmSettlement" } }),
  climbed: climbed.at("2026-11-30T01:10:00.000Z"),
  asking: inTownship.at("2026-12-01T02:00:00.000Z").owner({
    command: "askExtension",
    days: 15,
    reason: "等鉴定结论",
  }),
  assisting,
  convening,
  met,
  materialAsked,
  objecting: objecting.at("2026-11-25T01:00:00.000Z"),
  filedForThem: filed(
    "housing-estates",
    "nanyuan",
    "AH-2026-0133-k7m2p9x4c3vb",
    start,
    aboutNobody,
    "neighbour",
  ).opens(),
  proposing: proposing.at("2026-12-02T01:00:00.000Z"),
  proposingTransfer: proposingTransfer.at("2026-12-02T01:00:00.000Z"),
  recusing: recusing.at("2026-12-02T01:00:00.000Z"),
  hurrying: hurrying.at("2026-12-01T08:00:00.000Z"),
  bureauBegins,
  simple: filed("street-repairs", "nanyuan", "AH-2026-0130-k7m2p9x4c3vb", start).opens().at("2026-11-23T01:00:00.000Z"),
  urgent: filed("imminent-danger", "nanyuan", "AH-2026-0132-k7m2p9x4c3vb", start),
  inTransit: inTownship.owner({ command: "reportUpward", reason: "改造资金由区住建局拨付，需要部门协调" }),
  inTownship: inTownship.at("2026-12-11T02:00:00.000Z"),
  answered,
  delivered,
  closed: delivered.at("2027-01-04T16:02:00.000Z").rings(),
  screening: filed("land-demolition", "hewan", "AH-2026-0131-k7m2p9x4c3vb", start)
    .opens()
    .at("2026-11-23T01:00:00.000Z"),
  notAccepted,
  lookedAtAgain: lookedAtAgain.at("2026-11-30T02:00:00.000Z"),
  refusalUpheld: lookedAtAgain.at("2026-12-01T02:00:00.000Z").owner({
    command: "upholdRefusal",
    explanation: "区卫生健康委员会11月12日已经受理，最迟2027年1月11日书面答复您，同一件事不能两处同时办理。",
  }),
  guided: filed("medical", "dongguan", "AH-2026-0132-k7m2p9x4c3vb", start)
    .opens()
    .at("2026-11-26T07:30:00.000Z")
    .owner({
      command: "guide",
      route: "litigation",
      explanation: "您与医院对诊疗过程有争议，已在区人民法院立案，应当由法院裁判。",
    }),
  reported,
  transferring,
  transferred: transferring
    .at("2026-12-01T02:00:00.000Z")
    .owner({ command: "recordReceipt", on: "2026-11-30", reference: "安纪信〔2026〕18 号" }),
  atTheTop: climbed
    .at("2026-12-15T16:01:00.000Z")
    .rings()
    .opens()
    .at("2026-12-31T16:01:00.000Z")
    .rings()
    .opens()
    .at("2027-01-11T16:01:00.000Z")
    .rings(),
} satisfies Record<string, Sample>;
