import type { answerActs } from "#case/acts/answer.ts";
import type { FactOf } from "#case/state/event.ts";
import type { answerFacts } from "#case/state/facts/answer.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { lengthWords } from "#words/dates.ts";
import { remedyAfter } from "#words/remedy-words.ts";
import { outcomeNames, staffName, unconfirmedName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, EndingsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 答复: what was done, in a word or two. */
export const answerDeeds = {
  replied: { zh: "书面答复", en: "answered" },
  closed: { zh: "办结", en: "ended" },
} satisfies Deeds<typeof answerFacts>;

/** 答复: its acts, as staff choose them. */
export const answerActWords = {
  reply: {
    button: { zh: "作出书面答复", en: "Answer in writing" },
    effect: {
      zh: ({ petition, directory: { policy } }) =>
        `本环节办结，出具处理意见书，须在 ${lengthWords(policy.clocks.delivery, "zh")}内送达。${remedyAfter(petition.track, policy).zh}`,
      en: ({ petition, directory: { policy } }) =>
        `Your step ends with a letter, to be delivered within ${lengthWords(policy.clocks.delivery, "en")}. ${remedyAfter(petition.track, policy).en}`,
    },
  },
} satisfies ActsOf<typeof answerActs>;

/** What ends an answered case. */
const ends: Record<FactOf<"closed">["how"], Bilingual> = {
  windowClosed: { zh: "申请复查的期限已过，没有申请复查", en: "The time for review passed without a request" },
  noReview: { zh: "答复已送达，这类事项没有复查", en: "The answer is delivered, and no review is asked against such" },
  promisesKept: { zh: "承诺的事都已经办到，信访人已确认", en: "All that was promised is kept, says the petitioner" },
  unconfirmed: {
    zh: "承诺的事都已报告办到，信访人没有都确认",
    en: "All that was promised is reported as kept, and not all of it confirmed",
  },
};

/** What it came to: nothing is resolved that its petitioner has not confirmed. */
const resultOf = ({ outcome }: FactOf<"closed">): Bilingual =>
  outcome === undefined ? unconfirmedName : outcomeNames[outcome];

/** 答复: what petitioners read about each fact. */
export const answerToPetitioners = {
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}已作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  closed: {
    zh: ({ fact }) => `${ends[fact.how].zh}，事项办结。结果：${resultOf(fact).zh}。`,
    en: ({ fact }) => `${ends[fact.how].en}: the matter has ended. Result: ${resultOf(fact).en}.`,
  },
} satisfies Sentences<typeof answerFacts>;

/** 答复: what the office reads about each fact. */
export const answerToOffice = {
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  closed: {
    zh: ({ fact }) => `${ends[fact.how].zh}，办结。结果：${resultOf(fact).zh}。`,
    en: ({ fact }) => `${ends[fact.how].en}: ended. Result: ${resultOf(fact).en}.`,
  },
} satisfies Sentences<typeof answerFacts>;

/** 答复: what lists of clocks say of each fact. */
export const answerOnClocks = {
  replied: "never",
  closed: {
    came: { zh: () => "届满没有申请复查，办结", en: () => "ended without a request for review: the case is over" },
    because: () => ({ zh: "到期没有申请复查", en: "it ended without a request for review" }),
  },
} satisfies ClockLines<typeof answerFacts>;

/** 答复: how a case ends by it. */
export const answerEndings = {
  closed: {
    name: { zh: "已办结", en: "Ended" },
    says: ({ outcome }) => {
      const result = outcome === undefined ? unconfirmedName : outcomeNames[outcome];
      return { zh: `已办结，结果：${result.zh}。`, en: `Ended. Result: ${result.en}.` };
    },
  },
} satisfies EndingsOf;

/** 答复: why something is refused. */
export const answerRefusals = {
  outcomeOfAnotherTrack: {
    zh: "这个结论不适用于这件事的办理途径，请选择页面上列出的结论",
    en: "That conclusion does not belong to this way of handling; please choose one of those shown",
  },
  requestUnanswered: {
    zh: "答复要对每一项要求都写明意见和结论，这次没有提交。请逐项填写后重新提交",
    en: "An answer says to each request what is decided, so nothing was sent. Please fill in each of them and send it again",
  },
} satisfies RefusalsOf;
