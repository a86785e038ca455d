import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { recusalActs } from "#case/acts/recusal.ts";
import type { recusalDecisionActs } from "#case/acts/recusal-decision.ts";
import type { recusalRequests } from "#case/acts/recusal-request.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { AskedToRecuse, RecusalGround, RecusalOf, recusalFacts } from "#case/state/facts/recusal.ts";
import { isRecusing } from "#case/state/standing.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
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

/** Why somebody must not handle a case, as a clause. */
export const recusalGrounds: Record<RecusalGround, Bilingual> = {
  interest: { zh: "与事项有直接利害关系", en: "the matter directly concerns interests of their own" },
  relative: { zh: "与当事人有亲属关系", en: "a person concerned is a relative" },
  other: { zh: "有其他可能影响公正办理的情形", en: "something else could make them partial" },
};

/** Of whom it is asked, as petitioners and letters say it; no name of anybody. */
export const recusalOfWords: Record<RecusalOf, Bilingual> = {
  handler: { zh: "承办人", en: "the handler" },
  unit: { zh: "承办单位", en: "the unit in charge" },
};

/** What waits for a decision: in Chinese as a thing, in English after “decides”; and at the beginning of a sentence. */
const named = { zh: "回避申请", en: "on the recusal" } satisfies Bilingual;
const namedFirst = { zh: "回避申请", en: "Your request that somebody step aside" } satisfies Bilingual;

/** 回避: what was done, in a word or two. */
export const recusalDeeds = {
  recused: { zh: "承办人回避", en: "handler recused" },
  recusalAsked: { zh: "申请回避", en: "recusal asked for" },
  recusalPassedOn: { zh: "回避申请转交决定", en: "decision on the recusal passed on" },
  recusalClimbed: { zh: "回避申请转信访局负责人决定", en: "recusal request passed up, undecided" },
  recusalAwaited: { zh: "等待决定回避", en: "decision on the recusal awaited" },
  recusalDecided: { zh: "决定是否回避", en: "recusal decided" },
  unitRecused: { zh: "承办单位回避，改由其他单位办理", en: "unit recused, sent to another one" },
  recusalLapsed: { zh: "回避申请终止", en: "recusal request lapsed" },
} satisfies Deeds<typeof recusalFacts>;

/** 自行回避: the act, as staff choose it. */
export const recusalActWords = {
  recuse: {
    button: { zh: "自行回避", en: "Step aside: a conflict of interest" },
    effect: {
      zh: () =>
        "您不应办理这件事项的，请自行回避。由应当接手的人马上接手，期限不变；您以后不能再查看、办理这件事项，也不能撤销。信访人会看到承办人回避和原因类别，看不到姓名。",
      en: () =>
        "For a case that you must not handle. Whoever it falls to without you takes over at once, and no time limit moves; you can neither see it nor act on it again, and this cannot be undone. The petitioner reads that the handler stepped aside and which kind of reason it was, but no name.",
    },
  },
} satisfies ActsOf<typeof recusalActs>;

/** Whom the office is asked to do without, by name. */
const meantOffice = ({ whom, directory }: { whom: AskedToRecuse; directory: Directory }, lang: Lang): string =>
  whom.is === "handler" ? staffName(directory, whom.staff, lang) : unitName(directory, whom.unit, lang);

/** 回避决定: the acts of whoever decides as buttons, and what each causes. */
export const recusalDecisionActWords = {
  grantRecusal: {
    button: { zh: "同意回避", en: "Grant it: they have no part in it" },
    effect: {
      zh: ({ petition }) =>
        isRecusing(petition) && petition.recusal.whom.is === "unit"
          ? "该单位从即日起不再查看、办理这件事项，本环节结束，改由其他单位办理，法定答复期限不变。信访人会收到回避决定，留了邮箱的会收到邮件。"
          : "该人员从即日起不再查看、办理这件事项，由应当接手的人马上接手，各项期限不变。信访人会收到回避决定，留了邮箱的会收到邮件。",
      en: ({ petition }) =>
        isRecusing(petition) && petition.recusal.whom.is === "unit"
          ? "From today on that unit neither sees the case nor works on it: its step ends and another unit gets the case; the time set by law stays. The petitioner gets a letter, by email too if they left an address."
          : "From today on they neither see the case nor work on it. Whoever it falls to without them takes over at once, and no time limit moves. The petitioner gets a letter, by email too if they left an address.",
    },
  },
  refuseRecusal: {
    button: { zh: "不同意回避", en: "Refuse it" },
    effect: {
      zh: () => "承办人继续办理，各项期限不变，会收到邮件。信访人会收到回避决定，看到理由。",
      en: () =>
        "Whoever has the case goes on, with the same deadlines, and gets an email. The petitioner gets a letter with the reason.",
    },
  },
} satisfies ActsOf<typeof recusalDecisionActs>;

const lapsedBecause: Record<FactOf<"recusalLapsed">["how"], Bilingual> = {
  stepOver: {
    zh: "办理环节已经结束，没有决定的回避申请随之终止",
    en: "The step is over, and the undecided request that somebody step aside lapsed with it",
  },
  settled: {
    zh: "解决方案已经商定，没有决定的回避申请随之终止",
    en: "A settlement is agreed, and the undecided request that somebody step aside lapsed with it",
  },
  steppedAside: {
    zh: "承办人已经自行回避，回避申请不用再决定",
    en: "The handler stepped aside, so nothing is left to decide about the request",
  },
};

/** 回避: what petitioners read about each fact. */
export const recusalToPetitioners = {
  recused: {
    zh: ({ fact }) => `承办人自行回避：${recusalGrounds[fact.why].zh}。事项改由他人办理，期限不变。`,
    en: ({ fact }) =>
      `The handler stepped aside: ${recusalGrounds[fact.why].en}. Somebody else has your petition now, and no time limit has moved.`,
  },
  recusalAsked: {
    zh: ({ fact: { whom, why, askedOn, judge, decideBy }, by, directory, today }) =>
      `${by.kind === "staff" ? `信访局登记了您${dateWords(askedOn, "zh", today)}提出的申请，请` : "您申请"}${recusalOfWords[whom.is].zh}回避，原因：${recusalGrounds[why].zh}。由${unitName(directory, judge.unit, "zh")}负责人${latestWords(decideBy, today)}决定。决定以前，${recusalOfWords[whom.is].zh}暂停办理，各项期限照常计算。`,
    en: ({ fact: { whom, why, askedOn, judge, decideBy }, by, directory, today }) =>
      `${by.kind === "staff" ? `The petition office recorded what you asked on ${dateWords(askedOn, "en", today)}` : "You asked"}: that ${recusalOfWords[whom.is].en} have no part in it, since ${recusalGrounds[why].en}. The head of ${unitName(directory, judge.unit, "en")} decides by ${dateWords(decideBy, "en", today)}. Until then ${recusalOfWords[whom.is].en} does nothing on it, and the time limits run on.`,
  },
  recusalPassedOn: {
    zh: () => "回避申请改由另一位负责人决定。",
    en: () => "Another head decides on your request that somebody step aside.",
  },
  recusalClimbed: {
    zh: (told) => climbedToPetitioners(told, namedFirst).zh,
    en: (told) => climbedToPetitioners(told, namedFirst).en,
  },
  recusalAwaited: {
    zh: () => "回避申请还在等决定。",
    en: () => "Your request that somebody step aside waits for a decision.",
  },
  recusalDecided: {
    zh: ({ fact: { letter, whom } }) =>
      letter.decision.is === "granted"
        ? `同意您的回避申请（${recusalGrounds[letter.why].zh}）：该人员不再参与办理，期限不变。回避决定已发给您。`
        : `没有同意您的回避申请，仍由${recusalOfWords[whom.is].zh}办理，理由：${withoutStop(letter.decision.reason)}。回避决定已发给您。`,
    en: ({ fact: { letter, whom } }) =>
      letter.decision.is === "granted"
        ? `You asked that the handler have no part in it (${recusalGrounds[letter.why].en}), and they have none from now on; no time limit has moved. You have a letter about it.`
        : `You asked that ${recusalOfWords[whom.is].en} have no part in it, which was refused: ${withoutStop(letter.decision.reason)}. You have a letter about it.`,
  },
  unitRecused: {
    zh: ({ fact: { letter, unit }, directory }) =>
      `同意您的回避申请（${recusalGrounds[letter.why].zh}）：${unitName(directory, unit, "zh")}不再参与办理，改由${letter.responsible.name.zh}办理，答复您的期限不变。回避决定已发给您。`,
    en: ({ fact: { letter, unit }, directory }) =>
      `You asked that the unit in charge have no part in it (${recusalGrounds[letter.why].en}): ${unitName(directory, unit, "en")} has none from now on, and ${letter.responsible.name.en} has your petition. You get your answer by the same day. You have a letter about it.`,
  },
  recusalLapsed: {
    zh: ({ fact }) => `${lapsedBecause[fact.how].zh}。`,
    en: ({ fact }) => `${lapsedBecause[fact.how].en}.`,
  },
} satisfies Sentences<typeof recusalFacts>;

/** 回避: what the office reads about each fact. What the petitioner wrote is read by whoever decides alone, on their page. */
export const recusalToOffice = {
  recused: {
    zh: ({ fact, by, directory }) =>
      `${doer({ by, directory }, "zh")}自行回避：${recusalGrounds[fact.why].zh}。不再查看、办理这件事项。`,
    en: ({ fact, by, directory }) =>
      capitalised(
        `${doer({ by, directory }, "en")} stepped aside: ${recusalGrounds[fact.why].en}. They neither see the case nor act on it any more.`,
      ),
  },
  recusalAsked: {
    zh: ({ fact: { whom, why, askedOn, judge, decideBy }, by, directory, today }) =>
      `${by.kind === "staff" ? `${doer({ by, directory }, "zh")}登记：信访人${dateWords(askedOn, "zh", today)}` : "信访人"}申请${meantOffice({ whom, directory }, "zh")}回避，原因：${recusalGrounds[why].zh}。由${unitName(directory, judge.unit, "zh")}${staffName(directory, judge.staff, "zh")}决定，${latestWords(decideBy, today)}。决定以前，被申请回避的暂停办理，期限照常计算。`,
    en: ({ fact: { whom, why, askedOn, judge, decideBy }, by, directory, today }) =>
      capitalised(
        `${by.kind === "staff" ? `${doer({ by, directory }, "en")} recorded that on ${dateWords(askedOn, "en", today)} the petitioner` : "the petitioner"} asked that ${meantOffice({ whom, directory }, "en")} have no part in it: ${recusalGrounds[why].en}. ${staffName(directory, judge.staff, "en")}, ${unitName(directory, judge.unit, "en")}, decides by ${dateWords(decideBy, "en", today)}. Until then whoever is meant does nothing on it, and every deadline runs.`,
      ),
  },
  recusalPassedOn: {
    zh: (told) => passedOnToOffice(told, named).zh,
    en: (told) => passedOnToOffice(told, named).en,
  },
  recusalClimbed: {
    zh: (told) => climbedToOffice(told, named).zh,
    en: (told) => climbedToOffice(told, named).en,
  },
  recusalAwaited: {
    zh: (told) => awaitedToOffice(told, named).zh,
    en: (told) => awaitedToOffice(told, named).en,
  },
  recusalDecided: {
    zh: ({ fact: { letter, whom }, by, directory }) =>
      letter.decision.is === "granted"
        ? `${doer({ by, directory }, "zh")}同意信访人的申请，${meantOffice({ whom, directory }, "zh")}回避：${recusalGrounds[letter.why].zh}。`
        : `${doer({ by, directory }, "zh")}没有同意信访人要求${meantOffice({ whom, directory }, "zh")}回避的申请，理由：${withoutStop(letter.decision.reason)}。`,
    en: ({ fact: { letter, whom }, by, directory }) =>
      capitalised(
        letter.decision.is === "granted"
          ? `${doer({ by, directory }, "en")} recused ${meantOffice({ whom, directory }, "en")}, as the petitioner asked: ${recusalGrounds[letter.why].en}.`
          : `${doer({ by, directory }, "en")} did not recuse ${meantOffice({ whom, directory }, "en")}, as the petitioner asked: ${withoutStop(letter.decision.reason)}.`,
      ),
  },
  unitRecused: {
    zh: ({ fact: { letter, unit }, by, directory }) =>
      `${doer({ by, directory }, "zh")}同意信访人的申请，${unitName(directory, unit, "zh")}回避：${recusalGrounds[letter.why].zh}。改由${letter.responsible.name.zh}办理，法定答复期限不变。`,
    en: ({ fact: { letter, unit }, by, directory }) =>
      capitalised(
        `${doer({ by, directory }, "en")} recused ${unitName(directory, unit, "en")}, as the petitioner asked: ${recusalGrounds[letter.why].en}. The case goes to ${letter.responsible.name.en}; the time set by law stays.`,
      ),
  },
  recusalLapsed: {
    zh: ({ fact }) => `${lapsedBecause[fact.how].zh}。`,
    en: ({ fact }) => `${lapsedBecause[fact.how].en}.`,
  },
} satisfies Sentences<typeof recusalFacts>;

/** 回避: what lists of clocks say of each fact. */
export const recusalOnClocks = {
  recused: "never",
  recusalAsked: "never",
  recusalPassedOn: "never",
  recusalClimbed: climbedOnClocks,
  recusalAwaited: { came: "deed", because: "told" },
  recusalDecided: "never",
  unitRecused: "never",
  recusalLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof recusalFacts>;

/** 回避: why something is refused, to whoever has the case, asks or decides. */
export const recusalRefusals = {
  nobodyElse: {
    zh: "名录里没有别人可以接手，没有记录；请马上打电话告诉信访局",
    en: "The directory names nobody else who could take it over, so nothing was recorded; please call the petition office now",
  },
} satisfies RefusalsOf;

/** 申请回避: why the acts of whom it is asked are refused until it is decided. */
export const recusalPendingRefusals = {
  recusalPending: {
    zh: "信访人申请您或者您的单位回避，还没有决定，决定以前请暂停办理；确有应当回避情形的，请自行回避",
    en: "The petitioner asks that you or your unit step aside, and until that is decided nothing can be done; if you must not handle it, please step aside yourself",
  },
} satisfies RefusalsOf;

/** 申请回避: why it cannot be asked. */
export const recusalRequestRefusals = {
  noStepOpen: {
    zh: "这件事项现在不在办理环节，不能申请回避；有人应当回避的，请打电话告诉信访局",
    en: "No unit is working on the matter now, so nobody can be asked to step aside; if somebody must not handle it, please call the petition office",
  },
  recusalAskedAlready: {
    zh: "已经有一份回避申请在等决定，决定以后才能再申请",
    en: "A request that somebody step aside waits for its decision already; you can ask again after it",
  },
  recusalsEnough: {
    zh: "每个办理环节最多申请两次回避，已经用完；请打电话告诉信访局",
    en: "It can be asked twice at each step, which is used up; please call the petition office",
  },
  nobodyToDecideRecusal: {
    zh: "能决定回避的人都应当回避，没有记录；请打电话告诉信访局",
    en: "Everybody who could decide on it must keep away from this case, so nothing was recorded; please call the petition office",
  },
} satisfies RefusalsOf;

/** 申请回避: why the bureau cannot record it. */
export const recusalRecordRefusals = {
  recusalDateImpossible: {
    zh: "申请日期不能晚于今天，也不能早于收到这件诉求的日子",
    en: "It cannot have been asked for after today, nor before the petition was received",
  },
} satisfies RefusalsOf;

/** 自行回避: the field of the form. */
export const recusalFields = {
  recusalGround: {
    name: { zh: "回避的原因", en: "Why you must not handle it" },
    missing: { zh: "请选择回避的原因", en: "Choose why you must not handle it" },
  },
} satisfies FieldsOf<StaffField>;

/** 申请回避: the fields of the petitioner's form. */
export const recusalRequestFields = {
  recusalOf: {
    name: { zh: "请谁回避", en: "Who should step aside" },
    missing: { zh: "请选择承办人或者整个承办单位", en: "Choose whether it is the handler or the whole unit" },
  },
  recusalGround: {
    name: { zh: "回避的原因", en: "Why they should" },
    missing: { zh: "请选择是哪一种原因", en: "Choose which kind of reason it is" },
  },
  reason,
} satisfies FieldsOf<PetitionerField>;

/** 申请回避: what the petitioner's act has brought about. */
export const recusalNotices = {
  askRecusal: {
    zh: "回避申请已经提交。由谁决定、最迟哪一天，见“办理进度”里的“办理明细”全文；决定以书面告诉您。",
    en: "Your request is recorded. Who decides, and by which day, stands in the history of your case; the decision comes to you in writing.",
  },
} satisfies Notices<typeof recusalRequests>;
