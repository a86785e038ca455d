import type { StaffField } from "#case/acts/staff-acts.ts";
import type { supervisionActs } from "#case/acts/supervision.ts";
import type { supervisionRequests } from "#case/acts/supervision-request.ts";
import type { Missed, SupervisionGround, SupervisionTier, supervisionFacts } from "#case/state/facts/supervision.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences, Told } from "./matter-words.ts";

/** 督办、催办: what was done, in a word or two. */
export const supervisionDeeds = {
  urged: { zh: "催办", en: "urged" },
  supervisionAsked: { zh: "提请督办", en: "supervision asked for" },
  supervisionNoticed: { zh: "发出督办通知", en: "supervision notice issued" },
  supervisionReported: { zh: "督办反馈", en: "supervision answered" },
  supervisionOver: { zh: "督办结束", en: "supervision over" },
  supervisionPassedOn: { zh: "督办换人负责", en: "supervision passed on" },
  supervisionReminded: { zh: "提醒办理督办", en: "reminded of supervision" },
} satisfies Deeds<typeof supervisionFacts>;

/** 督办事由: what was missed, as part of a sentence. */
export const supervisionGrounds: Readonly<Record<SupervisionGround, Bilingual>> = {
  statutoryOverdue: { zh: "法定期限届满没有办结", en: "the time set by law is over" },
  overdueAtTop: { zh: "办理期限届满，没有上一级可以转", en: "the last step’s time is over" },
  promiseBroken: { zh: "答复中承诺的事没有兑现", en: "a promise of the answer was not kept" },
  notTold: { zh: "书面答复没有按期送达", en: "the answer was not delivered in time" },
};

/** 督办级别. */
export const supervisionTiers: Readonly<Record<SupervisionTier, Bilingual>> = {
  notice: { zh: "督办通知", en: "notice" },
  interview: { zh: "约谈", en: "interview" },
  listed: { zh: "挂牌督办", en: "listing" },
};

/** What was missed, and on which day. */
const missedWords = ({ ground, lastDay }: Pick<Missed, "ground" | "lastDay">, today: DistrictDate): Bilingual => ({
  zh: `${supervisionGrounds[ground].zh}（${dateWords(lastDay, "zh", today)}）`,
  en: `${supervisionGrounds[ground].en} (${dateWords(lastDay, "en", today)})`,
});

const remarkZh = (remark: string | undefined): string => (remark === undefined ? "" : `：${withoutStop(remark)}`);
const remarkEn = (remark: string | undefined): string => (remark === undefined ? "" : `: ${withoutStop(remark)}`);

const whyNoticed = {
  issued: { zh: "", en: "" },
  refused: { zh: "反馈没有认可，", en: "The answer was not enough: " },
  missed: { zh: "到期没有反馈，", en: "Nothing was answered in time: " },
} satisfies Record<string, Bilingual>;

const noticedZh = ({ fact: { why, letter }, today }: Told<"supervisionNoticed">): string =>
  `${whyNoticed[why].zh}信访局向${letter.unit.zh}发出督办通知（${supervisionTiers[letter.tier].zh}，${letter.number}），事由：${missedWords({ ...letter, lastDay: letter.missedOn }, today).zh}。要求${latestWords(letter.until, today)}反馈：${withoutStop(letter.demand)}。`;
const noticedEn = ({ fact: { why, letter }, today }: Told<"supervisionNoticed">): string =>
  capitalised(
    `${whyNoticed[why].en}the petition office supervises ${letter.unit.en} (${supervisionTiers[letter.tier].en}, ${letter.number}), as ${missedWords({ ...letter, lastDay: letter.missedOn }, today).en}. It asked for this by ${dateWords(letter.until, "en", today)}: ${withoutStop(letter.demand)}.`,
  );

const reportedZh = ({ fact, directory, today }: Told<"supervisionReported">): string =>
  `${unitName(directory, fact.unit, "zh")}反馈督办事项：${withoutStop(fact.feedback)}。信访局${latestWords(fact.decideBy, today)}决定是否认可。`;
const reportedEn = ({ fact, directory, today }: Told<"supervisionReported">): string =>
  capitalised(
    `${unitName(directory, fact.unit, "en")} answered to the supervision: ${withoutStop(fact.feedback)}. The petition office says by ${dateWords(fact.decideBy, "en", today)} whether that is enough.`,
  );

const overZh = ({ fact }: Told<"supervisionOver">): string => {
  if (fact.how === "declined") return `信访局决定不督办，理由：${withoutStop(fact.reason ?? "")}。`;
  if (fact.how === "recused") return "该单位回避，督办随之结束。";
  if (fact.how === "merged") return "并入另一件办理，督办随之结束。";
  return fact.how === "accepted" ? "信访局认可督办反馈，督办结束。" : "事项结束，督办随之结束。";
};
const overEn = ({ fact }: Told<"supervisionOver">): string => {
  if (fact.how === "declined") return `The petition office does not supervise: ${withoutStop(fact.reason ?? "")}.`;
  if (fact.how === "merged") return "The case is handled in another one, and its supervision is over.";
  if (fact.how === "recused") return "The unit has no part in the case any more, and its supervision is over.";
  return fact.how === "accepted"
    ? "The petition office accepted the answer, and the supervision is over."
    : "The case is over, and its supervision with it.";
};

const passedOn = {
  zh: ({ fact, directory }: Told<"supervisionPassedOn">) =>
    `督办的事转${unitName(directory, fact.to.unit, "zh")}另一位工作人员负责。`,
  en: ({ fact, directory }: Told<"supervisionPassedOn">) =>
    `Somebody else of ${unitName(directory, fact.to.unit, "en")} has the supervision now.`,
};

const reminded = {
  zh: () => "督办的事还没有办好，已提醒负责人。",
  en: () => "The supervision still waits, and whoever has it was reminded.",
};

/** 督办、催办: what petitioners read about each fact. */
export const supervisionToPetitioners = {
  urged: {
    zh: (told) =>
      `${you(told, "zh")}催办${remarkZh(told.fact.remark)}。已经转告经办的工作人员和信访局，各项期限不变。${dateWords(told.fact.againOn, "zh", told.today)}起可以再催一次。`,
    en: (told) =>
      `${you(told, "en")} urged that it be done${remarkEn(told.fact.remark)}. That was passed on to whoever has it and to the petition office; no time limit moves. You can urge again from ${dateWords(told.fact.againOn, "en", told.today)} on.`,
  },
  supervisionAsked: {
    zh: ({ fact, by, today }) =>
      `${by.kind === "petitioner" ? "您申请督办" : "信访局考虑督办"}：${missedWords(fact.missed, today).zh}${remarkZh(fact.remark)}。信访局${latestWords(fact.decideBy, today)}决定，不督办的写明理由。`,
    en: ({ fact, by, today }) =>
      `${by.kind === "petitioner" ? "You asked for supervision" : "The petition office considers supervision"}, as ${missedWords(fact.missed, today).en}${remarkEn(fact.remark)}. It decides by ${dateWords(fact.decideBy, "en", today)}, and says why if it does not.`,
  },
  supervisionNoticed: { zh: noticedZh, en: noticedEn },
  supervisionReported: { zh: reportedZh, en: reportedEn },
  supervisionOver: { zh: overZh, en: overEn },
  supervisionPassedOn: passedOn,
  supervisionReminded: reminded,
} satisfies Sentences<typeof supervisionFacts>;

/** 督办、催办: what the office reads about each fact. */
export const supervisionToOffice = {
  urged: {
    zh: (told) => `${doer(told, "zh")}催办${remarkZh(told.fact.remark)}。各项期限不变。`,
    en: (told) =>
      capitalised(`${doer(told, "en")} urged that it be done${remarkEn(told.fact.remark)}. No time limit moves.`),
  },
  supervisionAsked: {
    zh: (told) =>
      `${doer(told, "zh")}提请督办：${missedWords(told.fact.missed, told.today).zh}${remarkZh(told.fact.remark)}。由${staffName(told.directory, told.fact.to.staff, "zh")}${latestWords(told.fact.decideBy, told.today)}决定。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked for supervision, as ${missedWords(told.fact.missed, told.today).en}${remarkEn(told.fact.remark)}. ${staffName(told.directory, told.fact.to.staff, "en")} decides by ${dateWords(told.fact.decideBy, "en", told.today)}.`,
      ),
  },
  supervisionNoticed: { zh: noticedZh, en: noticedEn },
  supervisionReported: { zh: reportedZh, en: reportedEn },
  supervisionOver: { zh: overZh, en: overEn },
  supervisionPassedOn: {
    zh: ({ fact, directory }) =>
      `${fact.how === "silent" ? "信访局到期没有决定，" : ""}督办的事转${staffName(directory, fact.to.staff, "zh")}负责。`,
    en: ({ fact, directory }) =>
      `${fact.how === "silent" ? "The petition office has not decided in time: " : ""}${staffName(directory, fact.to.staff, "en")} has the supervision now.`,
  },
  supervisionReminded: reminded,
} satisfies Sentences<typeof supervisionFacts>;

/** 督办、催办: what lists of clocks say of each fact. */
export const supervisionOnClocks = {
  urged: "never",
  supervisionAsked: "never",
  supervisionNoticed: { came: "deed", because: () => ({ zh: "到期没有反馈", en: "it ended without an answer" }) },
  supervisionReported: "never",
  supervisionOver: { came: "deed", because: "told" },
  supervisionPassedOn: { came: "deed", because: () => ({ zh: "到期没有决定", en: "it ended without a decision" }) },
  supervisionReminded: { came: "deed", because: "told" },
} satisfies ClockLines<typeof supervisionFacts>;

const answered = {
  zh: "该单位负责人收到督办通知和链接，到期没有反馈的，自动升一级。事项的各项期限不变，信访人看到原文。",
  en: "The head of the unit gets the notice with a link; without an answer in time it rises a level. No time limit of the case moves, and the petitioner reads what you ask.",
} satisfies Bilingual;

/** 督办: the acts of the bureau and of the unit as buttons, and what each causes. */
export const supervisionActWords = {
  issueSupervision: {
    button: { zh: "发出督办通知", en: "Issue a notice" },
    effect: { zh: () => answered.zh, en: () => answered.en },
  },
  declineSupervision: {
    button: { zh: "不督办", en: "Do not supervise" },
    effect: {
      zh: () => "信访人看到您写的理由。各项期限不变。",
      en: () => "The petitioner reads why. No time limit moves.",
    },
  },
  acceptFeedback: {
    button: { zh: "认可反馈", en: "Accept the answer" },
    effect: {
      zh: () => "督办结束，信访人收到通知。事项照常办理。",
      en: () => "The supervision is over, and the petitioner is told. The case goes on.",
    },
  },
  refuseFeedback: {
    button: { zh: "不认可，升一级督办", en: "Not enough: supervise at the next level" },
    effect: {
      zh: () => `督办通知、约谈、挂牌督办，一级比一级重；从约谈起，分管领导也负责。${answered.zh}`,
      en: () =>
        `Notice, interview, listing: each weighs more, and from the interview on the leader over the unit has it too. ${answered.en}`,
    },
  },
  reportFeedback: {
    button: { zh: "反馈", en: "Answer" },
    effect: {
      zh: ({ directory }) =>
        `信访局在 ${lengthWords(directory.policy.clocks.supervisionDecision, "zh")}内决定是否认可；不认可的，升一级督办。信访人看到原文。`,
      en: ({ directory }) =>
        `The petition office judges it within ${lengthWords(directory.policy.clocks.supervisionDecision, "en")}; if it is not enough, you are supervised at the next level. The petitioner reads it as you write it.`,
    },
  },
} satisfies ActsOf<typeof supervisionActs>;

/** 督办: the fields of the office's forms. */
export const supervisionFields = {
  feedback: {
    name: { zh: "反馈", en: "Your answer" },
    missing: { zh: "请写明已经做了什么、接着做什么", en: "Write what was done, and what comes next" },
  },
} satisfies FieldsOf<StaffField>;

/** 督办: why something is refused to the office. */
export const supervisionRefusals = {
  supervisionDayOutside: {
    zh: "请填今天以后、督办期限以内的日子",
    en: "Enter a day after today and within the time for supervision",
  },
} satisfies RefusalsOf;

/** 督办: that nobody may. */
export const nobodySupervises = {
  nobodyToSupervise: {
    zh: "能督办的人都应当回避，没有记录；请打电话告诉信访局",
    en: "Everybody who could supervise it must keep away from this case, so nothing was recorded; please call the petition office",
  },
} satisfies RefusalsOf;

/** 申请督办、催办: why something is refused to petitioners. */
export const supervisionRequestRefusals = {
  nothingMissed: {
    zh: "现在没有逾期的期限可以督办，或者这次逾期您已经申请过",
    en: "No day was missed for which the petition office could supervise, or you have asked for it already",
  },
  supervisedAlready: {
    zh: "这件事项正在督办，请看下面的最新进展",
    en: "The case is under supervision already; please see the latest below",
  },
  nothingOwed: {
    zh: "现在没有等单位办理的事，不用催办",
    en: "Nothing waits for an office now, so there is nothing to urge",
  },
  urgedLately: {
    zh: "您不久前催办过，哪一天起可以再催，写在“办理进度”里的“办理明细”全文中",
    en: "You urged a short while ago; the history of your case says from which day on you can again",
  },
  ...nobodySupervises,
} satisfies RefusalsOf;

/** 申请督办、催办: what the petitioner's act has brought about. */
export const supervisionNotices = {
  askSupervision: {
    zh: "督办申请已经提交，由信访局决定；不督办的，写明理由告诉您。",
    en: "Your request is recorded. The petition office decides; if it does not supervise, it tells you why.",
  },
  urge: {
    zh: "已经转告经办的工作人员和信访局。各项期限不变。",
    en: "It was passed on to whoever has the case and to the petition office. No time limit moves.",
  },
} satisfies Notices<typeof supervisionRequests>;
