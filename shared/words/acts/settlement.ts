import type { performanceActs } from "#case/acts/performance.ts";
import type { settlementActs } from "#case/acts/settlement.ts";
import type { settlementAnswers } from "#case/acts/settlement-answers.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { settlementFacts } from "#case/state/facts/settlement.ts";
import { promiseUntil } from "#case/state/latest-days.ts";
import { districtDate } from "#clock/period.ts";
import type { Lang } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { missedWords } from "#words/reminding-words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 化解: what was done, in a word or two. */
export const settlementDeeds = {
  settlementProposed: { zh: "提出解决方案", en: "settlement proposed" },
  settlementRetracted: { zh: "收回解决方案", en: "proposal withdrawn" },
  settlementDeclined: { zh: "信访人不同意解决方案", en: "proposal declined" },
  settlementLapsed: { zh: "解决方案没有等到答复", en: "proposal lapsed unanswered" },
  settlementAgreed: { zh: "信访人同意解决方案", en: "settlement agreed" },
  agreementTakenBack: { zh: "信访人收回同意", en: "agreement taken back" },
  performanceReported: { zh: "承办单位报告已经办到", en: "reported as done" },
  performanceDue: { zh: "承诺的日子已到", en: "promised day reached" },
  performanceAskedAgain: { zh: "再次请信访人确认", en: "petitioner asked again" },
  settlementConfirmed: { zh: "已解决，信访人已确认", en: "settled and confirmed" },
  performanceDenied: { zh: "信访人表示没有办到", en: "said not to be done" },
  performanceUnreported: { zh: "到期没有说明是否办到", en: "nobody said that it was done" },
  settlementUnconfirmed: { zh: "已经办到，信访人没有答复", en: "done, and not confirmed" },
  settlementReopened: { zh: "信访人要求重新办理", en: "reopened by the petitioner" },
} satisfies Deeds<typeof settlementFacts>;

/** By when something will be done, or that it is: a clause that ends a sentence. */
const byWhen = (promisedFor: DistrictDate | undefined, lang: Lang, today: DistrictDate): string =>
  promisedFor === undefined
    ? { zh: "（已经办到）", en: " (done already)" }[lang]
    : {
        zh: `（${latestWords(promisedFor, today)}办到）`,
        en: ` (done by ${dateWords(promisedFor, "en", today)} at the latest)`,
      }[lang];

const lastPromise = ({ petition, ...world }: Choosing, lang: Lang): string => {
  if (petition.status !== "handling") return "";
  const [last, today] = [promiseUntil(petition, world), districtDate(world.now)];
  return { zh: latestWords(last, today), en: dateWords(last, "en", today) }[lang];
};

/** 化解: its acts, as staff choose them. */
export const settlementActWords = {
  proposeSettlement: {
    button: { zh: "提出解决方案", en: "Propose a settlement" },
    effect: {
      zh: (choosing) =>
        `先问信访人是否同意。同意后本环节保持开着，由您负责办到；承诺的日子一到，再问信访人是否办到：办到的办结，没有办到的继续办理，法定期限照常计算。承诺的日子${lastPromise(choosing, "zh")}。留了邮箱的信访人会收到邮件。`,
      en: (choosing) =>
        `The petitioner is asked whether they agree. If so, the step stays open and yours until the day you promise; then they are asked whether it is done: if so the case ends, if not work goes on, and the time set by law has kept running. You can promise a day up to ${lastPromise(choosing, "en")}. They get an email if they left an address.`,
    },
  },
  retractSettlement: {
    button: { zh: "收回解决方案", en: "Withdraw the proposal" },
    effect: {
      zh: () => "信访人会看到理由，不能再对它表态。收回后可以另提一个。",
      en: () => "The petitioner reads why and can no longer answer it. You can then make another one.",
    },
  },
} satisfies ActsOf<typeof settlementActs>;

/** 履行: its act, as whoever is to keep what was agreed or promised chooses it. */
export const performanceActWords = {
  reportPerformance: {
    button: { zh: "报告已经办到", en: "Report that it is done" },
    effect: {
      zh: ({ directory }) =>
        `马上请信访人确认是否办到，有 ${lengthWords(directory.policy.clocks.confirmation, "zh")}答复。没有报告、信访人也没有答复的，到期重新办理。`,
      en: ({ directory }) =>
        `The petitioner is asked at once whether it is, with ${lengthWords(directory.policy.clocks.confirmation, "en")} to answer. If you report nothing and they say nothing, the matter is taken up anew.`,
    },
  },
} satisfies ActsOf<typeof performanceActs>;

/** 化解: what petitioners read about each fact. */
export const settlementToPetitioners = {
  settlementProposed: {
    zh: ({ fact, today }) =>
      `承办单位提出了解决方案${byWhen(fact.promisedFor, "zh", today)}，请您表态：${withoutStop(fact.terms)}。`,
    en: ({ fact, today }) =>
      `The unit in charge proposed a settlement${byWhen(fact.promisedFor, "en", today)} and asks for your word: ${withoutStop(fact.terms)}.`,
  },
  settlementRetracted: {
    zh: ({ fact }) => `承办单位收回了提出的解决方案，理由：${withoutStop(fact.reason)}。办理继续进行。`,
    en: ({ fact }) =>
      `The unit in charge withdrew its proposal: ${withoutStop(fact.reason)}. Work on your petition goes on.`,
  },
  settlementDeclined: {
    zh: (told) => `${you(told, "zh")}表示不同意解决方案：${withoutStop(told.fact.reason)}。办理继续进行。`,
    en: (told) =>
      `${you(told, "en")} did not agree to the proposal: ${withoutStop(told.fact.reason)}. Work on it goes on.`,
  },
  settlementLapsed: {
    zh: () => "上一环节提出的解决方案没有等到您的答复，不再有效，不影响您的诉求继续办理。",
    en: () => "The settlement that was proposed lapsed before you had answered it. Work on your petition goes on.",
  },
  settlementAgreed: {
    zh: ({ fact, today, ...told }) =>
      `${you(told, "zh")}同意了解决方案，承办单位${latestWords(fact.letter.promisedFor, today)}办到。到时候会请您确认；${latestWords(fact.letter.takeBackUntil, today)}，您可以收回同意。`,
    en: ({ fact, today, ...told }) =>
      `${you(told, "en")} agreed to the settlement: the unit in charge does what it promised by ${dateWords(fact.letter.promisedFor, "en", today)}, and then you are asked whether it is done. Until ${dateWords(fact.letter.takeBackUntil, "en", today)} you can take the agreement back.`,
  },
  agreementTakenBack: {
    zh: (told) => `${you(told, "zh")}收回了对解决方案的同意，事项重新办理。`,
    en: (told) => `${you(told, "en")} took the agreement back, and the matter is taken up anew.`,
  },
  performanceReported: {
    zh: ({ fact }) => `承办单位报告已经办到，请您确认：${withoutStop(fact.performed)}。`,
    en: ({ fact }) =>
      `The unit in charge reported that it is done and asks you to confirm: ${withoutStop(fact.performed)}.`,
  },
  performanceDue: {
    zh: ({ fact, today }) => `承诺的日子（${dateWords(fact.lastDay, "zh", today)}）到了，请您确认是否办到。`,
    en: ({ fact, today }) =>
      `The promised day, ${dateWords(fact.lastDay, "en", today)}, is over: you are asked whether it is done.`,
  },
  performanceAskedAgain: {
    zh: ({ fact, today }) => `再次请您确认是否办到，${latestWords(fact.lastDay, today)}。`,
    en: ({ fact, today }) =>
      `You were asked once more whether it is done, to answer by ${dateWords(fact.lastDay, "en", today)}.`,
  },
  settlementConfirmed: {
    zh: ({ fact, today, ...told }) =>
      `${you(told, "zh")}确认问题已解决，事项办结。${latestWords(fact.reopenUntil, today)}，您可以要求重新办理。`,
    en: ({ fact, today, ...told }) =>
      `${you(told, "en")} confirmed that the matter is settled, and it ended. Until ${dateWords(fact.reopenUntil, "en", today)} you can have it reopened.`,
  },
  performanceDenied: {
    zh: (told) => `${you(told, "zh")}表示没有办到：${withoutStop(told.fact.reason)}。事项重新办理。`,
    en: (told) =>
      `${you(told, "en")} said that it is not done: ${withoutStop(told.fact.reason)}. The matter is taken up anew.`,
  },
  performanceUnreported: {
    zh: () => "承诺的日子过后，承办单位没有报告已经办到，您也没有答复，事项重新办理。",
    en: () =>
      "After the promised day the unit in charge did not report that it was done, and you did not answer: the matter is taken up anew.",
  },
  settlementUnconfirmed: {
    zh: ({ fact, today }) =>
      `承办单位报告已经办到，您在期限内没有答复，事项办结，不计为已解决。${latestWords(fact.reopenUntil, today)}，您可以要求重新办理。`,
    en: ({ fact, today }) =>
      `The unit in charge reported that it is done and you did not answer in time: the matter ended, and is not counted as resolved. Until ${dateWords(fact.reopenUntil, "en", today)} you can have it reopened.`,
  },
  settlementReopened: {
    zh: () => "您要求重新办理，事项回到原来的层级，法定期限照常计算。",
    en: () => "You had the matter reopened: it goes back to where it was settled, and the law's time has kept running.",
  },
} satisfies Sentences<typeof settlementFacts>;

/** 化解: what the office reads about each fact. */
export const settlementToOffice = {
  settlementProposed: {
    zh: (told) =>
      `${doer(told, "zh")}提出解决方案${byWhen(told.fact.promisedFor, "zh", told.today)}，等待信访人表态：${withoutStop(told.fact.terms)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} proposed a settlement${byWhen(told.fact.promisedFor, "en", told.today)} and awaits the petitioner's word: ${withoutStop(told.fact.terms)}.`,
      ),
  },
  settlementRetracted: {
    zh: (told) => `${doer(told, "zh")}收回解决方案，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) => capitalised(`${doer(told, "en")} withdrew the proposal: ${withoutStop(told.fact.reason)}.`),
  },
  settlementDeclined: {
    zh: (told) => `${doer(told, "zh")}表示不同意解决方案：${withoutStop(told.fact.reason)}。`,
    en: (told) => capitalised(`${doer(told, "en")} did not agree to the proposal: ${withoutStop(told.fact.reason)}.`),
  },
  settlementLapsed: {
    zh: () => "本环节结束，提出的解决方案没有等到信访人答复，不再有效。",
    en: () => "The step ended before the petitioner had answered the proposed settlement, which lapsed with it.",
  },
  settlementAgreed: {
    zh: (told) => `${doer(told, "zh")}同意解决方案，承诺${latestWords(told.fact.letter.promisedFor, told.today)}办到。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} agreed to the settlement, promised for ${dateWords(told.fact.letter.promisedFor, "en", told.today)}.`,
      ),
  },
  agreementTakenBack: {
    zh: (told) => `${doer(told, "zh")}收回对解决方案的同意，事项重新办理，法定期限照常计算。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} took the agreement back; the matter is taken up anew, and the law's time has kept running.`,
      ),
  },
  performanceReported: {
    zh: (told) => `${doer(told, "zh")}报告已经办到，等待信访人确认：${withoutStop(told.fact.performed)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} reported that it is done and awaits the petitioner's word: ${withoutStop(told.fact.performed)}.`,
      ),
  },
  performanceDue: {
    zh: ({ fact, today }) => `承诺的日子（${dateWords(fact.lastDay, "zh", today)}）到了，请信访人确认是否办到。`,
    en: ({ fact, today }) =>
      `The promised day, ${dateWords(fact.lastDay, "en", today)}, is over; the petitioner is asked whether it is done.`,
  },
  performanceAskedAgain: {
    zh: ({ fact }) => `信访人还没有答复（时间已过 ${fact.percent}%），再次请其确认。`,
    en: ({ fact }) => `The petitioner, with ${fact.percent}% of the time gone, was asked once more.`,
  },
  settlementConfirmed: {
    zh: (told) => `${doer(told, "zh")}确认已解决。`,
    en: (told) => capitalised(`${doer(told, "en")} confirmed that the matter is settled.`),
  },
  performanceDenied: {
    zh: (told) => `${doer(told, "zh")}表示没有办到：${withoutStop(told.fact.reason)}。事项重新办理，法定期限照常计算。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} said that it is not done: ${withoutStop(told.fact.reason)}. The matter is taken up anew, and the law's time has kept running.`,
      ),
  },
  performanceUnreported: {
    zh: () => "承办单位没有报告已经办到，信访人也没有答复，事项重新办理，法定期限照常计算。",
    en: () =>
      "Nobody said that it was done, neither the unit nor the petitioner: the matter is taken up anew, and the law's time has kept running.",
  },
  settlementUnconfirmed: {
    zh: () => "承办单位报告已经办到，信访人在期限内没有答复，办结，不计为已解决。",
    en: () => "It was reported as done and the petitioner did not answer in time: ended, and not counted as resolved.",
  },
  settlementReopened: {
    zh: () => "信访人要求重新办理，事项回到原来的层级，法定期限照常计算。",
    en: () => "The petitioner had the matter reopened where it was settled; the law's time has kept running.",
  },
} satisfies Sentences<typeof settlementFacts>;

/** 化解: what lists of clocks say of each fact. */
export const settlementOnClocks = {
  settlementProposed: "never",
  settlementRetracted: "never",
  settlementDeclined: "never",
  settlementLapsed: {
    came: "deed",
    because: () => ({ zh: "到期没有得到答复", en: "it ended with the proposal unanswered" }),
  },
  settlementAgreed: "never",
  agreementTakenBack: "never",
  performanceReported: "never",
  performanceDue: {
    came: {
      zh: () => "届满，请信访人确认是否办到",
      en: () => "ended: the petitioner is asked whether it is done",
    },
    also: missedWords,
    because: "told",
  },
  performanceAskedAgain: {
    came: {
      zh: ({ fact }) => `时间过 ${fact.percent}%，再次请信访人确认`,
      en: ({ fact }) => `at ${fact.percent}% the petitioner was asked once more`,
    },
    also: missedWords,
    because: "share",
  },
  settlementConfirmed: "never",
  performanceDenied: "never",
  performanceUnreported: {
    came: {
      zh: () => "届满，没有人说明是否办到，重新办理",
      en: () => "ended with nobody saying that it was done: taken up anew",
    },
    also: missedWords,
    because: () => ({ zh: "到期没有人说明是否办到", en: "it ended with nobody saying that it was done" }),
  },
  settlementUnconfirmed: {
    came: {
      zh: () => "届满，信访人没有答复，办结，不计为已解决",
      en: () => "ended without the petitioner's word: the case is over, and not counted as resolved",
    },
    also: missedWords,
    because: () => ({ zh: "到期没有答复", en: "it ended without the petitioner's word" }),
  },
  settlementReopened: "never",
} satisfies ClockLines<typeof settlementFacts>;

/** 化解: why a proposal is refused to the office. */
export const proposalRefusals = {
  settlementPending: {
    zh: "解决方案已经发给信访人，正在等对方答复；要改，请先收回",
    en: "A proposal is already waiting for the petitioner's word; to change it, withdraw it first",
  },
  promiseTooFar: {
    zh: "承诺的日子太远：不能晚于法定答复期限和政策规定的最长时间，请填早一些的日子；需要更长时间的，请书面答复",
    en: "That day is too far off: it may lie neither after the law's last day for the answer nor beyond the time that the policy allows. Enter an earlier one, or answer in writing",
  },
} satisfies RefusalsOf;

/** 履行: why a report is refused to the office. */
export const performanceRefusals = {
  reportedBefore: {
    zh: "已经报告过办到了，正在等信访人确认",
    en: "It has been reported as done already and waits for the petitioner's word",
  },
} satisfies RefusalsOf;

/** 化解: why something is refused to either. */
export const noSettlementRefusals = {
  urgentNotSettled: {
    zh: "紧急事项要先处置险情，不能提出或者接受解决方案，请处置后书面答复",
    en: "The danger comes first: an urgent case is not settled, but dealt with and answered in writing",
  },
  noSettlementPending: {
    zh: "现在没有等待表态的解决方案，请看下面的最新进展",
    en: "There is no proposal waiting for an answer; please see the latest below",
  },
} satisfies RefusalsOf;

/** 化解: why something is refused to petitioners. */
export const settlementRefusals = {
  promisedDayIsOver: {
    zh: "承诺的日子已经到了，现在请您直接确认是否办到，请看下面",
    en: "The promised day has come by now; please say below whether it is done",
  },
  promisedDayIsAhead: {
    zh: "承诺的日子还没有到，到了会请您确认，请看下面的最新进展",
    en: "The promised day is still ahead, and you will be asked then; please see the latest below",
  },
  nothingAgreed: {
    zh: "现在没有您同意的解决方案，请看下面的最新进展",
    en: "There is no settlement that you have agreed to now; please see the latest below",
  },
  tooLateToTakeBack: {
    zh: "可以收回同意的日子已经过了。到了承诺的日子没有办到的，请在那时告诉我们",
    en: "The days for taking your agreement back are over. If it is not done by the promised day, say so then",
  },
  tooLateToReopen: {
    zh: "可以要求重新办理的日子已经过了，仍要反映的，请重新提交诉求",
    en: "The days for reopening this case are over; to raise the matter again, please file a new petition",
  },
} satisfies RefusalsOf;

/** 化解: the fields of the office's forms. */
export const settlementFields = {
  terms: {
    name: { zh: "解决方案", en: "What will be done" },
    missing: { zh: "请写明谁做什么", en: "Write who does what" },
  },
  done: {
    name: { zh: "什么时候办到", en: "When it is done" },
    missing: {
      zh: "请选择“到某一天办到”或“已经办到”",
      en: "Choose whether it will be done by a day or is done already",
    },
  },
  promisedFor: {
    name: { zh: "承诺的日子", en: "The promised day" },
    missing: { zh: "请填写最迟哪一天办到", en: "Enter the day by which it will be done" },
  },
} satisfies FieldsOf<StaffField>;

/** 履行: the field of its form. */
export const performanceFields = {
  performed: {
    name: { zh: "办到了什么", en: "What was done" },
    missing: { zh: "请写明办到了什么", en: "Write what was done" },
  },
} satisfies FieldsOf<StaffField>;

/** 化解: what the petitioner's act has brought about. */
export const settlementNotices = {
  agreeSettlement: {
    zh: "您已同意解决方案。事项没有办结：承诺的日子到了，会请您确认是否办到。",
    en: "You have agreed. The case is not over: when the promised day has come you will be asked whether it is done.",
  },
  confirmSettlement: {
    zh: "您已确认解决，事项办结。谢谢您的答复。",
    en: "You have confirmed that the matter is settled, and the case is closed. Thank you for telling us.",
  },
  declineSettlement: {
    zh: "您的话已转告承办单位，事项继续办理，期限不变。",
    en: "The unit in charge has been told. The case goes on, and its deadline stays the same.",
  },
  denyPerformance: {
    zh: "您的话已转告承办单位，事项重新办理，法定期限照常计算。",
    en: "The unit in charge has been told. The matter is taken up anew, and the law's time has kept running.",
  },
  takeBackAgreement: {
    zh: "您已收回同意，事项重新办理。",
    en: "You have taken your agreement back. The matter is taken up anew.",
  },
  reopenSettlement: {
    zh: "事项已按您的要求重新办理。",
    en: "The matter has been reopened as you asked.",
  },
} satisfies Notices<typeof settlementAnswers>;
