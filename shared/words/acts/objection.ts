import type { objectionActs, objectionDecisionActs } from "#case/acts/objection.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { objectionFacts } from "#case/state/facts/objection.ts";
import { isObjecting } from "#case/state/standing.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import {
  awaitedToOffice,
  climbedOnClocks,
  climbedToOffice,
  climbedToPetitioners,
  passedOnToOffice,
} from "./awaited.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** What waits for a decision: in Chinese as a thing, in English after “decides”; and at the beginning of a sentence. */
const named = { zh: "异议", en: "on the objection" } satisfies Bilingual;
const namedFirst = { zh: "异议", en: "The objection" } satisfies Bilingual;

/** 异议: what was done, in a word or two. */
export const objectionDeeds = {
  objected: { zh: "提出管辖异议", en: "objected that it is another unit’s" },
  objectionPassedOn: { zh: "异议转交决定", en: "decision on the objection passed on" },
  objectionClimbed: { zh: "异议转信访局负责人决定", en: "objection passed up, undecided" },
  objectionAwaited: { zh: "等待决定异议", en: "decision on the objection awaited" },
  objectionRefused: { zh: "异议不成立", en: "objection refused" },
  objectionUpheld: { zh: "异议成立，改由其他单位办理", en: "objection upheld, sent to another unit" },
  objectionLapsed: { zh: "异议终止", en: "objection lapsed" },
} satisfies Deeds<typeof objectionFacts>;

/** The unit that the objection says should have it. */
const namedUnit = ({ petition, directory }: Choosing, lang: Lang): string =>
  isObjecting(petition) ? unitName(directory, petition.objection.names, lang) : "";

/** 异议: its acts, as staff choose them. */
export const objectionActWords = {
  object: {
    button: { zh: "提出异议：不属于本单位", en: "Object: it is another unit’s" },
    effect: {
      zh: ({ directory }) =>
        `由交办的信访局核实决定，收到交办后 ${lengthWords(directory.policy.clocks.objection, "zh")}内可以提出。决定以前仍由您办理，所有期限照常计算。信访人会看到理由。`,
      en: ({ directory }) =>
        `The petition bureau, which sent it, verifies and decides; you can object within ${lengthWords(directory.policy.clocks.objection, "en")} of getting it. Until then it stays yours and every deadline runs. The petitioner sees the reason.`,
    },
  },
  upholdObjection: {
    button: { zh: "异议成立，改由其他单位办理", en: "Uphold: another unit gets it" },
    effect: {
      zh: (choosing) =>
        `本环节结束，材料随件移交。异议提出应由${namedUnit(choosing, "zh")}办理；您也可以另定单位。新的单位有完整的环节期限，法定答复期限不变。信访人会收到转办告知书。`,
      en: (choosing) =>
        `The step ends and all material goes along. The objection names ${namedUnit(choosing, "en")}; you may choose another unit. It gets the whole time of a step; the time set by law stays. The petitioner gets a notice.`,
    },
  },
  refuseObjection: {
    button: { zh: "异议不成立", en: "Refuse the objection" },
    effect: {
      zh: () => "仍由原单位办理，期限不变。对方会收到邮件，信访人会看到理由。",
      en: () =>
        "It stays with the unit that has it, with the same deadlines. Its handler gets an email; the petitioner sees the reason.",
    },
  },
} satisfies ActsOf<typeof objectionActs & typeof objectionDecisionActs>;

/** 异议: what petitioners read about each fact. */
export const objectionToPetitioners = {
  objected: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}认为这件事不属于本单位，应当由${unitName(directory, fact.names, "zh")}办理，理由：${withoutStop(fact.reason)}。${unitName(directory, fact.sender.unit, "zh")}${fact.isLast ? "负责人" : ""}核实，${latestWords(fact.decideBy, today)}决定${fact.isLast ? "，这是最后的决定" : ""}。决定以前仍由${unitName(directory, fact.unit, "zh")}办理，期限照常计算。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} says that the matter is not theirs but ${unitName(directory, fact.names, "en")}’s: ${withoutStop(fact.reason)}. ${fact.isLast ? `The head of ${unitName(directory, fact.sender.unit, "en")}` : unitName(directory, fact.sender.unit, "en")} decides by ${dateWords(fact.decideBy, "en", today)}${fact.isLast ? ", and that is final" : ""}. Until then the matter stays where it is, and the time limits run on.`,
      ),
  },
  objectionPassedOn: {
    zh: () => "异议改由另一位负责人决定。",
    en: () => "Somebody else decides on the objection.",
  },
  objectionClimbed: {
    zh: (told) => `${climbedToPetitioners(told, namedFirst).zh}不决定不等于同意，承办单位照常办理。`,
    en: (told) =>
      `${climbedToPetitioners(told, namedFirst).en} Silence does not uphold it; the unit in charge goes on.`,
  },
  objectionAwaited: {
    zh: () => "异议还在等决定。",
    en: () => "The objection waits for a decision.",
  },
  objectionRefused: {
    zh: ({ fact, directory }) =>
      `异议不成立，仍由${unitName(directory, fact.unit, "zh")}办理，理由：${withoutStop(fact.reason)}。`,
    en: ({ fact, directory }) =>
      `The objection was refused, and ${unitName(directory, fact.unit, "en")} goes on with the matter: ${withoutStop(fact.reason)}.`,
  },
  objectionUpheld: {
    zh: ({ fact, directory, today }) =>
      `异议成立，这件事改由${unitName(directory, fact.to, "zh")}办理，材料已经移交，理由：${withoutStop(fact.letter.explanation)}。依据：${fact.letter.article.zh}。答复您的期限不变，${latestWords(fact.letter.due.lastDay, today)}。`,
    en: ({ fact, directory, today }) =>
      `The objection was upheld: ${unitName(directory, fact.to, "en")} has the matter now, with all its papers: ${withoutStop(fact.letter.explanation)} (${fact.letter.article.en}). You get your answer by the same day, ${dateWords(fact.letter.due.lastDay, "en", today)}.`,
  },
  objectionLapsed: {
    zh: () => "没有决定的异议随之终止。",
    en: () => "The undecided objection lapsed with that.",
  },
} satisfies Sentences<typeof objectionFacts>;

/** 异议: what the office reads about each fact. */
export const objectionToOffice = {
  objected: {
    zh: (told) =>
      `${doer(told, "zh")}提出异议：不属于${unitName(told.directory, told.fact.unit, "zh")}，应当由${unitName(told.directory, told.fact.names, "zh")}办理，理由：${withoutStop(told.fact.reason)}。由${unitName(told.directory, told.fact.sender.unit, "zh")}${staffName(told.directory, told.fact.sender.staff, "zh")}决定，${latestWords(told.fact.decideBy, told.today)}${told.fact.isLast ? "；第二次异议，由负责人决定，不再重复" : ""}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} objected: not ${unitName(told.directory, told.fact.unit, "en")}’s but ${unitName(told.directory, told.fact.names, "en")}’s: ${withoutStop(told.fact.reason)}. ${staffName(told.directory, told.fact.sender.staff, "en")}, ${unitName(told.directory, told.fact.sender.unit, "en")}, decides by ${dateWords(told.fact.decideBy, "en", told.today)}${told.fact.isLast ? "; the second objection, so that is final" : ""}.`,
      ),
  },
  objectionPassedOn: {
    zh: (told) => passedOnToOffice(told, named).zh,
    en: (told) => passedOnToOffice(told, named).en,
  },
  objectionClimbed: {
    zh: (told) => climbedToOffice(told, named).zh,
    en: (told) => climbedToOffice(told, named).en,
  },
  objectionAwaited: {
    zh: (told) => awaitedToOffice(told, named).zh,
    en: (told) => awaitedToOffice(told, named).en,
  },
  objectionRefused: {
    zh: (told) =>
      `${doer(told, "zh")}决定异议不成立，仍由${unitName(told.directory, told.fact.unit, "zh")}办理，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} refused the objection; it stays with ${unitName(told.directory, told.fact.unit, "en")}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  objectionUpheld: {
    zh: (told) =>
      `${doer(told, "zh")}决定异议成立，从${unitName(told.directory, told.fact.from, "zh")}改由${unitName(told.directory, told.fact.to, "zh")}办理，理由：${withoutStop(told.fact.letter.explanation)}。法定答复期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} upheld the objection: from ${unitName(told.directory, told.fact.from, "en")} to ${unitName(told.directory, told.fact.to, "en")}: ${withoutStop(told.fact.letter.explanation)}. The time set by law stays.`,
      ),
  },
  objectionLapsed: {
    zh: () => "没有决定的异议随之终止。",
    en: () => "The undecided objection lapsed with that.",
  },
} satisfies Sentences<typeof objectionFacts>;

/** 异议: what lists of clocks say of each fact. */
export const objectionOnClocks = {
  objected: "never",
  objectionPassedOn: "never",
  objectionClimbed: climbedOnClocks,
  objectionAwaited: { came: "deed", because: "told" },
  objectionRefused: "never",
  objectionUpheld: "never",
  objectionLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof objectionFacts>;

/** Why a unit that was named is not taken. */
export const unitRefusals = {
  unitUnclear: {
    zh: "没有认出是哪个单位，或者不止一个；请再找一次，从列表里选择",
    en: "That may be several units or none; please search again and choose one from the list",
  },
  unitMayNot: {
    zh: "这个单位不能接办此件，请选择另外的单位",
    en: "That unit cannot take this case; please choose another one",
  },
} satisfies RefusalsOf;

/** 异议: why something is refused. */
export const objectionRefusals = {
  notAssigned: {
    zh: "只有信访局交办或者转办后的第一个环节可以提出异议；请办理，或者上报、退回",
    en: "Only the unit that the bureau has sent it to can object; please deal with it, report it upward or hand it back",
  },
  objectionPending: {
    zh: "异议正在等信访局决定，决定以前请照常办理",
    en: "The objection waits for the bureau’s decision; please go on with the case until then",
  },
  objectedTwice: {
    zh: "此件已经提出过两次异议，信访局负责人的决定是最后的决定，请办理",
    en: "There have been two objections in this case and the decision is final; please deal with it",
  },
  tooLateToObject: {
    zh: "提出异议的期限已过，请办理，或者上报",
    en: "The time to object is over; please deal with the case or report it upward",
  },
  nobodyToDecideObjection: {
    zh: "能决定异议的人都应当回避，不能提出异议，请办理或者上报",
    en: "Everybody who could decide on it must keep away from this case; please deal with it or report it upward",
  },
} satisfies RefusalsOf;

/** 异议: the fields of the office's forms. */
export const objectionFields = {
  rightUnit: {
    name: { zh: "应当承办的单位", en: "The unit that should have it" },
    missing: { zh: "请选择应当承办的单位", en: "Choose the unit that should have it" },
  },
} satisfies FieldsOf<StaffField>;
