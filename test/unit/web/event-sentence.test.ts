import { describe, expect, it } from "vitest";
import type { Actor } from "#case/state/actor.ts";
import { Fact, type FactOf } from "#case/state/event.ts";
import { aboutNobody } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { Audience, Reader } from "#words/acts/matter-words.ts";
import { eventSentence } from "#words/event-sentence.ts";
import { ringWords } from "#words/ring-words.ts";
import { toOffice } from "#words/to-office.ts";
import { toPetitioners } from "#words/to-petitioners.ts";
import { sampleLetters } from "../../fixtures/letters.ts";
import { stored } from "../../fixtures/stored.ts";
import { directory } from "./samples.ts";

const examples: { [T in Fact["type"]]: FactOf<T> } = {
  registered: {
    type: "registered",
    requests: 1,
    category: "housing-estates",
    track: "petition",
    community: "nanyuan",
    matterHash: "0",
    about: aboutNobody,
    responsible: { unit: "nanyuan", staff: "bai-xuemei" },
    limits: [],
  },
  contactRecorded: {
    type: "contactRecorded",
    stepNo: 2,
    unit: "nanyuan",
    came: "tried",
    on: "2026-03-05",
    said: "上午十点打您留的手机，响铃没有人接。",
    tries: 1,
  },
  turnedOrdinary: {
    type: "turnedOrdinary",
    why: "timePassed",
    answerBy: "2026-05-06",
    article: { zh: "《信访工作条例》第三十四条", en: "Regulations on Petition Work, Art. 34" },
  },
  accepted: {
    type: "accepted",
    basis: "officer",
    startAt: "community",
    track: "suggestion",
    reason: "是对公交线路的建议。",
    letter: sampleLetters.receipt,
  },
  communityAssigned: { type: "communityAssigned", stepNo: 1, community: "nanyuan" },
  progressTold: { type: "progressTold", stepNo: 1, unit: "nanyuan", note: "管道12月3日到场。" },
  progressNoted: { type: "progressNoted", stepNo: 1, unit: "nanyuan", note: "已约施工队12月3日看现场。" },
  transferred: {
    type: "transferred",
    stepNo: 1,
    explanation: "属于纪检监察机关管辖。",
    letter: sampleLetters.transfer,
  },
  transferReceived: { type: "transferReceived", stepNo: 1, on: "2026-03-05", reference: "纪信〔2026〕18 号" },
  transferSilent: { type: "transferSilent", stepNo: 1, lastDay: "2026-03-17" },
  guided: { type: "guided", stepNo: 1, letter: sampleLetters.guidance },
  promiseAwaited: { type: "promiseAwaited", stepNo: 2, why: "reviewOver", promisedFor: "2026-05-29" },
  promiseReminded: { type: "promiseReminded", stepNo: 3, n: 1, unit: "liuxi-jiedao", of: "day" },
  promiseReported: {
    type: "promiseReported",
    stepNo: 3,
    n: 1,
    unit: "liuxi-jiedao",
    performed: "已拆除。",
    clock: 303,
  },
  promiseBroken: {
    type: "promiseBroken",
    ...{ stepNo: 3, n: 1, unit: "liuxi-jiedao", why: "denied", lastDay: "2026-05-29", reason: "没有拆" },
    ...{ to: { unit: "liuxi-jiedao", staff: "fang-jianping" }, assignment: 4, clock: 304 },
    overseer: { unit: "xinfang-ju", staff: "zhou-min", assignment: 5 },
  },
  promiseDemanded: {
    type: "promiseDemanded",
    ...{ stepNo: 3, n: 1, unit: "liuxi-jiedao", demand: "本周内拆除", until: "2026-06-05", clock: 305 },
  },
  promisePostponed: {
    type: "promisePostponed",
    ...{ stepNo: 3, n: 1, unit: "liuxi-jiedao", reason: "材料没有到货", until: "2026-06-05", clock: 305 },
  },
  promisePassedOn: {
    type: "promisePassedOn",
    ...{ stepNo: 3, n: 1, unit: "liuxi-jiedao", part: "promiser", how: "asked", reason: "要等材料" },
    ...{ from: "fang-jianping", to: { unit: "xinfang-ju", staff: "zhou-min" }, assignment: 6 },
  },
  promiseOver: { type: "promiseOver", stepNo: 3, n: 1, unit: "liuxi-jiedao", how: "kept" },
  reviewAsked: {
    type: "reviewAsked",
    ...{ stepNo: 4, reviewReasons: "没有到现场看过", late: true, unit: "fucha-ban" },
    ...{ to: { unit: "fucha-ban", staff: "ouyang-jing" }, assignment: 2, epoch: 2 },
    ...{ acceptBy: "2026-05-29", decideBy: "2026-06-20" },
  },
  reviewAccepted: { type: "reviewAccepted", stepNo: 4, unit: "fucha-ban", letter: sampleLetters.reviewAccepted },
  reviewRefused: { type: "reviewRefused", stepNo: 4, unit: "fucha-ban", letter: sampleLetters.reviewRefused },
  reviewPassedOn: {
    type: "reviewPassedOn",
    ...{ stepNo: 4, how: "byReviewer", reason: "出差" },
    ...{ from: "ouyang-jing", to: { unit: "fucha-ban", staff: "ouyang-jing" }, assignment: 3 },
  },
  reviewReminded: { type: "reviewReminded", stepNo: 4, of: "reviewDecision", lastDay: "2026-06-20" },
  reviewOverdue: { type: "reviewOverdue", stepNo: 4, of: "reviewAccept", lastDay: "2026-05-29" },
  answerUpheld: {
    type: "answerUpheld",
    ...{ stepNo: 4, unit: "fucha-ban", staff: "ouyang-jing", assignment: 3 },
    letter: { ...sampleLetters.review, opinion: "upheld", redo: undefined },
  },
  answerRevoked: {
    type: "answerRevoked",
    ...{ stepNo: 4, unit: "fucha-ban", level: "township", letter: sampleLetters.review, epoch: 3 },
  },
  notAccepted: { type: "notAccepted", stepNo: 1, letter: sampleLetters.notAccepted },
  reconsiderationAsked: { type: "reconsiderationAsked", reason: "镇里没有受理过", epoch: 2 },
  refusalUpheld: { type: "refusalUpheld", stepNo: 2, letter: sampleLetters.notAccepted },
  stepOpened: {
    type: "stepOpened",
    stepNo: 1,
    level: "community",
    unit: "nanyuan",
    owner: "bai-xuemei",
    ownersUnit: "nanyuan",
    because: "onDuty",
  },
  levelSkipped: { type: "levelSkipped", stepNo: 2, level: "department", reason: "noUnit", to: "leader" },
  acknowledged: { type: "acknowledged", stepNo: 1, unit: "nanyuan", staff: "bai-xuemei" },
  settlementProposed: { type: "settlementProposed", stepNo: 1, terms: "周五前装好路灯。" },
  settlementRetracted: { type: "settlementRetracted", stepNo: 1, reason: "材料没有到货" },
  settlementAgreed: { type: "settlementAgreed", stepNo: 1, letter: sampleLetters.agreement },
  agreementTakenBack: { type: "agreementTakenBack", stepNo: 1, level: "community" },
  performanceReported: { type: "performanceReported", stepNo: 1, performed: "路灯已经装好。" },
  performanceDue: { type: "performanceDue", stepNo: 1, lastDay: "2026-03-09", passedOver: [75] },
  performanceAskedAgain: { type: "performanceAskedAgain", stepNo: 1, percent: 50, lastDay: "2026-04-08" },
  performanceDenied: { type: "performanceDenied", stepNo: 1, level: "community", reason: "灯还是不亮。" },
  performanceUnreported: { type: "performanceUnreported", stepNo: 1, level: "community", lastDay: "2026-04-08" },
  settlementUnconfirmed: {
    type: "settlementUnconfirmed",
    stepNo: 1,
    level: "community",
    lastDay: "2026-04-08",
    reopenUntil: "2026-04-15",
  },
  settlementReopened: { type: "settlementReopened", stepNo: 1, level: "community", epoch: 2 },
  settlementConfirmed: { type: "settlementConfirmed", stepNo: 1, level: "community", reopenUntil: "2026-03-16" },
  followUpOpened: {
    type: "followUpOpened",
    stepNo: 3,
    to: { unit: "xinfang-ju", staff: "wu-jianjun" },
    assignment: 2,
    callBy: "2026-05-01",
  },
  followUpReminded: { type: "followUpReminded", stepNo: 3, staff: "wu-jianjun", callBy: "2026-05-01" },
  followUpPassedOn: {
    type: "followUpPassedOn",
    stepNo: 3,
    how: "silent",
    from: "wu-jianjun",
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    assignment: 3,
  },
  followUpTried: { type: "followUpTried", stepNo: 3, on: "2026-04-10", said: "10 点，没有人接" },
  followUpOver: { type: "followUpOver", stepNo: 3, how: "notDone", said: "还没有拆" },
  followUpTakenUp: { type: "followUpTakenUp", stepNo: 3, level: "township", promises: [1, 2], epoch: 2 },
  rated: {
    ...{ type: "rated", unit: "shiqiao", bureauRating: "satisfied", unitRating: "notSatisfied" },
    remark: "答复看得懂，就是慢了点。",
  },
  withdrawalDeclared: { type: "withdrawalDeclared", until: "2026-03-06" },
  withdrawalUndone: { type: "withdrawalUndone", to: "community", epoch: 2 },
  pressureTold: {
    type: "pressureTold",
    stepNo: 1,
    pressure: "楼长说不撤回就不给开证明。",
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    assignment: 2,
    answerBy: "2026-03-05",
    restsUntil: "2026-03-06",
  },
  pressurePassedOn: {
    type: "pressurePassedOn",
    stepNo: 1,
    from: "shen-guohua",
    to: { unit: "xinfang-ju", staff: "zhou-min" },
    assignment: 3,
    how: "whileAway",
  },
  pressureAwaited: { type: "pressureAwaited", stepNo: 1, staff: "shen-guohua", answerBy: "2026-03-05" },
  pressureAnswered: { type: "pressureAnswered", stepNo: 1, explanation: "已与您通话，并已找楼长谈话。" },
  pressureLapsed: { type: "pressureLapsed", stepNo: 1 },
  withdrawn: { type: "withdrawn", letter: sampleLetters.withdrawal },
  settlementDeclined: { type: "settlementDeclined", stepNo: 1, reason: "灯还是不亮" },
  settlementLapsed: { type: "settlementLapsed", stepNo: 2 },
  replied: {
    type: "replied",
    stepNo: 2,
    unit: "liuxi-jiedao",
    staff: "fang-jianping",
    letter: sampleLetters.answer,
  },
  letterCorrected: {
    type: "letterCorrected",
    stepNo: 3,
    unit: "liuxi-jiedao",
    staff: "fang-jianping",
    letter: sampleLetters.correction,
  },
  leaderNamed: {
    ...{ type: "leaderNamed", stepNo: 2, ground: "lateByLaw", name: "梁静", assignment: 2, clock: 1 },
    to: { unit: "leader-executive", staff: "liang-jing" },
    post: { zh: "常务副区长", en: "Executive Deputy Governor" },
  },
  leaderMet: { type: "leaderMet", stepNo: 2, on: "2026-03-05", discussed: "过渡费从六月起没有发。", clock: 2 },
  instructed: {
    ...{
      type: "instructed",
      stepNo: 2,
      n: 1,
      unit: "liuxi-jiedao",
      task: "核清六月以来的过渡费。",
      until: "2026-03-20",
    },
    from: "liang-jing",
    to: { unit: "liuxi-jiedao", staff: "fang-jianping" },
    ...{ assignment: 3, clock: 1, leadClock: 3 },
  },
  instructionAnswered: {
    ...{ type: "instructionAnswered", stepNo: 2, n: 1, unit: "liuxi-jiedao", performed: "已经核清，共十二户。" },
  },
  leaderReported: { type: "leaderReported", stepNo: 2, note: "方案两条，正在走程序。", clock: 4 },
  leadAwaited: { type: "leadAwaited", stepNo: 2, of: "meet", lastDay: "2026-03-12" },
  leadMissed: {
    ...{ type: "leadMissed", stepNo: 2, of: "plan", lastDay: "2026-03-12", assignment: 4 },
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
  },
  leadPassedOn: {
    ...{ type: "leadPassedOn", stepNo: 2, part: "inCharge", from: "liang-jing", assignment: 5, how: "left" },
    to: { unit: "leader-building", staff: "peng-hao" },
    name: "彭浩",
    post: { zh: "分管城建的副区长", en: "Deputy Governor for Construction" },
  },
  pulledUp: { type: "pulledUp", stepNo: 2, level: "township", to: "department", ground: "unitsDiffer" },
  reportedUpward: { type: "reportedUpward", stepNo: 1, level: "community", reason: "需要部门协调", to: "township" },
  handedBack: { type: "handedBack", stepNo: 2, level: "township", reason: "社区可以解决", to: "community" },
  reassigned: {
    type: "reassigned",
    how: "byOwner",
    stepNo: 1,
    from: "bai-xuemei",
    to: "fang-jianping",
    unit: "nanyuan",
    reason: "白雪梅休假",
    assignment: 2,
  },
  linkRenewed: { type: "linkRenewed", stepNo: 1, staff: "bai-xuemei", assignment: 1, issue: 2 },
  markedUrgent: { type: "markedUrgent", as: "bureau", why: "danger", until: "2026-03-06T10:30:00.000Z" },
  unmarkedUrgent: { type: "unmarkedUrgent", as: "unit", why: "averted", until: "2026-03-06" },
  recused: { type: "recused", stepNo: 2, staff: "bai-xuemei", why: "interest" },
  urged: { type: "urged", remark: "灯还没有修", againOn: "2026-03-18" },
  supervisionAsked: {
    ...{ type: "supervisionAsked", stepNo: 3, assignment: 4, clock: 1, decideBy: "2026-03-09" },
    missed: { ground: "statutoryOverdue", lastDay: "2026-03-02", unit: "liuxi-jiedao" },
    ...{ remark: "已经过期了", to: { unit: "xinfang-ju", staff: "zhou-min" } },
  },
  supervisionNoticed: {
    ...{ type: "supervisionNoticed", stepNo: 3, why: "issued", clock: 2, letter: sampleLetters.supervision },
    to: [{ unit: "liuxi-jiedao", staff: "fang-jianping", assignment: 5 }],
  },
  supervisionReported: {
    ...{ type: "supervisionReported", stepNo: 3, unit: "liuxi-jiedao", feedback: "已经书面答复" },
    ...{ to: { unit: "xinfang-ju", staff: "zhou-min" }, assignment: 6, clock: 3, decideBy: "2026-03-12" },
  },
  supervisionOver: { type: "supervisionOver", stepNo: 3, how: "declined", reason: "已经答复信访人" },
  supervisionPassedOn: {
    ...{ type: "supervisionPassedOn", stepNo: 3, from: "fang-jianping", was: 4, how: "silent", assignment: 5 },
    to: { unit: "xinfang-ju", staff: "zhou-min" },
  },
  supervisionReminded: { type: "supervisionReminded", stepNo: 3 },
  urgencyAsked: {
    ...{ type: "urgencyAsked", stepNo: 2, why: "worsening", reason: "裂缝一天比一天宽" },
    ...{ triage: { unit: "xinfang-ju", staff: "zhou-min" }, assignment: 2, decideBy: "2026-03-04" },
  },
  urgencyPassedOn: {
    ...{ type: "urgencyPassedOn", stepNo: 2, from: "zhou-min", to: { unit: "xinfang-ju", staff: "zhou-min" } },
    ...{ assignment: 3, how: "left" },
  },
  urgencyClimbed: {
    ...{ type: "urgencyClimbed", stepNo: 2, from: "fang-jianping", to: { unit: "xinfang-ju", staff: "zhou-min" } },
    ...{ assignment: 3, lastDay: "2026-03-04", decideBy: "2026-03-05" },
  },
  urgencyAwaited: { type: "urgencyAwaited", stepNo: 2, staff: "zhou-min", decideBy: "2026-03-05" },
  urgencyRefused: { type: "urgencyRefused", stepNo: 2, reason: "现场没有危险，按原期限办理。" },
  urgencyLapsed: { type: "urgencyLapsed", stepNo: 2, how: "marked" },
  recusalAsked: {
    ...{ type: "recusalAsked", stepNo: 2, whom: { is: "handler", staff: "bai-xuemei" }, why: "relative" },
    ...{ reason: "他是物业经理的表弟", askedOn: "2026-03-03", judge: { unit: "nanyuan", staff: "fang-jianping" } },
    ...{ assignment: 2, decideBy: "2026-03-06" },
  },
  recusalPassedOn: {
    ...{ type: "recusalPassedOn", stepNo: 2, from: "fang-jianping", to: { unit: "xinfang-ju", staff: "zhou-min" } },
    ...{ assignment: 3, how: "left" },
  },
  recusalClimbed: {
    ...{ type: "recusalClimbed", stepNo: 2, from: "fang-jianping", to: { unit: "xinfang-ju", staff: "zhou-min" } },
    ...{ assignment: 3, lastDay: "2026-03-06", decideBy: "2026-03-11" },
  },
  recusalAwaited: { type: "recusalAwaited", stepNo: 2, staff: "zhou-min", decideBy: "2026-03-11" },
  recusalDecided: {
    ...{ type: "recusalDecided", stepNo: 2, whom: { is: "handler", staff: "bai-xuemei" } },
    letter: sampleLetters.recusal,
  },
  unitRecused: {
    ...{ type: "unitRecused", stepNo: 2, level: "community", unit: "nanyuan", goingTo: "township" },
    letter: { ...sampleLetters.recusal, whom: "unit", decision: { is: "granted" } },
  },
  recusalLapsed: { type: "recusalLapsed", stepNo: 2, how: "steppedAside" },
  codeRenewed: { type: "codeRenewed", issue: 2, why: "lost", papers: "residentId" },
  mailboxAskedAgain: { type: "mailboxAskedAgain" },
  agentNamed: { type: "agentNamed", agent: 1, scope: ["follow", "receive", "settle"] },
  agentRevoked: { type: "agentRevoked", agent: 1 },
  agentFiled: { type: "agentFiled", agent: 1, scope: ["file", "follow"], relation: "relative" },
  agentConfirmed: { type: "agentConfirmed", agent: 1, scope: ["file", "follow", "receive"] },
  joiningOpened: { type: "joiningOpened", opening: 1 },
  joiningClosed: { type: "joiningClosed" },
  joined: { type: "joined", signatory: 7 },
  contactPersonReady: { type: "contactPersonReady", signatory: 7 },
  contactPersonNamed: { type: "contactPersonNamed", signatory: 7 },
  takeOverReady: { type: "takeOverReady", signatory: 1 },
  handedOver: { type: "handedOver", to: 1, former: 3, address: 2 },
  contactPersonEnded: { type: "contactPersonEnded", signatory: 7 },
  left: { type: "left", signatory: 7 },
  contactCorrected: { type: "contactCorrected", corrected: ["phone", "email"], address: 2 },
  extensionAsked: {
    type: "extensionAsked",
    stepNo: 2,
    days: 15,
    reason: "等鉴定结论",
    head: { unit: "liuxi-jiedao", staff: "fang-jianping" },
    assignment: 1,
  },
  decisionPassedOn: {
    type: "decisionPassedOn",
    stepNo: 2,
    from: "fang-jianping",
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    assignment: 1,
    how: "whileAway",
  },
  decisionAwaited: { type: "decisionAwaited", stepNo: 2, staff: "fang-jianping", decideBy: "2026-04-20" },
  extensionApproved: { type: "extensionApproved", stepNo: 2, lastDay: "2026-04-21", letter: sampleLetters.extension },
  extensionRefused: { type: "extensionRefused", stepNo: 2, how: "head", reason: "材料已经齐全。" },
  objected: {
    type: "objected",
    stepNo: 2,
    unit: "liuxi-jiedao",
    reason: "维修资金由住建部门监管。",
    names: "housing",
    sender: { unit: "xinfang-ju", staff: "zhou-min" },
    assignment: 2,
    decideBy: "2026-03-09",
  },
  objectionPassedOn: {
    type: "objectionPassedOn",
    stepNo: 2,
    from: "zhou-min",
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    assignment: 3,
    how: "left",
  },
  objectionClimbed: {
    type: "objectionClimbed",
    stepNo: 2,
    from: "zhou-min",
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    assignment: 3,
    lastDay: "2026-03-09",
    decideBy: "2026-03-12",
  },
  objectionAwaited: { type: "objectionAwaited", stepNo: 2, staff: "zhou-min", decideBy: "2026-03-09" },
  objectionRefused: { type: "objectionRefused", stepNo: 2, unit: "liuxi-jiedao", reason: "属于街道的职责。" },
  objectionUpheld: {
    type: "objectionUpheld",
    stepNo: 2,
    level: "township",
    from: "liuxi-jiedao",
    to: "housing",
    goingTo: "department",
    community: "nanyuan",
    letter: sampleLetters.sentOn,
  },
  otherWayProposed: {
    ...{ type: "otherWayProposed", stepNo: 2, assignment: 2, unit: "liuxi-jiedao", decideBy: "2026-03-09" },
    way: { kind: "transfer", id: "police", name: { zh: "安和市公安局", en: "the city police" } },
    explanation: "涉嫌盗窃，由公安机关管辖。",
    decider: { unit: "xinfang-ju", staff: "zhou-min" },
  },
  otherWayPassedOn: {
    ...{ type: "otherWayPassedOn", stepNo: 2, from: "zhou-min", assignment: 3, how: "left" },
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
  },
  otherWayClimbed: {
    ...{ type: "otherWayClimbed", stepNo: 2, from: "zhou-min", assignment: 3 },
    to: { unit: "xinfang-ju", staff: "shen-guohua" },
    ...{ lastDay: "2026-03-09", decideBy: "2026-03-12" },
  },
  otherWayAwaited: { type: "otherWayAwaited", stepNo: 2, staff: "zhou-min", decideBy: "2026-03-09" },
  otherWayRefused: {
    ...{ type: "otherWayRefused", stepNo: 2, unit: "liuxi-jiedao", reason: "还没有立案的依据。" },
    way: { kind: "guide", id: "arbitration", name: { zh: "劳动争议仲裁", en: "arbitration at work" } },
  },
  transferAgreed: {
    ...{ type: "transferAgreed", stepNo: 2, level: "township", from: "liuxi-jiedao" },
    ...{ unit: "xinfang-ju", owner: "zhou-min", ownersUnit: "xinfang-ju" },
    explanation: "涉嫌盗窃，由公安机关管辖。",
    letter: sampleLetters.transfer,
  },
  guidanceAgreed: {
    ...{ type: "guidanceAgreed", stepNo: 2, level: "township", from: "liuxi-jiedao" },
    letter: sampleLetters.guidance,
  },
  otherWayLapsed: { type: "otherWayLapsed", stepNo: 2 },
  assistanceAsked: {
    ...{ type: "assistanceAsked", stepNo: 2, n: 1, unit: "housing", question: "楼体是否在鉴定名单里？" },
    ...{ wantedBy: "2026-03-09", holder: { unit: "housing", staff: "zhou-min" }, assignment: 2 },
  },
  assistanceGiven: { type: "assistanceGiven", stepNo: 2, n: 1, unit: "housing", contribution: "已经列入鉴定名单。" },
  assistanceDeclined: { type: "assistanceDeclined", stepNo: 2, n: 1, unit: "housing", reason: "不掌握情况。" },
  assistanceAwaited: {
    ...{ type: "assistanceAwaited", stepNo: 2, n: 1, unit: "housing", staff: "zhou-min", wantedBy: "2026-03-09" },
  },
  assistanceNotDue: { type: "assistanceNotDue", stepNo: 2, next: "2026-03-09" },
  assistanceLate: {
    ...{ type: "assistanceLate", stepNo: 2, n: 1, unit: "housing", from: "zhou-min", wantedBy: "2026-03-09" },
    ...{ to: { unit: "xinfang-ju", staff: "shen-guohua" }, assignment: 3 },
  },
  assistancePassedOn: {
    ...{ type: "assistancePassedOn", stepNo: 2, n: 1, unit: "housing", from: "zhou-min", how: "left" },
    ...{ to: { unit: "xinfang-ju", staff: "shen-guohua" }, assignment: 3 },
  },
  conveningBegun: {
    ...{ type: "conveningBegun", stepNo: 2, convener: { unit: "xinfang-ju", staff: "zhou-min" }, assignment: 2 },
  },
  convenerPassedOn: {
    ...{ type: "convenerPassedOn", stepNo: 2, from: "zhou-min", to: { unit: "xinfang-ju", staff: "shen-guohua" } },
    ...{ assignment: 3, how: "left" },
  },
  convened: {
    ...{ type: "convened", stepNo: 2, n: 1, unit: "liuxi-jiedao", on: "2026-03-05", question: "脚手架由谁拆？" },
    invited: [
      { n: 1, unit: "housing", holder: { unit: "housing", staff: "zhou-min" }, assignment: 2 },
      { n: 2, unit: "nanyuan", holder: { unit: "nanyuan", staff: "bai-xuemei" }, assignment: 3 },
    ],
  },
  met: {
    ...{ type: "met", stepNo: 2, n: 1, unit: "liuxi-jiedao", on: "2026-03-05", present: ["housing"] },
    decisions: [
      {
        ...{ n: 3, unit: "housing", holder: { unit: "housing", staff: "zhou-min" }, assignment: 4 },
        ...{ task: "督促拆除东侧脚手架。", wantedBy: "2026-03-12" },
      },
    ],
    letter: sampleLetters.minutes,
  },
  meetingCalledOff: {
    ...{ type: "meetingCalledOff", stepNo: 2, n: 1, unit: "liuxi-jiedao", on: "2026-03-05", reason: "改到下周" },
    units: ["housing", "nanyuan"],
  },
  minutesAwaited: { type: "minutesAwaited", stepNo: 2, n: 1, staff: "bai-xuemei", on: "2026-03-05" },
  meetingLapsed: { type: "meetingLapsed", stepNo: 2, on: "2026-03-05", undone: ["housing"] },
  materialAsked: { type: "materialAsked", stepNo: 2, unit: "liuxi", letter: sampleLetters.material },
  materialAdded: {
    ...{ type: "materialAdded", n: 1, on: "2026-03-06", answers: true },
    material: "收据找到了，2025 年 3 月交的。",
  },
  fileAdded: {
    ...{ type: "fileAdded", n: 3, name: "A".repeat(22), kind: "jpeg", bytes: 345_678, sha256: "B".repeat(43) },
    ...{ on: "2026-03-06", answers: true },
  },
  fileRefused: { type: "fileRefused", name: "A".repeat(22), why: "position", on: "2026-03-06" },
  attached: {
    ...{ type: "attached", stepNo: 2, asked: 1, unit: "river", n: 2, name: "A".repeat(22), kind: "pdf" },
    ...{ bytes: 345_678, sha256: "B".repeat(43), on: "2026-03-06", after: true },
  },
  notAttached: {
    ...{ type: "notAttached", stepNo: 2, asked: 1, unit: "river", name: "A".repeat(22), why: "position" },
    on: "2026-03-06",
  },
  materialNotBrought: { type: "materialNotBrought", stepNo: 2, lastDay: "2026-03-12" },
  materialLapsed: { type: "materialLapsed", stepNo: 2 },
  assistanceLapsed: { type: "assistanceLapsed", stepNo: 2, units: ["housing"] },
  objectionLapsed: { type: "objectionLapsed", stepNo: 2 },
  lifted: { type: "lifted", stepNo: 1, level: "community", percent: 75, answerBy: "2026-05-06", to: "department" },
  reminded: {
    type: "reminded",
    clock: { kind: "step", n: 2 },
    percent: 75,
    passedOver: [50],
    to: "bai-xuemei",
    how: "digest",
    lastDay: "2026-12-14",
  },
  shareReached: { type: "shareReached", clock: "handling", percent: 75, lastDay: "2026-05-06" },
  stepOverdue: { type: "stepOverdue", stepNo: 1, level: "community", lastDay: "2026-03-06", to: "township" },
  overdueAtTop: { type: "overdueAtTop", stepNo: 4, level: "leader", lastDay: "2026-03-06" },
  statutoryOverdue: { type: "statutoryOverdue", clock: "handling", lastDay: "2026-03-06" },
  clockMoved: {
    type: "clockMoved",
    clock: { kind: "step", n: 1 },
    from: "2026-09-11",
    to: "2026-09-14",
    reason: { zh: "台风停工一天。", en: "A day off for the typhoon." },
    calendarVersion: "state-council-2026+2026-09-10.1",
  },
  delivered: { type: "delivered", how: "byPost", on: "2026-03-06" },
  toldByPhone: { type: "toldByPhone", on: "2026-03-04", readOut: "路灯周五前修好。" },
  deliveryAsked: { type: "deliveryAsked", why: "notMailed", to: "fang-jianping", lastDay: "2026-03-06" },
  deliveryOverdue: { type: "deliveryOverdue", lastDay: "2026-03-06" },
  merged: { type: "merged", lead: "AH-2026-0124-k7m2p9x4c3vb", asks: [1] },
  unmerged: { type: "unmerged", lead: "AH-2026-0124-k7m2p9x4c3vb", why: "petitioner", to: "township", epoch: 2 },
  repliedWithLead: {
    ...{ type: "repliedWithLead", lead: "AH-2026-0124-k7m2p9x4c3vb", unit: "liuxi-jiedao", staff: "fang-jianping" },
    ...{ ownersUnit: "liuxi-jiedao", level: "township", letter: sampleLetters.answer, epoch: 2 },
  },
  extendedWithLead: {
    ...{ type: "extendedWithLead", lead: "AH-2026-0124-k7m2p9x4c3vb", letter: sampleLetters.extension },
  },
  leadChanged: {
    ...{ type: "leadChanged", from: "AH-2026-0124-k7m2p9x4c3vb", lead: "AH-2026-0126-k7m2p9x4c3vb", asks: [1] },
  },
  memberMerged: { type: "memberMerged", member: "AH-2026-0125-k7m2p9x4c3vb" },
  memberLeft: { type: "memberLeft", member: "AH-2026-0125-k7m2p9x4c3vb" },
  memberBrought: { type: "memberBrought", member: "AH-2026-0125-k7m2p9x4c3vb", seq: 7 },
  leadPassed: { type: "leadPassed", to: "AH-2026-0125-k7m2p9x4c3vb", asks: [1] },
  closed: { type: "closed", how: "windowClosed", outcome: "notSupported" },
  clockReleased: { type: "clockReleased", clock: { kind: "transit", n: 1 } },
  executionReplaced: { type: "executionReplaced", epoch: 2, startAt: "township", reason: "executionGone" },
};

const telling = (lang: Lang, wasOnItsWay = false) => ({
  directory,
  petition: undefined,
  lang,
  wasOnItsWay,
  today: "2025-12-31",
});

/** When all of it happened. */
const actors: Actor[] = [
  { kind: "petitioner" },
  { kind: "staff", id: "bai-xuemei" },
  { kind: "clock", clock: { kind: "step", n: 1 } },
  { kind: "policy", version: "p1" },
  { kind: "workflow", epoch: 1 },
  { kind: "operator", name: "reconcile" },
  { kind: "case", id: "AH-2026-0124-k7m2p9x4c3vb" },
];

const tooLate: Fact = { type: "extensionRefused", stepNo: 2, how: "tooLate" };
/** A matter that is not simple, as whoever works on it and as the bureau that accepts it say. */
const notSimple: Fact[] = [
  { ...examples.turnedOrdinary, why: "disputed", reason: "两家说法不一。" },
  { ...examples.accepted, notSimple: { why: "joint", reason: "全楼的人一起提出。" } },
];
/** A withdrawal that came on paper, and one that the bureau undid for its petitioner. */
const atBureau: Fact[] = [
  {
    ...examples.withdrawalDeclared,
    paper: { signedOn: "2026-03-02", scan: "SC-2026-0012", checkedBy: "zhou-min", check: "residentId" },
  },
  { ...examples.withdrawalUndone, atBureau: { checkedBy: "zhou-min", check: "calledBack" } },
];
/** What a petitioner asked for of an official is granted. */
const granted: Fact = {
  ...examples.recusalDecided,
  letter: { ...sampleLetters.recusal, decision: { is: "granted" } },
};
/** What petitioners ask of a whole unit, or told the bureau; refused it; and what ends it undecided. */
const aboutUnits: Fact[] = [
  { ...examples.recusalAsked, whom: { is: "unit", unit: "nanyuan" } },
  { ...examples.recusalDecided, whom: { is: "unit", unit: "nanyuan" } },
  { ...examples.recusalLapsed, how: "stepOver" },
  { ...examples.recusalLapsed, how: "settled" },
];
/** What else ends a request to mark a case urgent. */
const notHurried: Fact[] = [
  { ...examples.urgencyLapsed, how: "stepOver" },
  { ...examples.supervisionOver, how: "accepted" },
  { ...examples.supervisionOver, how: "caseEnded" },
  { ...examples.supervisionOver, how: "recused" },
  { ...examples.supervisionOver, how: "merged" },
  { ...examples.supervisionNoticed, why: "missed" },
  { ...examples.supervisionNoticed, why: "refused" },
  { ...examples.supervisionPassedOn, how: "left" },
  { ...examples.urgencyLapsed, how: "settled" },
];
/** Marked urgent, and no longer so, where no step is open. */
const hurried: Fact[] = [
  { type: "markedUrgent", as: "unit", why: "livelihood" },
  { type: "unmarkedUrgent", as: "bureau", why: "mistaken" },
];
/** No longer handled with another: by the bureau's word, and since that one was taken back. */
const parted: Fact[] = [
  { ...examples.unmerged, why: "bureau" },
  { ...examples.unmerged, why: "leadWithdrawn" },
];
const facts: Fact[] = [
  ...parted,
  ...Object.values(examples),
  tooLate,
  ...notSimple,
  ...atBureau,
  ...hurried,
  granted,
  ...aboutUnits,
  ...notHurried,
];
// An example that could not be stored would prove nothing.
for (const fact of facts) Fact.parse(stored(fact));
const langs: Lang[] = ["zh", "en"];

const audiences: Record<Reader, Audience> = { petitioner: toPetitioners, staff: toOffice };

const sentences = (reader: Reader) =>
  facts.flatMap((fact) =>
    langs.flatMap((lang) =>
      actors.map((by) => ({
        type: fact.type,
        lang,
        text: eventSentence(
          { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
          { directory, petition: undefined },
          lang,
          audiences[reader],
          "2026-03-06",
        ),
      })),
    ),
  );

const monthNames = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const months = new Map(
  Array.from({ length: 12 }, (_, month) => [monthNames.format(new Date(Date.UTC(2026, month))), month + 1]),
);

/**
 * What a sentence must not say differently in the other language: its days, its other numbers, and which units and
 * colleagues it names. The names of articles are left out, since Chinese writes their numbers in characters.
 */
const particulars = (sentence: string, lang: Lang) => {
  const { units, staff, policy } = directory;
  const articles = [policy.clocks.extension, policy.clocks.objection, ...policy.grounds, ...policy.routes].map(
    ({ article }) => article,
  );
  const text = articles.reduce((rest, article) => rest.replace(article[lang], ""), sentence);
  const written = {
    zh: /(?:(\d+)年)?(\d+)月(\d+)日（周.(?:，含当日)?）/g,
    en: /[A-Z][a-z]{2} (\d+) ([A-Z][a-z]+)(?: (\d{4}))?/g,
  }[lang];
  const days = [...text.matchAll(written)].map(([, first, second = "", third]) =>
    (lang === "zh" ? [first, Number(second), third] : [third, months.get(second), first]).join("-"),
  );
  const rest = text.replaceAll(written, "");
  return {
    days,
    numbers: (rest.match(/\d+/g) ?? []).toSorted(),
    units: units.flatMap(({ id, name }) => (text.includes(name[lang]) ? [id] : [])),
    staff: staff.flatMap(({ id, name }) => (text.includes(name) ? [id] : [])),
  };
};

const codes = [
  ...Object.keys(examples).filter((type) => /[A-Z]/.test(type)),
  ...directory.units.map(({ id }) => id),
  ...directory.staff.map(({ id }) => id),
  ...directory.categories.map(({ id }) => id).filter((id) => id.includes("-")),
  ...directory.policy.grounds.map(({ id }) => id).filter((id) => id.includes("-")),
  "AH-2026-0123-k7m2p9x4c3vb",
  "notSupported",
  "byPost",
  "executionGone",
  "tooLate",
  "onDuty",
  "reconcile",
  "undefined",
  "object",
];

describe.each(["petitioner", "staff"] as const)("what the %s reads about an event", (reader) => {
  it.each(langs)("is one whole sentence or more for every type of fact, in %s", (lang) => {
    for (const { type, text } of sentences(reader).filter((said) => said.lang === lang)) {
      expect(text, type).toMatch(lang === "zh" ? /^\S.*[。]$/u : /^[A-Z\p{Script=Han}].*\.$/u);
    }
  });

  it("holds no internal code, id or number of ours", () => {
    for (const { type, text } of sentences(reader)) {
      expect(
        codes.filter((code) => text.split(/[^\w-]+/).includes(code)),
        type,
      ).toEqual([]);
    }
  });

  it("says the same thing in two languages, each in its own", () => {
    for (const fact of facts) {
      for (const by of actors) {
        const [zh, en] = langs.map((lang) => {
          const event = { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact };
          return particulars(
            eventSentence(event, { directory, petition: undefined }, lang, audiences[reader], "2025-12-31"),
            lang,
          );
        });
        expect(zh, fact.type).toEqual(en);
      }
    }
  });

  it("says the year of a day that is not of the reader's", () => {
    const by = { kind: "clock", clock: { kind: "step", n: 1 } } as const;
    const event = { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: examples.clockMoved };
    const read = (lang: Lang, today: string) =>
      eventSentence(event, { directory, petition: undefined }, lang, audiences[reader], today);
    expect(read("zh", "2025-12-31")).toContain("由2026年9月11日（周五）改为9月14日（周一）");
    expect(read("en", "2025-12-31")).toContain("from Fri 11 September 2026 to Mon 14 September");
    expect(read("zh", "2026-12-31")).toContain("由9月11日（周五）改为9月14日（周一）");
    expect(read("en", "2026-12-31")).toContain("from Fri 11 September to Mon 14 September");
  });
});

describe("what the petitioner reads about an event", () => {
  it("never names a member of staff, but for the leader in charge", () => {
    const leaders = { leaderNamed: ["liang-jing"], leadPassedOn: ["peng-hao"] };
    for (const { type, text } of sentences("petitioner")) {
      const named = directory.staff.filter(({ name, email }) => text.includes(name) || text.includes(email));
      const may = Object.entries(leaders).flatMap(([fact, ids]) => (fact === type ? ids : []));
      expect(
        named.map(({ id }) => id),
        type,
      ).toEqual(may);
    }
  });

  it("says which unit has the petition", () => {
    const by = { kind: "staff", id: "bai-xuemei" } as const;
    expect(
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: examples.acknowledged },
        { directory, petition: undefined },
        "zh",
        toPetitioners,
        "2026-03-06",
      ),
    ).toBe("南园社区已收到您的诉求，开始办理。");
  });

  it("says the new day and the article when the time was extended, and that nothing moved when it was not", () => {
    const by = { kind: "staff", id: "fang-jianping" } as const;
    const read = (fact: Fact) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        "zh",
        toPetitioners,
        "2026-03-06",
      );
    expect(read(examples.extensionApproved)).toContain("最迟5月21日（周四，含当日）答复您");
    expect(read(examples.extensionApproved)).toContain("《信访工作条例》第三十四条");
    expect(read(examples.extensionRefused)).toContain("材料已经齐全。期限不变");
    expect(read(tooLate)).toBe("办理环节已经结束，延期申请随之终止，期限没有延长。");
  });

  it("quotes a reason without doubling its full stop", () => {
    const by = { kind: "petitioner" } as const;
    expect(
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: examples.settlementProposed },
        { directory, petition: undefined },
        "zh",
        toPetitioners,
        "2026-03-06",
      ),
    ).toBe("承办单位提出了解决方案（已经办到），请您表态：周五前装好路灯。");
  });
});

describe("what the office reads about an event", () => {
  it("names who did it", () => {
    const by = { kind: "staff", id: "bai-xuemei" } as const;
    expect(
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: examples.reportedUpward },
        { directory, petition: undefined },
        "en",
        toOffice,
        "2026-03-06",
      ),
    ).toContain("reported it upward to the township");
  });

  it("says who could not take a step before its owner, and why", () => {
    const by = { kind: "workflow", epoch: 1 } as const;
    const passedOver: FactOf<"stepOpened">["passedOver"] = [
      { staff: "hou-jun", why: "away" },
      { staff: "bai-xuemei", why: "complainedAbout" },
    ];
    const fact: Fact = { ...examples.stepOpened, owner: "zhou-min", because: "bureauDuty", passedOver };
    const read = (lang: Lang) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        lang,
        toOffice,
        "2026-03-06",
      );
    expect(read("zh")).toContain("侯俊不在岗；白雪梅依规回避");
    expect(read("en")).toMatch(/away; .+ recused\)\.$/);
  });

  it("says whom a clock reminded and how, and which shares that one reminder stands for", () => {
    const by = { kind: "clock", clock: { kind: "step", n: 2 } } as const;
    const read = (fact: Fact, lang: Lang) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        lang,
        toOffice,
        "2026-03-06",
      );
    expect(read(examples.reminded, "zh")).toBe(
      "提醒白雪梅（列入下一封“今日待办”邮件）：办理环节期限（第 2 个）到12月14日（周一）为止，已过 75%。50% 的提醒没有单独发出，并入这一次。",
    );
    expect(read(examples.reminded, "en")).toBe(
      "A reminder for 白雪梅, in the next morning digest. “Step deadline (no. 2)” (until Mon 14 December): 75% of the time has passed. The notice at 50% was not sent on its own, and this one stands for it.",
    );
    const urgent: Fact = { ...examples.reminded, passedOver: [], how: "mail" };
    expect(read(urgent, "zh")).toBe(
      "提醒白雪梅（立即发邮件）：办理环节期限（第 2 个）到12月14日（周一）为止，已过 75%。",
    );
  });

  it("says why a clock rang and nothing came of it", () => {
    const by = { kind: "clock", clock: { kind: "handling", n: 1 } } as const;
    const read = (fact: Fact) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        "zh",
        toOffice,
        "2026-03-06",
      );
    expect(read({ ...examples.shareReached, lift: "notNeeded" })).toContain(
      "已过 75%，所在层级已经够高，不用提级办理。",
    );
    expect(read({ ...examples.shareReached, lift: "waits" })).toContain("正在转办，到下一环节再定是否提级办理。");
    expect(read(examples.shareReached)).toContain("已过 75%，没有提醒任何人。");
  });

  it("says that a level was passed by because too little time is left, to the office and to the petitioner", () => {
    const by = { kind: "workflow", epoch: 1 } as const;
    const fact: Fact = { type: "levelSkipped", stepNo: 3, level: "township", reason: "lateByLaw", to: "department" };
    const read = (lang: Lang, reader: "staff" | "petitioner") =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        lang,
        audiences[reader],
        "2026-03-06",
      );
    expect(read("zh", "staff")).toBe("法定答复期限已过大半，不再转乡镇（街道），直接转主管部门。");
    expect(read("en", "staff")).toBe(
      "The township was skipped, as too little of the time set by law is left for it; on to the department.",
    );
    expect(read("zh", "petitioner")).toBe(
      "法定答复期限已过大半，事项不再转乡镇（街道），直接转到主管部门，由其在期限内答复。",
    );
    expect(read("en", "petitioner")).toBe(
      "As little of the time set by law is left, the matter passes by the township and goes straight to the department.",
    );
  });

  it("says who stands in for a handler who is away", () => {
    const by = { kind: "clock", clock: { kind: "step", n: 1 } } as const;
    const turn = {
      type: "reassigned",
      stepNo: 1,
      from: "hou-jun",
      to: "bai-xuemei",
      unit: "nanyuan",
      assignment: 2,
    } as const;
    const fact: Fact = { ...turn, how: "whileAway", because: "unitHead" };
    const read = (lang: Lang, reader: Reader) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        lang,
        audiences[reader],
        "2026-03-06",
      );
    expect(read("zh", "staff")).toBe("侯俊不在岗，改由白雪梅经办（由单位负责人经办），期限不变。");
    expect(read("en", "staff")).toMatch(
      /^\S+ is away: taken over by \S+ \(head of the unit, .+\), with the same time limits\.$/,
    );
    expect(read("zh", "petitioner")).toBe("办理单位更换了经办人，期限不变。");
    const decides: Fact = { ...fact, passedOver: [{ staff: "bai-xuemei", why: "decides" }] };
    const told = eventSentence(
      { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: decides },
      { directory, petition: undefined },
      "zh",
      toOffice,
      "2026-03-06",
    );
    expect(told).toContain("；白雪梅负责决定经办人提出的申请，不能经办）");
  });

  it("says why another office holds a step at the top", () => {
    const by = { kind: "workflow", epoch: 1 } as const;
    const fact: Fact = { ...examples.stepOpened, level: "leader", because: "bureauDuty", vacancy: "complainedAbout" };
    const read = (lang: Lang) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        lang,
        toOffice,
        "2026-03-06",
      );
    expect(read("zh")).toContain("（区领导的承办单位是被反映对象，依规回避；没有其他人可以经办，由值班人员代为经办）");
    expect(read("en")).toContain("(for the district leader, whose office the petition is about; on duty there");
  });

  it("says that a request for more time lapsed with its step, or undecided by the law's clock, and blames nobody", () => {
    const read = (by: Actor, lang: Lang, reader: Reader = "staff") =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact: tooLate },
        { directory, petition: undefined },
        lang,
        audiences[reader],
        "2026-03-06",
      );
    const owner = { kind: "staff", id: "bai-xuemei" } as const;
    expect(read(owner, "zh")).toBe("办理环节已经结束，延期申请随之终止。");
    expect(read(owner, "en")).toBe("The request for more time lapsed with the step.");
    expect(read(owner, "en", "petitioner")).toBe(
      "The request for more time lapsed with the step; the time limits were not extended.",
    );
    const law = { kind: "clock", clock: { kind: "handling", n: 1 } } as const;
    expect(read(law, "zh")).toBe("延期申请未经决定，就此终止。");
    expect(read(law, "en")).toBe("The request for more time lapsed undecided.");
    expect(read(law, "zh", "petitioner")).toBe("延期申请未经决定，就此终止，期限没有延长。");
  });

  it("names the clock of a past step by its number, never as this step", () => {
    const by = { kind: "clock", clock: { kind: "step", n: 2 } } as const;
    const share: Fact = { ...examples.shareReached, clock: "step" };
    for (const fact of [examples.reminded, examples.clockMoved, share]) {
      for (const reader of ["staff", "petitioner"] as const) {
        const read = (lang: Lang) =>
          eventSentence(
            { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
            { directory, petition: undefined },
            lang,
            audiences[reader],
            "2026-03-06",
          );
        const n = fact.type === "clockMoved" ? 1 : 2;
        expect(read("zh")).toContain(`办理环节期限（第 ${n} 个）`);
        expect(read("en")).toContain(`Step deadline (no. ${n})`);
      }
    }
  });

  it("counts one day more as one", () => {
    const by = { kind: "staff", id: "fang-jianping" } as const;
    const read = (fact: Fact, reader: Reader) =>
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        "en",
        audiences[reader],
        "2026-03-06",
      );
    const [asked, approved] = [
      { ...examples.extensionAsked, days: 1 },
      { ...examples.extensionApproved, letter: { ...sampleLetters.extension, days: 1 } },
    ];
    expect(read(asked, "staff")).toContain("asked for 1 more day: ");
    expect(read(asked, "petitioner")).toContain("asked for 1 more day: ");
    expect(read(approved, "staff")).toContain("approved 1 more day (");
    expect(read(approved, "petitioner")).toContain("was extended by 1 day: ");
    expect(ringWords(approved, telling("en"))).toBe("1 more day was approved");
    expect(ringWords(examples.extensionApproved, telling("en"))).toBe("15 more days were approved");
  });

  it("says in a clock's list the same days and numbers in two languages, and the year of another year's day", () => {
    for (const fact of facts) {
      const [zh, en] = langs.map((lang) => particulars(ringWords(fact, telling(lang)), lang));
      expect(zh, fact.type).toEqual(en);
    }
    expect(ringWords(examples.clockMoved, telling("zh"))).toBe("重新计算，由2026年9月11日（周五）改为9月14日（周一）");
  });

  it("says of an end what had not been done by then", () => {
    const read = (fact: Fact, lang: Lang) => ringWords(fact, telling(lang));
    const bureau: Fact = { ...examples.overdueAtTop, level: "bureau" };
    expect(read(bureau, "zh")).toBe("届满没有作出受理决定，列入督办");
    expect(read(bureau, "en")).toBe("ended undecided: under supervision");
    expect(read(examples.overdueAtTop, "zh")).toBe("届满没有办结，列入督办");
    expect(read(examples.overdueAtTop, "en")).toBe("ended unfinished: under supervision");
    expect(read(examples.stepOverdue, "en")).toBe("ended unfinished: moved up to the township");
  });

  it("says of a ring which reminders had not gone out before it", () => {
    const fact: Fact = { ...examples.stepOverdue, passedOver: [50, 75] };
    expect(ringWords(fact, telling("zh"))).toContain("；此前没有来得及发出 50%、75% 的提醒");
    expect(ringWords(fact, telling("en"))).toContain("; by then the reminders at 50% and 75% had not gone out");
    expect(ringWords({ ...examples.reminded, passedOver: [50] }, telling("en"))).toContain(
      "; the notice at 50% was not sent on its own, and this one stands for it",
    );
    expect(ringWords(examples.stepOverdue, telling("en"))).not.toContain("by then");
  });

  it("speaks of a former colleague or unit that the directory no longer holds", () => {
    const fact = { ...examples.acknowledged, unit: "gone", staff: "gone-too" };
    const by = { kind: "staff", id: "gone-too" } as const;
    expect(
      eventSentence(
        { caseId: "AH-2026-0123-k7m2p9x4c3vb", by, fact },
        { directory, petition: undefined },
        "zh",
        toOffice,
        "2026-03-06",
      ),
    ).toBe("原承办单位原经办人签收。");
  });
});
