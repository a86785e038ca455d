import type { reconsiderationRequests } from "#case/acts/reconsideration.ts";
import type { reconsiderationActs } from "#case/acts/reconsideration-decision.ts";
import type { reconsiderationFacts } from "#case/state/facts/reconsideration.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import type { ActsOf, ClockLines, Deeds, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 重新审查: what was done, in a word or two. */
export const reconsiderationDeeds = {
  reconsiderationAsked: { zh: "信访人要求重新审查", en: "asked to look again" },
  refusalUpheld: { zh: "维持不予受理", en: "refusal upheld" },
} satisfies Deeds<typeof reconsiderationFacts>;

/** 重新审查: its act, as whoever heads the bureau chooses it. */
export const reconsiderationActWords = {
  upholdRefusal: {
    button: { zh: "维持不予受理", en: "Uphold the refusal" },
    effect: {
      zh: () =>
        "此件到此结束，在本局不能再要求重新审查。依据不变，信访人会收到告知书，看到您写的理由和可以去的地方；留了邮箱的会收到邮件。",
      en: () =>
        "The matter ends here and cannot be looked at again. The ground stays; the petitioner gets a notice with your reasons and where to go instead, and an email if they left an address.",
    },
  },
} satisfies ActsOf<typeof reconsiderationActs>;

/** 重新审查: what petitioners read about each fact. */
export const reconsiderationToPetitioners = {
  reconsiderationAsked: {
    zh: (told) => `${you(told, "zh")}要求信访局负责人重新审查不予受理的决定，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      `${you(told, "en")} asked the head of the petition office to look again at the refusal: ${withoutStop(told.fact.reason)}.`,
  },
  refusalUpheld: {
    zh: ({ fact }) => `信访局负责人重新审查后，维持不予受理的决定。${withoutStop(fact.letter.explanation)}。`,
    en: ({ fact }) =>
      `The head of the petition office looked again and upheld the refusal. ${withoutStop(fact.letter.explanation)}.`,
  },
} satisfies Sentences<typeof reconsiderationFacts>;

/** 重新审查: what the office reads about each fact. */
export const reconsiderationToOffice = {
  reconsiderationAsked: {
    zh: (told) => `${doer(told, "zh")}要求重新审查不予受理的决定，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(`${doer(told, "en")} asked to look again at the refusal: ${withoutStop(told.fact.reason)}.`),
  },
  refusalUpheld: {
    zh: (told) => `${doer(told, "zh")}重新审查后维持不予受理。说明：${withoutStop(told.fact.letter.explanation)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} looked again and upheld the refusal. Explanation: ${withoutStop(told.fact.letter.explanation)}.`,
      ),
  },
} satisfies Sentences<typeof reconsiderationFacts>;

/** 重新审查: what lists of clocks say of each fact. */
export const reconsiderationOnClocks = {
  reconsiderationAsked: "never",
  refusalUpheld: "never",
} satisfies ClockLines<typeof reconsiderationFacts>;

/** 重新审查: why what petitioners ask is refused. */
export const reconsiderationRefusals = {
  nothingRefused: {
    zh: "现在没有可以重新审查的决定，请看下面的最新进展",
    en: "There is no refusal to look at again now; please see the latest below",
  },
  reconsideredBefore: {
    zh: "已经重新审查过一次，可以去的地方写在告知书里",
    en: "It was looked at again already; the notice says where you can go instead",
  },
} satisfies RefusalsOf;

/** 重新审查: why a decision of the office is refused. */
export const reconsiderationDecisionRefusals = {
  notAskedAgain: {
    zh: "信访人没有要求重新审查，请决定受理或者不予受理",
    en: "Nobody has asked to look again: please accept the petition, or do not",
  },
  refusedBefore: {
    zh: "这件诉求已经作过不予受理的决定，请决定受理，或者维持不予受理",
    en: "It was refused before: please accept the petition now, or uphold the refusal",
  },
} satisfies RefusalsOf;

/** 重新审查: what the petitioner's act has brought about. */
export const reconsiderationNotices = {
  askReconsideration: {
    zh: "已要求重新审查，最迟哪一天决定，写在本页上。",
    en: "The head of the petition office is asked to look again; by which day is on this page.",
  },
} satisfies Notices<typeof reconsiderationRequests>;
