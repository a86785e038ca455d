import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { urgencyDecisionActs } from "#case/acts/urgency-decision.ts";
import type { urgencyRequests } from "#case/acts/urgency-request.ts";
import type { FactOf } from "#case/state/event.ts";
import type { urgencyRequestFacts } from "#case/state/facts/urgency-request.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { reason } from "#words/matters.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import {
  awaitedToOffice,
  climbedOnClocks,
  climbedToOffice,
  climbedToPetitioners,
  passedOnToOffice,
} from "./awaited.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";
import { urgentGrounds } from "./urgency.ts";

/** What waits for a decision: in Chinese as a thing, in English after “decides”; and at the beginning of a sentence. */
const named = { zh: "紧急申请", en: "whether it is urgent" } satisfies Bilingual;
const namedFirst = { zh: "紧急申请", en: "Whether your petition is urgent" } satisfies Bilingual;

/** 申请紧急: what was done, in a word or two. */
export const urgencyRequestDeeds = {
  urgencyAsked: { zh: "申请标为紧急", en: "asked to be marked urgent" },
  urgencyPassedOn: { zh: "紧急申请转交决定", en: "decision on urgency passed on" },
  urgencyClimbed: { zh: "紧急申请转信访局负责人决定", en: "urgency request passed up, undecided" },
  urgencyAwaited: { zh: "等待决定是否紧急", en: "decision on urgency awaited" },
  urgencyRefused: { zh: "没有标为紧急", en: "not marked urgent" },
  urgencyLapsed: { zh: "紧急申请办结", en: "urgency request over" },
} satisfies Deeds<typeof urgencyRequestFacts>;

/** 紧急决定: the acts of whoever decides as buttons, and what each causes. */
export const urgencyDecisionActWords = {
  grantUrgency: {
    button: { zh: "标为紧急", en: "Mark it urgent" },
    effect: {
      zh: () =>
        "以后的环节按小时计算，本环节剩余时间只留四分之一，至少二十四小时；等信访人补充材料的，不再等。法定答复期限不变。经办人马上收到邮件，信访人留了邮箱的也会收到。",
      en: () =>
        "Steps go by hours from now on, and the open one keeps a quarter of what it has left, a whole day at least; nothing waits for material any more. The time set by law stays. The handler gets an email at once, and so does the petitioner if they left an address.",
    },
  },
  refuseUrgency: {
    button: { zh: "不标为紧急", en: "Do not mark it urgent" },
    effect: {
      zh: () => "事项照常办理，各项期限不变。信访人会看到理由，留了邮箱的会收到邮件。",
      en: () =>
        "The case goes on with the same deadlines. The petitioner reads the reason, by email too if they left an address.",
    },
  },
} satisfies ActsOf<typeof urgencyDecisionActs>;

const endedBecause: Record<FactOf<"urgencyLapsed">["how"], Bilingual> = {
  stepOver: {
    zh: "办理环节已经结束，没有决定的紧急申请随之终止",
    en: "The step is over, and the undecided request to mark it urgent lapsed with it",
  },
  settled: {
    zh: "解决方案已经商定，没有决定的紧急申请随之终止",
    en: "A settlement is agreed, and the undecided request to mark it urgent lapsed with it",
  },
  marked: {
    zh: "事项标为紧急，紧急申请随之办结",
    en: "The case is marked urgent, which settles the request",
  },
};

const ended = {
  zh: ({ fact }: { fact: FactOf<"urgencyLapsed"> }) => `${endedBecause[fact.how].zh}。`,
  en: ({ fact }: { fact: FactOf<"urgencyLapsed"> }) => `${endedBecause[fact.how].en}.`,
};

/** 申请紧急: what petitioners read about each fact. */
export const urgencyRequestToPetitioners = {
  urgencyAsked: {
    zh: ({ fact, directory, today }) =>
      `您申请把诉求标为紧急：${urgentGrounds[fact.why].zh}。由${unitName(directory, fact.triage.unit, "zh")}${latestWords(fact.decideBy, today)}决定，决定以前照常办理。`,
    en: ({ fact, directory, today }) =>
      `You asked that your petition be marked urgent: ${urgentGrounds[fact.why].en}. ${capitalised(unitName(directory, fact.triage.unit, "en"))} decides by ${dateWords(fact.decideBy, "en", today)}; until then it goes on as before.`,
  },
  urgencyPassedOn: {
    zh: () => "紧急申请改由另一位工作人员决定。",
    en: () => "Somebody else decides whether your petition is urgent.",
  },
  urgencyClimbed: {
    zh: (told) => climbedToPetitioners(told, namedFirst).zh,
    en: (told) => climbedToPetitioners(told, namedFirst).en,
  },
  urgencyAwaited: {
    zh: () => "紧急申请还在等决定。",
    en: () => "Your request to mark it urgent waits for a decision.",
  },
  urgencyRefused: {
    zh: ({ fact }) => `信访局没有把您的诉求标为紧急，理由：${withoutStop(fact.reason)}。事项照常办理，期限不变。`,
    en: ({ fact }) =>
      `The petition office did not mark your petition urgent: ${withoutStop(fact.reason)}. It goes on with the same time limits.`,
  },
  urgencyLapsed: ended,
} satisfies Sentences<typeof urgencyRequestFacts>;

/** 申请紧急: what the office reads about each fact. */
export const urgencyRequestToOffice = {
  urgencyAsked: {
    zh: ({ fact, directory, today }) =>
      `信访人申请标为紧急：${urgentGrounds[fact.why].zh}。具体情况：${withoutStop(fact.reason)}。由${unitName(directory, fact.triage.unit, "zh")}${staffName(directory, fact.triage.staff, "zh")}决定，${latestWords(fact.decideBy, today)}。`,
    en: ({ fact, directory, today }) =>
      `The petitioner asked that it be marked urgent: ${urgentGrounds[fact.why].en}. In their words: ${withoutStop(fact.reason)}. ${staffName(directory, fact.triage.staff, "en")}, ${unitName(directory, fact.triage.unit, "en")}, decides by ${dateWords(fact.decideBy, "en", today)}.`,
  },
  urgencyPassedOn: {
    zh: (told) => passedOnToOffice(told, named).zh,
    en: (told) => passedOnToOffice(told, named).en,
  },
  urgencyClimbed: {
    zh: (told) => climbedToOffice(told, named).zh,
    en: (told) => climbedToOffice(told, named).en,
  },
  urgencyAwaited: {
    zh: (told) => awaitedToOffice(told, named).zh,
    en: (told) => awaitedToOffice(told, named).en,
  },
  urgencyRefused: {
    zh: (told) => `${doer(told, "zh")}没有同意标为紧急，理由：${withoutStop(told.fact.reason)}。期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} did not mark it urgent, as the petitioner asked: ${withoutStop(told.fact.reason)}. The deadlines stay.`,
      ),
  },
  urgencyLapsed: ended,
} satisfies Sentences<typeof urgencyRequestFacts>;

/** 申请紧急: what lists of clocks say of each fact. */
export const urgencyRequestOnClocks = {
  urgencyAsked: "never",
  urgencyPassedOn: "never",
  urgencyClimbed: climbedOnClocks,
  urgencyAwaited: { came: "deed", because: "told" },
  urgencyRefused: "never",
  urgencyLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof urgencyRequestFacts>;

/** 申请紧急: why it cannot be asked. */
export const urgencyRequestRefusals = {
  nothingToHurryNow: {
    zh: "这件事项现在不在办理环节，不能申请标为紧急；有危险的，请马上打电话",
    en: "No unit is working on the matter now, so it cannot be marked urgent; if there is danger, please call at once",
  },
  urgencyAskedAlready: {
    zh: "已经有一份紧急申请在等决定；有危险的，请马上打电话",
    en: "A request to mark it urgent waits for its decision already; if there is danger, please call at once",
  },
  urgencyAskedEnough: {
    zh: "每个办理环节最多申请两次，已经用完；情况有变化的，请打电话告诉信访局",
    en: "It can be asked twice at each step, which is used up; if things have changed, please call the petition office",
  },
  nobodyToDecideUrgency: {
    zh: "能决定的人都应当回避，没有记录；请打电话告诉信访局",
    en: "Everybody who could decide on it must keep away from this case, so nothing was recorded; please call the petition office",
  },
} satisfies RefusalsOf;

/** 申请紧急: the fields of the petitioner's form. */
export const urgencyRequestFields = {
  urgentGround: {
    name: { zh: "为什么紧急", en: "Why it is urgent" },
    missing: { zh: "请选择为什么紧急", en: "Choose why it is urgent" },
  },
  reason,
} satisfies FieldsOf<PetitionerField>;

/** 申请紧急: what the petitioner's act has brought about. */
export const urgencyRequestNotices = {
  askUrgency: {
    zh: "紧急申请已经提交，由信访局决定。最迟哪一天、结果怎样，见“办理进度”里的“办理明细”全文。有危险的，请马上打电话，不要等。",
    en: "Your request is recorded, and the petition office decides. By which day, and what comes of it, stands in the history of your case. If there is danger, call at once; do not wait.",
  },
} satisfies Notices<typeof urgencyRequests>;
