import type { extensionActs, extensionDecisionActs } from "#case/acts/extension.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { Actor } from "#case/state/actor.ts";
import type { extensionFacts } from "#case/state/facts/extension.ts";
import { isAsking } from "#case/state/standing.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, daysWords, latestWords, lengthWords, moreDays } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";
import { standInReasons } from "./step.ts";

/** Whether the time set by law did it: the step may go on after that, or have been ended by it. */
const isByLaw = ({ by }: { by: Actor }): boolean => by.kind === "clock" && by.clock.kind === "handling";

/** The days that are asked for. */
const askedDays = ({ petition }: Choosing): number => (isAsking(petition) ? petition.extension.days : 0);

const refusedDeed: Bilingual = { zh: "没有延期", en: "not extended" };

/** 延期: what was done, in a word or two. */
export const extensionDeeds = {
  extensionAsked: { zh: "申请延期", en: "more time asked for" },
  decisionPassedOn: { zh: "延期审批转交", en: "decision passed on" },
  decisionAwaited: { zh: "等待审批", en: "decision awaited" },
  extensionApproved: { zh: "同意延期", en: "extended" },
  extensionRefused: refusedDeed,
} satisfies Deeds<typeof extensionFacts>;

/** 延期: its acts, as staff choose them. */
export const extensionActWords = {
  askExtension: {
    button: { zh: "申请延期", en: "Ask for more time" },
    effect: {
      zh: ({ directory }) =>
        `由单位负责人决定，最长 ${lengthWords(directory.policy.clocks.extension, "zh")}，每件只能申请一次；没有同意以前，期限照常计算。负责人会收到邮件，信访人会看到原因。`,
      en: ({ directory }) =>
        `The head of the unit decides: at most ${lengthWords(directory.policy.clocks.extension, "en")}, once for each case, and until then the deadlines stay. The head gets an email; the petitioner sees the reason.`,
    },
  },
} satisfies ActsOf<typeof extensionActs>;

/** 延期审批: the acts of whoever decides on it as buttons, and what each causes. */
export const extensionDecisionActWords = {
  approveExtension: {
    button: { zh: "同意延期", en: "Approve the extension" },
    effect: {
      zh: (choosing) =>
        `本环节期限和法定答复期限都延长 ${daysWords(askedDays(choosing), "zh")}（${choosing.directory.policy.clocks.extension.article.zh}）。信访人会看到新的日期，留了邮箱的会收到邮件。`,
      en: (choosing) =>
        `The step's deadline and the one set by law both move by ${daysWords(askedDays(choosing), "en")} (${choosing.directory.policy.clocks.extension.article.en}). The petitioner sees the new day, by email too if they left an address.`,
    },
  },
  refuseExtension: {
    button: { zh: "不同意延期", en: "Refuse the extension" },
    effect: {
      zh: () => "期限不变，经办人继续办理，不能再次申请。信访人会看到理由。",
      en: () => "The deadlines stay, the handler goes on and cannot ask again. The petitioner sees the reason.",
    },
  },
} satisfies ActsOf<typeof extensionDecisionActs>;

/** 延期: what petitioners read about each fact. */
export const extensionToPetitioners = {
  extensionAsked: {
    zh: ({ fact }) =>
      `办理单位申请延长期限 ${fact.days} 日，原因：${withoutStop(fact.reason)}。由负责人决定，决定以前期限不变。`,
    en: ({ fact }) =>
      `The unit in charge asked for ${moreDays(fact.days)}: ${withoutStop(fact.reason)}. Its head decides; until then the time limits stay.`,
  },
  decisionPassedOn: {
    zh: () => "延期申请改由另一位负责人决定。",
    en: () => "Another head decides on the request for more time.",
  },
  decisionAwaited: {
    zh: () => "延期申请还在等负责人决定。",
    en: () => "The request for more time waits for the head’s decision.",
  },
  extensionApproved: {
    zh: ({ fact, today }) =>
      `经负责人批准，办理期限延长 ${fact.letter.days} 日，${latestWords(fact.letter.answerBy, today)}答复您。情况复杂的可以延长一次，依据：${fact.letter.article.zh}。`,
    en: ({ fact, today }) =>
      `The time limit was extended by ${daysWords(fact.letter.days, "en")}: you get the answer by ${dateWords(fact.letter.answerBy, "en", today)}. A complex matter may be extended once, as its head approved: ${fact.letter.article.en}.`,
  },
  extensionRefused: {
    zh: ({ fact, by }) =>
      fact.how === "head"
        ? `负责人没有同意延期，理由：${withoutStop(fact.reason)}。期限不变。`
        : fact.how === "notNeeded"
          ? "解决方案已经商定，延期申请随之终止，期限没有延长。"
          : isByLaw({ by })
            ? "延期申请未经决定，就此终止，期限没有延长。"
            : "办理环节已经结束，延期申请随之终止，期限没有延长。",
    en: ({ fact, by }) =>
      fact.how === "head"
        ? `The extension was not approved: ${withoutStop(fact.reason)}. The time limits stay.`
        : fact.how === "notNeeded"
          ? "The request for more time lapsed with the settlement; the time limits were not extended."
          : isByLaw({ by })
            ? "The request for more time lapsed undecided; the time limits were not extended."
            : "The request for more time lapsed with the step; the time limits were not extended.",
  },
} satisfies Sentences<typeof extensionFacts>;

/** 延期: what the office reads about each fact. */
export const extensionToOffice = {
  extensionAsked: {
    zh: (told) =>
      `${doer(told, "zh")}申请延期 ${told.fact.days} 日，原因：${withoutStop(told.fact.reason)}。由${unitName(told.directory, told.fact.head.unit, "zh")}${staffName(told.directory, told.fact.head.staff, "zh")}决定。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked for ${moreDays(told.fact.days)}: ${withoutStop(told.fact.reason)}. ${staffName(told.directory, told.fact.head.staff, "en")}, ${unitName(told.directory, told.fact.head.unit, "en")}, decides.`,
      ),
  },
  decisionPassedOn: {
    zh: ({ fact, directory }) =>
      `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，延期申请改由${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}决定。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, decides on the request for more time instead.`,
      ),
  },
  decisionAwaited: {
    zh: ({ fact, directory, today }) =>
      `延期申请还在等${staffName(directory, fact.staff, "zh")}决定，${latestWords(fact.decideBy, today)}。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${staffName(directory, fact.staff, "en")} has still to decide on the request for more time, by ${dateWords(fact.decideBy, "en", today)} at the latest.`,
      ),
  },
  extensionApproved: {
    zh: (told) =>
      `${doer(told, "zh")}同意延期 ${told.fact.letter.days} 日（${told.fact.letter.article.zh}）：本环节到${dateWords(told.fact.lastDay, "zh", told.today)}，法定答复期限到${dateWords(told.fact.letter.answerBy, "zh", told.today)}，起算日期不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} approved ${moreDays(told.fact.letter.days)} (${told.fact.letter.article.en}): the step until ${dateWords(told.fact.lastDay, "en", told.today)}, the answer by ${dateWords(told.fact.letter.answerBy, "en", told.today)}, with the same start.`,
      ),
  },
  extensionRefused: {
    zh: (told) =>
      told.fact.how === "head"
        ? `${doer(told, "zh")}不同意延期，理由：${withoutStop(told.fact.reason)}。`
        : told.fact.how === "notNeeded"
          ? "解决方案已经商定，延期申请随之终止。"
          : isByLaw(told)
            ? "延期申请未经决定，就此终止。"
            : "办理环节已经结束，延期申请随之终止。",
    en: (told) =>
      told.fact.how === "head"
        ? capitalised(`${doer(told, "en")} refused the extension: ${withoutStop(told.fact.reason)}.`)
        : told.fact.how === "notNeeded"
          ? "The request for more time lapsed with the settlement."
          : isByLaw(told)
            ? "The request for more time lapsed undecided."
            : "The request for more time lapsed with the step.",
  },
} satisfies Sentences<typeof extensionFacts>;

/** 延期: what lists of clocks say of each fact. */
export const extensionOnClocks = {
  extensionAsked: "never",
  decisionPassedOn: { came: "deed", because: "told" },
  decisionAwaited: { came: "deed", because: "told" },
  extensionApproved: {
    came: {
      zh: ({ fact }) => `批准延期 ${fact.letter.days} 日`,
      en: ({ fact }) => `${moreDays(fact.letter.days)} ${fact.letter.days === 1 ? "was" : "were"} approved`,
    },
    because: "told",
  },
  extensionRefused: {
    came: {
      zh: ({ fact }) => (fact.how === "head" ? refusedDeed.zh : "延期申请届时没有决定，按不同意处理"),
      en: ({ fact }) =>
        fact.how === "head" ? refusedDeed.en : "a request for more time was undecided and counts as refused",
    },
    because: () => ({ zh: "到期没有决定", en: "it ended with the request undecided" }),
  },
} satisfies ClockLines<typeof extensionFacts>;

/** 延期: why something is refused. */
export const extensionRefusals = {
  extensionTooLong: {
    zh: "申请的天数超过规定的最长延期，请减少天数",
    en: "That is longer than the law allows; please ask for fewer days",
  },
  urgentNotExtended: {
    zh: "紧急事项不能延期，请马上处置，或者上报",
    en: "An urgent case gets no more time; please act now, or report it upward",
  },
  extensionPending: {
    zh: "延期申请正在等负责人决定，请先按原期限办理",
    en: "An extension has been asked for and waits for a decision; please go by the present deadline until then",
  },
  trackNotExtended: {
    zh: "只有信访程序的事项可以延期，这件事的办理途径没有延期",
    en: "Only the petition procedure knows more time; this case is on another way",
  },
  extendedBefore: {
    zh: "每件事项只能申请一次延期，此件已经申请过，请按现在的期限办理",
    en: "A case can be extended once, and for this one that is decided; please go by the present deadline",
  },
  tooLateToExtend: {
    zh: "期限已到，不能再延期，请尽快办理",
    en: "The time is up and can no longer be extended; please deal with the case as soon as possible",
  },
  nobodyToDecide: {
    zh: "能审批延期的负责人都应当回避，不能延期，请在期限内办理",
    en: "Everybody who could approve it must keep away from this case; please finish within the deadline",
  },
} satisfies RefusalsOf;

/** 延期: the fields of the office's forms. */
export const extensionFields = {
  days: {
    name: { zh: "延长的天数", en: "The number of days" },
    missing: { zh: "请填写需要延长几天", en: "Enter how many days you need" },
  },
} satisfies FieldsOf<StaffField>;
