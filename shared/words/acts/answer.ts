import type { answerActs, deliveryActs } from "#case/acts/answer.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { answerFacts } from "#case/state/facts/answer.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, lengthWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { requestName } from "#words/requests.ts";
import { outcomeNames, staffName, unconfirmedName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, EndingsOf, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

const deliveryNames: Record<FactOf<"delivered">["how"], Bilingual> = {
  opened: { zh: "凭查询码打开", en: "opened with the query code" },
  byHand: { zh: "当面送交", en: "handed over in person" },
  byPost: { zh: "邮寄", en: "sent by post" },
};

/** 答复与送达: what was done, in a word or two. */
export const answerDeeds = {
  replied: { zh: "书面答复", en: "answered" },
  delivered: { zh: "答复送达", en: "answer delivered" },
  deliveryOverdue: { zh: "答复未按时送达", en: "answer not delivered in time" },
  closed: { zh: "办结", en: "ended" },
} satisfies Deeds<typeof answerFacts>;

/** 答复与送达: its acts, as staff choose them. */
export const answerActWords = {
  reply: {
    button: { zh: "作出书面答复", en: "Answer in writing" },
    effect: {
      zh: ({ directory }) =>
        `本环节办结，出具答复意见书，须在 ${lengthWords(directory.policy.clocks.delivery, "zh")}内送达。送达后信访人有 ${lengthWords(directory.policy.clocks.review, "zh")}可以申请复查。`,
      en: ({ directory }) =>
        `Your step ends with a letter, to be delivered within ${lengthWords(directory.policy.clocks.delivery, "en")}. The petitioner then has ${lengthWords(directory.policy.clocks.review, "en")} to ask for a review.`,
    },
  },
  recordDelivery: {
    button: { zh: "登记送达", en: "Record delivery" },
    effect: {
      zh: ({ directory }) =>
        `申请复查的 ${lengthWords(directory.policy.clocks.review, "zh")}从送达之日起计算。信访人会在进度页看到送达日期。`,
      en: ({ directory }) =>
        `The ${lengthWords(directory.policy.clocks.review, "en")} for review run from the day of delivery. The petitioner sees that day on the progress page.`,
    },
  },
} satisfies ActsOf<typeof answerActs & typeof deliveryActs>;

/** 答复与送达: what petitioners read about each fact. */
export const answerToPetitioners = {
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}已作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  delivered: {
    zh: ({ fact, today }) =>
      fact.how === "opened"
        ? `您打开了书面答复，送达日期为${dateWords(fact.on, "zh", today)}。`
        : `办理单位登记：书面答复已于${dateWords(fact.on, "zh", today)}送达您（${deliveryNames[fact.how].zh}）。`,
    en: ({ fact, today }) =>
      fact.how === "opened"
        ? `You opened the written answer; it counts as delivered on ${dateWords(fact.on, "en", today)}.`
        : `The unit recorded that the answer reached you on ${dateWords(fact.on, "en", today)} (${deliveryNames[fact.how].en}).`,
  },
  deliveryOverdue: {
    zh: ({ fact, today }) =>
      `送达书面答复的期限到${dateWords(fact.lastDay, "zh", today)}为止，还没有送达您，已要求答复单位尽快送达。`,
    en: ({ fact, today }) =>
      `The written answer had not reached you by ${dateWords(fact.lastDay, "en", today)}; its author was told to deliver it.`,
  },
  closed: {
    zh: ({ fact }) => `申请复查的期限已过，事项办结。结果：${outcomeNames[fact.outcome].zh}。`,
    en: ({ fact }) =>
      `The time to ask for review is over and the matter has ended. Result: ${outcomeNames[fact.outcome].en}.`,
  },
} satisfies Sentences<typeof answerFacts>;

/** 答复与送达: what the office reads about each fact. */
export const answerToOffice = {
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  delivered: {
    zh: (told) =>
      told.fact.how === "opened"
        ? `信访人${deliveryNames.opened.zh}答复，${dateWords(told.fact.on, "zh", told.today)}送达。`
        : `${doer(told, "zh")}登记送达：${dateWords(told.fact.on, "zh", told.today)}，${deliveryNames[told.fact.how].zh}。`,
    en: (told) =>
      told.fact.how === "opened"
        ? `The answer was ${deliveryNames.opened.en}; delivered on ${dateWords(told.fact.on, "en", told.today)}.`
        : capitalised(
            `${doer(told, "en")} recorded delivery on ${dateWords(told.fact.on, "en", told.today)}: ${deliveryNames[told.fact.how].en}.`,
          ),
  },
  deliveryOverdue: {
    zh: ({ fact, today }) => `送达答复的期限到${dateWords(fact.lastDay, "zh", today)}为止，还没有送达，已提醒答复人。`,
    en: ({ fact, today }) =>
      `The answer was not delivered by ${dateWords(fact.lastDay, "en", today)}; its author was reminded.`,
  },
  closed: {
    zh: ({ fact }) => `复查申请期满，没有申请复查，办结。结果：${outcomeNames[fact.outcome].zh}。`,
    en: ({ fact }) => `The time for review passed without a request; ended. Result: ${outcomeNames[fact.outcome].en}.`,
  },
} satisfies Sentences<typeof answerFacts>;

/** 答复与送达: what lists of clocks say of each fact. */
export const answerOnClocks = {
  replied: "never",
  delivered: "never",
  deliveryOverdue: {
    came: { zh: () => "届满没有送达，催办答复人", en: () => "ended without delivery: the author was reminded" },
    because: () => ({ zh: "到期没有送达", en: "it ended without delivery" }),
  },
  closed: {
    came: { zh: () => "届满没有申请复查，办结", en: () => "ended without a request for review: the case is over" },
    because: () => ({ zh: "到期没有申请复查", en: "it ended without a request for review" }),
  },
} satisfies ClockLines<typeof answerFacts>;

/** 答复与送达: how a case ends by it. */
export const answerEndings = {
  closed: {
    name: { zh: "已办结", en: "Ended" },
    says: ({ outcome }) => {
      const result = outcome === undefined ? unconfirmedName : outcomeNames[outcome];
      return { zh: `已办结，结果：${result.zh}。`, en: `Ended. Result: ${result.en}.` };
    },
  },
} satisfies EndingsOf;

/** 答复与送达: why something is refused. */
export const answerRefusals = {
  requestUnanswered: {
    zh: "答复要对每一项要求都写明意见和结论，这次没有提交。请逐项填写后重新提交",
    en: "An answer says to each request what is decided, so nothing was sent. Please fill in each of them and send it again",
  },
  deliveryDateImpossible: {
    zh: "送达日期应在答复之日和今天之间，请改正",
    en: "The day of delivery lies between the day of the answer and today; please correct it",
  },
} satisfies RefusalsOf;

const decisionOn = (n: number) => {
  const { zh, en } = requestName(n);
  return {
    name: { zh: `对${zh}的答复意见`, en: `The decision on ${en.toLowerCase()}` },
    missing: { zh: `请写明对${zh}的答复意见`, en: `Write the decision on ${en.toLowerCase()}` },
  };
};
const outcomeOf = (n: number) => {
  const { zh, en } = requestName(n);
  return {
    name: { zh: `对${zh}的结论`, en: `The conclusion on ${en.toLowerCase()}` },
    missing: { zh: `请选择对${zh}的结论`, en: `Choose the conclusion on ${en.toLowerCase()}` },
  };
};

/** 答复与送达: the fields of the office's forms. */
export const answerFields = {
  outcome: {
    name: { zh: "结论", en: "The conclusion" },
    missing: { zh: "请选择结论", en: "Choose the conclusion" },
  },
  decision2: decisionOn(2),
  outcome2: outcomeOf(2),
  decision3: decisionOn(3),
  outcome3: outcomeOf(3),
  decision4: decisionOn(4),
  outcome4: outcomeOf(4),
  decision5: decisionOn(5),
  outcome5: outcomeOf(5),
  facts: {
    name: { zh: "查明的事实", en: "The facts" },
    missing: { zh: "请写明查明的事实", en: "Write what was found" },
  },
  rule: {
    name: { zh: "依据", en: "The rule" },
    missing: { zh: "请写明适用的规定", en: "Name the rule that applies" },
  },
  decision: {
    name: { zh: "答复意见", en: "The decision" },
    missing: { zh: "请写明答复意见", en: "Write the decision" },
  },
  how: {
    name: { zh: "送达方式", en: "The way of delivery" },
    missing: { zh: "请选择送达方式", en: "Choose how it was delivered" },
  },
  on: {
    name: { zh: "送达日期", en: "The day of delivery" },
    missing: { zh: "请填写送达日期", en: "Enter the day of delivery" },
  },
} satisfies FieldsOf<StaffField>;
