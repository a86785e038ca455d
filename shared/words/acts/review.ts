import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { reviewActs } from "#case/acts/review.ts";
import type { reviewRequests } from "#case/acts/review-request.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { LetterOf } from "#case/state/event.ts";
import type { ReviewGround, reviewFacts } from "#case/state/facts/review.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 复查: what was done, in a word or two. */
export const reviewDeeds = {
  reviewAsked: { zh: "申请复查", en: "review asked for" },
  reviewAccepted: { zh: "受理复查", en: "review taken up" },
  reviewRefused: { zh: "不予受理复查", en: "review not taken up" },
  reviewPassedOn: { zh: "复查换人负责", en: "review passed on" },
  reviewReminded: { zh: "提醒复查", en: "reminded of a review" },
  reviewOverdue: { zh: "复查逾期", en: "review overdue" },
  answerUpheld: { zh: "复查维持", en: "answer upheld" },
  answerRevoked: { zh: "复查撤销，重新办理", en: "answer revoked" },
} satisfies Deeds<typeof reviewFacts>;

/** 不予受理复查: on what grounds. */
export const reviewGrounds: Readonly<Record<ReviewGround, Bilingual>> = {
  outOfTime: { zh: "超过了申请复查的期限", en: "it was asked for after the time for it" },
  notOurs: { zh: "不属于本机关复查的事项", en: "it is not for this body to review" },
  sameAgain: { zh: "同一事实和理由已经复查过", en: "the same facts and reasons were reviewed before" },
};

/** 复查意见: what a review comes to. */
export const reviewOpinions: Readonly<Record<LetterOf<"review">["opinion"], Bilingual>> = {
  upheld: { zh: "维持原答复。", en: "The answer is upheld." },
  revoked: { zh: "撤销原答复，责令重新办理。", en: "The answer is revoked, and the matter is to be handled anew." },
};

type OfClock = "reviewAccept" | "reviewDecision";
const due: Readonly<Record<OfClock, Bilingual>> = {
  reviewAccept: { zh: "是否受理复查", en: "whether the review is taken up" },
  reviewDecision: { zh: "复查意见", en: "the review" },
};

/** 复查: what petitioners read about each fact. */
export const reviewToPetitioners = {
  reviewAsked: {
    zh: (told) =>
      `${you(told, "zh")}申请复查，理由：${withoutStop(told.fact.reviewReasons)}。由${unitName(told.directory, told.fact.unit, "zh")}复查，${latestWords(told.fact.acceptBy, told.today)}告知是否受理，${latestWords(told.fact.decideBy, told.today)}作出意见。复查期间答复继续有效。`,
    en: (told) =>
      `${you(told, "en")} asked for a review: ${withoutStop(told.fact.reviewReasons)}. ${unitName(told.directory, told.fact.unit, "en")} says by ${dateWords(told.fact.acceptBy, "en", told.today)} whether it takes it up, and decides by ${dateWords(told.fact.decideBy, "en", told.today)}. Until then the answer stands.`,
  },
  reviewAccepted: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}受理复查，${latestWords(fact.letter.decideBy.lastDay, today)}作出意见。复查人员都没有经手过这件事项。`,
    en: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "en")} has taken the review up and decides by ${dateWords(fact.letter.decideBy.lastDay, "en", today)}. Nobody who examines it has had a part in this case.`,
  },
  reviewRefused: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}不予受理复查：${reviewGrounds[fact.letter.ground].zh}。理由：${withoutStop(fact.letter.reason)}。原答复有效。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} has not taken the review up, as ${reviewGrounds[fact.letter.ground].en}: ${withoutStop(fact.letter.reason)}. The answer stands.`,
  },
  reviewPassedOn: { zh: () => "复查已换人负责。", en: () => "Somebody else examines the review now." },
  reviewReminded: {
    zh: ({ fact }) => `已提醒：${due[fact.of].zh}。`,
    en: ({ fact }) => `A reminder was sent about ${due[fact.of].en}.`,
  },
  reviewOverdue: {
    zh: ({ fact, today }) =>
      `${due[fact.of].zh}到期（${dateWords(fact.lastDay, "zh", today)}）没有作出，已记录在案，每个工作日催办，直到作出为止。`,
    en: ({ fact, today }) =>
      capitalised(
        `${due[fact.of].en} was not decided by its last day, ${dateWords(fact.lastDay, "en", today)}. That is on record, and whoever has it is reminded every working day until it is.`,
      ),
  },
  answerUpheld: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}已作出复查意见，正在送达。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} has decided on the review; its letter is being delivered.`,
  },
  answerRevoked: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}撤销原答复，由原来的层级换人重新办理，${latestWords(fact.letter.redo?.until ?? fact.letter.on, today)}重新答复。原答复不再有效。`,
    en: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "en")} has revoked the answer. Other people at the same level handle the matter anew and answer by ${dateWords(fact.letter.redo?.until ?? fact.letter.on, "en", today)}. The old answer counts no more.`,
  },
} satisfies Sentences<typeof reviewFacts>;

/** 复查: what the office reads about each fact. */
export const reviewToOffice = {
  reviewAsked: {
    zh: (told) =>
      `${doer(told, "zh")}申请复查${told.fact.late ? "（期限已过，由复查机关审查）" : ""}，理由：${withoutStop(told.fact.reviewReasons)}。由${unitName(told.directory, told.fact.unit, "zh")}${staffName(told.directory, told.fact.to.staff, "zh")}复查，${latestWords(told.fact.acceptBy, told.today)}决定是否受理，${latestWords(told.fact.decideBy, told.today)}作出意见。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked for a review${told.fact.late ? " after the time for it, which the body judges" : ""}: ${withoutStop(told.fact.reviewReasons)}. ${staffName(told.directory, told.fact.to.staff, "en")} of ${unitName(told.directory, told.fact.unit, "en")} says by ${dateWords(told.fact.acceptBy, "en", told.today)} whether it is taken up, and decides by ${dateWords(told.fact.decideBy, "en", told.today)}.`,
      ),
  },
  reviewAccepted: {
    zh: (told) =>
      `${doer(told, "zh")}受理复查，${latestWords(told.fact.letter.decideBy.lastDay, told.today)}作出意见。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} took the review up, to be decided by ${dateWords(told.fact.letter.decideBy.lastDay, "en", told.today)}.`,
      ),
  },
  reviewRefused: {
    zh: (told) =>
      `${doer(told, "zh")}不予受理复查：${reviewGrounds[told.fact.letter.ground].zh}。理由：${withoutStop(told.fact.letter.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} did not take the review up, as ${reviewGrounds[told.fact.letter.ground].en}: ${withoutStop(told.fact.letter.reason)}.`,
      ),
  },
  reviewPassedOn: {
    zh: (told) => {
      const to = staffName(told.directory, told.fact.to.staff, "zh");
      if (told.fact.how === "silent") return `复查到期没有作出，转${to}负责。`;
      return told.fact.how === "byReviewer"
        ? `${doer(told, "zh")}把复查交给${to}，理由：${withoutStop(told.fact.reason ?? "")}。`
        : `复查转${to}负责。`;
    },
    en: (told) => {
      const to = staffName(told.directory, told.fact.to.staff, "en");
      if (told.fact.how === "silent") return `The review was not decided in time and is ${to}'s now.`;
      return told.fact.how === "byReviewer"
        ? capitalised(`${doer(told, "en")} gave the review to ${to}: ${withoutStop(told.fact.reason ?? "")}.`)
        : `The review is ${to}'s now.`;
    },
  },
  reviewReminded: {
    zh: ({ fact, today }) => `已提醒复查人员：${due[fact.of].zh}，期限${dateWords(fact.lastDay, "zh", today)}。`,
    en: ({ fact, today }) =>
      `Whoever examines it was reminded about ${due[fact.of].en}, due ${dateWords(fact.lastDay, "en", today)}.`,
  },
  reviewOverdue: {
    zh: ({ fact, today }) => `${due[fact.of].zh}到期（${dateWords(fact.lastDay, "zh", today)}）没有作出，记为逾期。`,
    en: ({ fact, today }) =>
      capitalised(
        `${due[fact.of].en} was not decided by ${dateWords(fact.lastDay, "en", today)}, and counts as overdue.`,
      ),
  },
  answerUpheld: {
    zh: (told) =>
      `${doer(told, "zh")}复查后维持原答复：${withoutStop(told.fact.letter.decision)}。由其送达复查意见书。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} upheld the answer: ${withoutStop(told.fact.letter.decision)}. The letter of the review is theirs to deliver.`,
      ),
  },
  answerRevoked: {
    zh: (told) =>
      `${doer(told, "zh")}复查后撤销原答复：${withoutStop(told.fact.letter.decision)}。重新办理的要求：${withoutStop(told.fact.letter.redo?.differently ?? "")}。${latestWords(told.fact.letter.redo?.until ?? told.fact.letter.on, told.today)}重新答复，由没有办理、决定过的人办理。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} revoked the answer: ${withoutStop(told.fact.letter.decision)}. What has to be different: ${withoutStop(told.fact.letter.redo?.differently ?? "")}. It is answered again by ${dateWords(told.fact.letter.redo?.until ?? told.fact.letter.on, "en", told.today)}, by somebody who neither handled nor decided it.`,
      ),
  },
} satisfies Sentences<typeof reviewFacts>;

/** 复查: what lists of clocks say of each fact. */
export const reviewOnClocks = {
  reviewAsked: "never",
  reviewAccepted: "never",
  reviewRefused: "never",
  reviewPassedOn: {
    came: {
      zh: ({ fact, directory }) => `转${staffName(directory, fact.to.staff, "zh")}负责`,
      en: ({ fact, directory }) => `it is ${staffName(directory, fact.to.staff, "en")}’s now`,
    },
    because: "told",
  },
  reviewReminded: {
    came: { zh: () => "已提醒复查人员", en: () => "whoever examines it was reminded" },
    because: "told",
  },
  reviewOverdue: {
    came: { zh: () => "记为逾期，每个工作日催办", en: () => "overdue on record, with a reminder every working day" },
    because: () => ({ zh: "没有作出", en: "nothing was decided" }),
  },
  answerUpheld: "never",
  answerRevoked: "never",
} satisfies ClockLines<typeof reviewFacts>;

/** 复查: the acts of the office. */
export const reviewActWords = {
  acceptReview: {
    button: { zh: "受理复查", en: "Take the review up" },
    effect: {
      zh: ({ directory }) =>
        `信访人会收到受理告知书；自收到申请之日起 ${lengthWords(directory.policy.clocks.reviewDecision, "zh")}内作出意见。`,
      en: ({ directory }) =>
        `The petitioner gets a notice; it is decided within ${lengthWords(directory.policy.clocks.reviewDecision, "en")} of the request.`,
    },
  },
  refuseReview: {
    button: { zh: "不予受理复查", en: "Do not take it up" },
    effect: {
      zh: () => "信访人会收到写明理由的告知书。原答复有效，事项按申请复查期限已过处理。",
      en: () =>
        "The petitioner gets a notice with your reason. The answer stands, and the case goes on as after the time for a review.",
    },
  },
  passReview: {
    button: { zh: "交给同事复查", en: "Give it to a colleague" },
    effect: {
      zh: () => "只列没有经手过这件事项的同事。您的链接随即失效，期限不变。",
      en: () => "Only colleagues are listed who have had no part in the case. Your link ends; the days stay.",
    },
  },
  upholdAnswer: {
    button: { zh: "维持原答复", en: "Uphold the answer" },
    effect: {
      zh: ({ directory }) =>
        `出具复查意见书，由您送达；送达后信访人有 ${lengthWords(directory.policy.clocks.reReview, "zh")}申请复核。`,
      en: ({ directory }) =>
        `The letter of the review is yours to deliver; from then on the petitioner has ${lengthWords(directory.policy.clocks.reReview, "en")} to ask for a re-review.`,
    },
  },
  revokeAnswer: {
    button: { zh: "撤销原答复，责令重新办理", en: "Revoke it and have it handled anew" },
    effect: {
      zh: () =>
        "原答复和其中的承诺都不再有效。原来的层级换人重新办理，要写明与原答复有什么不同；结论和理由照旧的，不能答复。",
      en: () =>
        "The answer and all that it promised count no more. Other people of the same level handle it, and say what is different; the same conclusions with the same reasons are not issued.",
    },
  },
} satisfies ActsOf<typeof reviewActs>;

/** 复查: the fields of those forms. */
export const reviewFields = {
  reviewGround: {
    name: { zh: "不予受理的情形", en: "The ground" },
    missing: { zh: "请选择不予受理的情形", en: "Choose the ground" },
  },
  to: {
    name: { zh: "交给谁", en: "To whom" },
    missing: { zh: "请选择同事", en: "Choose a colleague" },
  },
  facts: {
    name: { zh: "复查查明的事实", en: "What the review found" },
    missing: { zh: "请写明查明的事实", en: "Write what the review found" },
  },
  rule: {
    name: { zh: "依据", en: "What it rests on" },
    missing: { zh: "请写明依据的规定", en: "Write the rules that it rests on" },
  },
  decision: {
    name: { zh: "复查意见和理由", en: "The opinion and its reasons" },
    missing: { zh: "请写明意见和理由", en: "Write the opinion and its reasons" },
  },
  differently: {
    name: { zh: "重新办理的要求", en: "What has to be different" },
    missing: { zh: "请写明哪些地方要重新查、重新办", en: "Write what has to be done differently" },
  },
  newDay: {
    name: { zh: "重新答复的日子", en: "The day of the new answer" },
    missing: { zh: "请填写最迟哪一天重新答复", en: "Enter the day by which it is answered again" },
  },
} satisfies FieldsOf<StaffField>;

/** 申请复查: what petitioners fill in. */
export const reviewRequestFields = {
  reviewReasons: {
    name: { zh: "答复哪里不对", en: "What is wrong with the answer" },
    missing: { zh: "请写明答复哪里不对、为什么", en: "Write what is wrong with the answer, and why" },
  },
} satisfies FieldsOf<PetitionerField>;

/** 申请复查: what the petitioner's act has brought about. */
export const reviewNotices = {
  askReview: {
    zh: "已申请复查。由哪个机关复查、最迟哪一天答复，写在本页上。复查期间原答复继续有效。",
    en: "You have asked for a review. Which body examines it and by when it decides is on this page; until then the answer stands.",
  },
} satisfies Notices<typeof reviewRequests>;

/** 申请复查: why something is refused to petitioners. */
export const reviewRequestRefusals = {
  nothingToReview: {
    zh: "现在没有可以申请复查的答复，请看下面的最新进展",
    en: "There is no answer to be reviewed now; please see the latest below",
  },
  reviewAskedBefore: {
    zh: "这份答复已经申请过复查，每份答复只能申请一次，请看下面的最新进展",
    en: "A review of this answer was asked for already, which can be done once; please see the latest below",
  },
  reviewedElsewhere: {
    zh: "这份答复不在本系统复查，请按答复里写的机关和地址提出",
    en: "This answer is not reviewed here: please turn to the body and the address that the letter names",
  },
} satisfies RefusalsOf;

/** 复查: why something is refused to the office. */
export const reviewRefusals = {
  reviewTakenUp: {
    zh: "复查已经受理，请维持或者撤销原答复",
    en: "The review is taken up already: please uphold the answer or revoke it",
  },
  reviewNotTakenUp: {
    zh: "请先决定是否受理复查",
    en: "Say first whether the review is taken up",
  },
  redoDayOutside: {
    zh: "请填今天以后、重新办理期限以内的日子",
    en: "Enter a day after today and within the time for handling it anew",
  },
} satisfies RefusalsOf;

/** 重新办理: why an answer is not issued again. */
export const redoRefusals = {
  differenceMissing: {
    zh: "原答复已经复查撤销，请写明这次答复与原答复有什么不同",
    en: "The first answer was revoked by a review: please write what is different in this one",
  },
  sameAnswerAgain: {
    zh: "结论和理由与被撤销的答复相同，不能答复。请按复查的要求重新查明，再作结论",
    en: "The conclusions and reasons are those of the answer that was revoked. Please look into it as the review demands, and conclude anew",
  },
} satisfies RefusalsOf;

/** 复查: why an answer is not corrected any more. */
export const underReviewRefusals = {
  underReview: {
    zh: "信访人已申请复查，答复不能再更正",
    en: "Its petitioner has asked for a review, so that the answer can be corrected no more",
  },
} satisfies RefusalsOf;
