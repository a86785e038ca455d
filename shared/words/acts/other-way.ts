import type { otherWayActs } from "#case/acts/other-way.ts";
import type { otherWayDecisionActs } from "#case/acts/other-way-decision.ts";
import type { OtherWay, otherWayFacts } from "#case/state/facts/other-way.ts";
import { isProposing } from "#case/state/standing.ts";
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
import { guidedToOffice, guidedToPetitioners } from "./guidance.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, RefusalsOf, Sentences, Told } from "./matter-words.ts";
import { sentToOffice, sentToPetitioners } from "./transfer.ts";

/** What waits for a decision: in Chinese as a thing, in English after “decides”; and at the beginning of a sentence. */
const named = { zh: "提请", en: "on the proposal" } satisfies Bilingual;
const namedFirst = { zh: "提请", en: "The proposal" } satisfies Bilingual;

/** 提请转送、导入: what was done, in a word or two. */
export const otherWayDeeds = {
  otherWayProposed: { zh: "提请转送或者导入", en: "proposed that it belongs elsewhere" },
  otherWayPassedOn: { zh: "提请转交决定", en: "decision on the proposal passed on" },
  otherWayClimbed: { zh: "提请转信访局负责人决定", en: "proposal passed up, undecided" },
  otherWayAwaited: { zh: "等待决定提请", en: "decision on the proposal awaited" },
  otherWayRefused: { zh: "不同意转送或者导入", en: "proposal refused" },
  transferAgreed: { zh: "同意并转送", en: "agreed to and transferred" },
  guidanceAgreed: { zh: "同意并导入法定途径", en: "agreed to and guided to its procedure" },
  otherWayLapsed: { zh: "提请终止", en: "proposal lapsed" },
} satisfies Deeds<typeof otherWayFacts>;

/** What is proposed, said with where it leads. */
export const otherWayWords = ({ kind, name }: OtherWay): Bilingual =>
  kind === "transfer"
    ? { zh: `转送${name.zh}`, en: `transferring it to ${name.en}` }
    : { zh: `导入法定途径（${name.zh}）`, en: `guiding it to a procedure of its own: ${name.en}` };

/** What the unit finds, and proposes. */
const whoseWay = ({ kind, name }: OtherWay): Bilingual =>
  kind === "transfer"
    ? {
        zh: `这件事应当由${name.zh}处理，提请转送`,
        en: `the matter is for ${name.en}, and proposes to transfer it there`,
      }
    : {
        zh: `这件事应当通过法定途径（${name.zh}）解决，提请导入`,
        en: `the matter is decided by a procedure of its own, ${name.en}, and proposes to guide you there`,
      };

const decisionTime = ({ directory }: Choosing, lang: Lang): string =>
  lengthWords(directory.policy.clocks.otherWayDecision, lang);

const meanwhile = {
  zh: (choosing: Choosing) =>
    `由信访局在 ${decisionTime(choosing, "zh")}内决定；到期没有决定的，由信访局负责人决定，不视为同意。决定以前仍由您办理，所有期限照常计算。信访人会看到提请和说明。`,
  en: (choosing: Choosing) =>
    `The petition bureau decides within ${decisionTime(choosing, "en")}; undecided, its head does, and silence is no consent. Until then it stays yours and every deadline runs. The petitioner sees the proposal and your explanation.`,
};

/** 提请转送、导入: what an owner may propose. */
export const otherWayActWords = {
  proposeTransfer: {
    button: { zh: "提请转送其他机关", en: "Propose a transfer to another body" },
    effect: meanwhile,
  },
  proposeGuidance: {
    button: { zh: "提请导入法定途径", en: "Propose to guide it to its procedure" },
    effect: meanwhile,
  },
} satisfies ActsOf<typeof otherWayActs>;

/** 提请转送、导入的决定: what the bureau may decide. */
export const otherWayDecisionActWords = {
  agreeOtherWay: {
    button: { zh: "同意转送或者导入", en: "Agree: it belongs elsewhere" },
    effect: {
      zh: (choosing) =>
        isProposing(choosing.petition) && choosing.petition.otherWay.way.kind === "transfer"
          ? `承办单位的环节结束，信访人会收到转送告知书。对方回执登记以前由您负责；${lengthWords(choosing.directory.policy.clocks.transfer, "zh")}内没有回执的，由您催问，法定答复期限也照常计算。材料由本局另行转送，不从本系统发出。`
          : "承办单位的环节结束，信访人会收到导入告知书，上面有去哪里、带什么材料、最晚哪一天提出；本系统的办理到此结束。",
      en: (choosing) =>
        isProposing(choosing.petition) && choosing.petition.otherWay.way.kind === "transfer"
          ? `The unit's step ends and the petitioner gets the notice of transfer. It is yours until that body's receipt is recorded; without one after ${lengthWords(choosing.directory.policy.clocks.transfer, "en")}, you ask for it, and the time set by law runs on. The papers are sent by the office and not by this system.`
          : "The unit's step ends, and the petitioner gets a notice of where to go, what to bring and until when. Work here ends with it.",
    },
  },
  refuseOtherWay: {
    button: { zh: "不同意转送或者导入", en: "Refuse the proposal" },
    effect: {
      zh: () => "仍由原单位办理，期限不变。对方会收到邮件，信访人会看到理由。",
      en: () =>
        "It stays with the unit that has it, with the same deadlines. Its handler gets an email; the petitioner sees the reason.",
    },
  },
} satisfies ActsOf<typeof otherWayDecisionActs>;

type OtherWayAgreed = Pick<Told<"transferAgreed" | "guidanceAgreed">, "fact" | "directory">;

/** Who has agreed to what which unit proposed, to petitioners. */
const agreedToPetitioners = ({ fact: { letter, from }, directory }: OtherWayAgreed): Bilingual => ({
  zh: `${letter.by.name.zh}同意${unitName(directory, from, "zh")}的提请，`,
  en: capitalised(`${letter.by.name.en} agreed to what ${unitName(directory, from, "en")} proposed, and`),
});

/** The same, to the office. */
const agreedToOffice = ({
  fact: { from },
  by,
  directory,
}: OtherWayAgreed & Pick<Told<"transferAgreed">, "by">): Bilingual => ({
  zh: `${doer({ by, directory }, "zh")}同意${unitName(directory, from, "zh")}的提请，`,
  en: capitalised(`${doer({ by, directory }, "en")} agreed to what ${unitName(directory, from, "en")} proposed, and`),
});

/** 提请转送、导入: what petitioners read about each fact. */
export const otherWayToPetitioners = {
  otherWayProposed: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.unit, "zh")}认为${whoseWay(fact.way).zh}，说明：${withoutStop(fact.explanation)}。${unitName(directory, fact.decider.unit, "zh")}${latestWords(fact.decideBy, today)}决定，不决定不等于同意。决定以前仍由${unitName(directory, fact.unit, "zh")}办理，期限照常计算。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${unitName(directory, fact.unit, "en")} finds that ${whoseWay(fact.way).en}. ${capitalised(withoutStop(fact.explanation))}. ${capitalised(unitName(directory, fact.decider.unit, "en"))} decides by ${dateWords(fact.decideBy, "en", today)}; silence is no consent. Until then the matter stays where it is, and the time limits run on.`,
      ),
  },
  otherWayPassedOn: {
    zh: () => "提请改由另一位负责人决定。",
    en: () => "Somebody else decides on the proposal.",
  },
  otherWayClimbed: {
    zh: (told) => `${climbedToPetitioners(told, namedFirst).zh}不决定不等于同意，承办单位照常办理。`,
    en: (told) => `${climbedToPetitioners(told, namedFirst).en} Silence is no consent; the unit in charge goes on.`,
  },
  otherWayAwaited: {
    zh: () => "提请还在等决定。",
    en: () => "The proposal waits for a decision.",
  },
  otherWayRefused: {
    zh: ({ fact, directory }) =>
      `没有同意${otherWayWords(fact.way).zh}，仍由${unitName(directory, fact.unit, "zh")}办理，理由：${withoutStop(fact.reason)}。`,
    en: ({ fact, directory }) =>
      `The proposal was refused, and ${unitName(directory, fact.unit, "en")} goes on with the matter: ${withoutStop(fact.reason)}.`,
  },
  transferAgreed: {
    zh: (told) => `${agreedToPetitioners(told).zh}${sentToPetitioners(told.fact).zh}`,
    en: (told) => `${agreedToPetitioners(told).en} ${sentToPetitioners(told.fact).en}`,
  },
  guidanceAgreed: {
    zh: (told) => `${agreedToPetitioners(told).zh}${guidedToPetitioners(told.fact.letter).zh}`,
    en: (told) => `${agreedToPetitioners(told).en} ${guidedToPetitioners(told.fact.letter).en}`,
  },
  otherWayLapsed: {
    zh: () => "没有决定的提请随之终止。",
    en: () => "The undecided proposal lapsed with that.",
  },
} satisfies Sentences<typeof otherWayFacts>;

/** 提请转送、导入: what the office reads about each fact. */
export const otherWayToOffice = {
  otherWayProposed: {
    zh: (told) =>
      `${doer(told, "zh")}提请${otherWayWords(told.fact.way).zh}，说明：${withoutStop(told.fact.explanation)}。由${unitName(told.directory, told.fact.decider.unit, "zh")}${staffName(told.directory, told.fact.decider.staff, "zh")}决定，${latestWords(told.fact.decideBy, told.today)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} proposed ${otherWayWords(told.fact.way).en}. ${capitalised(withoutStop(told.fact.explanation))}. ${staffName(told.directory, told.fact.decider.staff, "en")}, ${unitName(told.directory, told.fact.decider.unit, "en")}, decides by ${dateWords(told.fact.decideBy, "en", told.today)}.`,
      ),
  },
  otherWayPassedOn: {
    zh: (told) => passedOnToOffice(told, named).zh,
    en: (told) => passedOnToOffice(told, named).en,
  },
  otherWayClimbed: {
    zh: (told) => climbedToOffice(told, named).zh,
    en: (told) => climbedToOffice(told, named).en,
  },
  otherWayAwaited: {
    zh: (told) => awaitedToOffice(told, named).zh,
    en: (told) => awaitedToOffice(told, named).en,
  },
  otherWayRefused: {
    zh: (told) =>
      `${doer(told, "zh")}不同意${otherWayWords(told.fact.way).zh}，仍由${unitName(told.directory, told.fact.unit, "zh")}办理，理由：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} refused ${otherWayWords(told.fact.way).en}; it stays with ${unitName(told.directory, told.fact.unit, "en")}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  transferAgreed: {
    zh: (told) => `${agreedToOffice(told).zh}${sentToOffice(told.fact).zh}法定答复期限照常计算，对方收到为止。`,
    en: (told) =>
      `${agreedToOffice(told).en} ${sentToOffice(told.fact).en} The time set by law runs on until they have it.`,
  },
  guidanceAgreed: {
    zh: (told) => `${agreedToOffice(told).zh}${guidedToOffice(told.fact.letter).zh}`,
    en: (told) => `${agreedToOffice(told).en} ${guidedToOffice(told.fact.letter).en}`,
  },
  otherWayLapsed: {
    zh: () => "没有决定的提请随之终止。",
    en: () => "The undecided proposal lapsed with that.",
  },
} satisfies Sentences<typeof otherWayFacts>;

/** 提请转送、导入: what lists of clocks say of each fact. */
export const otherWayOnClocks = {
  otherWayProposed: "never",
  otherWayPassedOn: "never",
  otherWayClimbed: climbedOnClocks,
  otherWayAwaited: { came: "deed", because: "told" },
  otherWayRefused: "never",
  transferAgreed: "never",
  guidanceAgreed: "never",
  otherWayLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof otherWayFacts>;

/** 提请转送、导入: why nothing can be proposed. */
export const otherWayRefusals = {
  otherWayPending: {
    zh: "承办单位已经提请转送或者导入，正在等信访局决定；请等决定以后再办，其他办理照常进行",
    en: "A transfer or guidance is proposed and waits for the bureau’s decision; please wait for it, and go on with the case otherwise",
  },
  settlementFirst: {
    zh: "解决方案正在等信访人答复；请先收回，再提请转送或者导入",
    en: "A proposal waits for the petitioner’s word; please withdraw it before you propose that the case goes elsewhere",
  },
  othersGoAlong: {
    zh: "还有其他诉求并入此件办理，不能单独转送或者导入；请先由信访局解除并案",
    en: "Other petitions are handled in this one, so it cannot go elsewhere alone; please have the bureau part them first",
  },
  answeredHere: {
    zh: "此件已经书面答复并作出承诺，应当由作出承诺的单位办到，不能再转送或者导入",
    en: "A letter has answered this case and promised something; whoever promised it has to do it, and it cannot go elsewhere",
  },
  proposedOften: {
    zh: "此件提请转送或者导入的次数已满，请办理并答复",
    en: "That has been proposed as often as a case allows; please deal with it and answer it",
  },
  refusedAlready: {
    zh: "信访局在本环节已经不同意这一提请；信访人补充新材料以后才能再提，也可以另选机关或者途径",
    en: "The bureau has refused this at this step; you may propose it again once the petitioner has added material, or choose another body or procedure",
  },
  nobodyToDecideOtherWay: {
    zh: "能决定的人都应当回避，不能提请，请办理或者上报",
    en: "Everybody who could decide on it must keep away from this case; please deal with it or report it upward",
  },
} satisfies RefusalsOf;

/** 提请转送、导入的决定: why something is refused. */
export const otherWayDecisionRefusals = {
  wayIsGone: {
    zh: "政策更新以后，已经没有这个机关或者途径；请写明理由不同意，由承办单位另行提请",
    en: "The policy no longer has that body or procedure; please refuse with a reason, so that the unit can propose another",
  },
} satisfies RefusalsOf;
