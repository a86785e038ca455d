import type { FactOf } from "#case/state/event.ts";
import type { Lang } from "#ground/bilingual.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { clockTitle } from "./clock-title.ts";
import { dateWords, moreDays } from "./dates.ts";
import {
  deliveryNames,
  doer,
  groundWords,
  isByLaw,
  passedOverPeople,
  passedOverWords,
  quietReasons,
  remindingWays,
  replacementReasons,
  rung,
  type Sentences,
  type Told,
} from "./event-words.ts";
import {
  becauseNames,
  categoryName,
  clockNames,
  levelPhrases,
  outcomeNames,
  staffName,
  stationNames,
  unitName,
} from "./words.ts";

/** The lower shares that one reminder stands for, as a sentence of its own; none where there are none. */
const passedOver = ({ passedOver: shares }: FactOf<"reminded">, lang: Lang): string[] => {
  const clause = passedOverWords(shares, lang);
  return clause === "" ? [] : [{ zh: `${clause}。`, en: `${capitalised(clause)}.` }[lang]];
};

/** Why another office holds a step at the top: a clause, or none. */
const vacancyWords = ({ fact: { level, vacancy } }: Pick<Told<"stepOpened">, "fact">, lang: Lang): string[] => {
  if (vacancy === undefined) return [];
  const { zh, en } = levelPhrases[level];
  const why = {
    complainedAbout: {
      zh: `${zh}的承办单位是被反映对象，依规回避`,
      en: `for ${en}, whose office the petition is about`,
    },
    noUnit: { zh: `${zh}没有承办单位`, en: `for ${en}, which has no unit for it` },
  };
  return [why[vacancy][lang]];
};

const skipReasons: Record<FactOf<"levelSkipped">["reason"], string> = {
  complainedAbout: "the petition is about its unit",
  noUnit: "it has no unit",
  lateByLaw: "too little of the time set by law is left for it",
};

/** What the office reads: who did it and on what basis. */
export const staffSentences: Sentences = {
  registered: {
    zh: ({ fact, number, directory }) =>
      `登记为 ${number}，类别：${categoryName(directory, fact.category, "zh")}，所属：${unitName(directory, fact.community, "zh")}。首办责任人：${unitName(directory, fact.responsible.unit, "zh")} ${staffName(directory, fact.responsible.staff, "zh")}。`,
    en: ({ fact, number, directory }) =>
      `Registered as ${number}: ${categoryName(directory, fact.category, "en")}, ${unitName(directory, fact.community, "en")}. First responsible: ${staffName(directory, fact.responsible.staff, "en")}, ${unitName(directory, fact.responsible.unit, "en")}.`,
  },
  accepted: {
    zh: (told) =>
      told.fact.basis === "policy"
        ? `按政策登记即受理，从${levelPhrases[told.fact.startAt].zh}开始办理。`
        : `${doer(told, "zh")}审查后决定受理，从${levelPhrases[told.fact.startAt].zh}开始办理。`,
    en: (told) =>
      told.fact.basis === "policy"
        ? `Accepted at registration under the district's policy; begins with ${levelPhrases[told.fact.startAt].en}.`
        : capitalised(
            `${doer(told, "en")} accepted it after examination; begins with ${levelPhrases[told.fact.startAt].en}.`,
          ),
  },
  notAccepted: {
    zh: (told) =>
      `${doer(told, "zh")}决定不予受理，依据：${groundWords(told, "article", "zh")}，${withoutStop(groundWords(told, "text", "zh"))}。说明：${withoutStop(told.fact.explanation)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} did not accept it: ${groundWords(told, "article", "en")}, ${withoutStop(groundWords(told, "text", "en"))}. Explanation: ${withoutStop(told.fact.explanation)}.`,
      ),
  },
  stepOpened: {
    zh: (told) =>
      `转${unitName(told.directory, told.fact.unit, "zh")}，经办人 ${staffName(told.directory, told.fact.owner, "zh")}（${[...vacancyWords(told, "zh"), becauseNames[told.fact.because].zh, ...passedOverPeople(told.fact.passedOver, told.directory, "zh")].join("；")}）。`,
    en: (told) =>
      `Went to ${unitName(told.directory, told.fact.unit, "en")}: ${staffName(told.directory, told.fact.owner, "en")} (${[...vacancyWords(told, "en"), becauseNames[told.fact.because].en, ...passedOverPeople(told.fact.passedOver, told.directory, "en")].join("; ")}).`,
  },
  levelSkipped: {
    zh: ({ fact }) =>
      fact.reason === "lateByLaw"
        ? `法定答复期限已过大半，不再转${levelPhrases[fact.level].zh}，直接转${levelPhrases[fact.to].zh}。`
        : `${levelPhrases[fact.level].zh}${fact.reason === "complainedAbout" ? "的承办单位是被反映对象，依规回避" : "没有承办单位"}，跳过，转${levelPhrases[fact.to].zh}。`,
    en: ({ fact }) =>
      capitalised(
        `${levelPhrases[fact.level].en} was skipped, as ${skipReasons[fact.reason]}; on to ${levelPhrases[fact.to].en}.`,
      ),
  },
  acknowledged: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")} ${staffName(directory, fact.staff, "zh")}签收。`,
    en: ({ fact, directory }) =>
      `Acknowledged by ${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}.`,
  },
  settlementProposed: {
    zh: (told) => `${doer(told, "zh")}提出化解办法，等待信访人确认：${withoutStop(told.fact.terms)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} proposed a settlement and awaits the petitioner's word: ${withoutStop(told.fact.terms)}.`,
      ),
  },
  settlementConfirmed: {
    zh: () => "信访人确认已解决。",
    en: () => "The petitioner confirmed the settlement.",
  },
  settlementDeclined: {
    zh: ({ fact }) => `信访人表示没有解决：${withoutStop(fact.reason)}。`,
    en: ({ fact }) => `The petitioner said that it is not settled: ${withoutStop(fact.reason)}.`,
  },
  settlementLapsed: {
    zh: () => "本环节结束，提出的化解办法没有等到信访人确认，不再有效。",
    en: () => "The step ended before the petitioner had confirmed the proposed settlement, which lapsed with it.",
  },
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")} ${staffName(directory, fact.staff, "zh")}作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  reportedUpward: {
    zh: (told) =>
      `${levelPhrases[told.fact.level].zh}经办人${doer(told, "zh")}上报${levelPhrases[told.fact.to].zh}，原因：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} reported it upward to ${levelPhrases[told.fact.to].en}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  handedBack: {
    zh: (told) =>
      `${levelPhrases[told.fact.level].zh}经办人${doer(told, "zh")}退回${levelPhrases[told.fact.to].zh}，原因：${withoutStop(told.fact.reason)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} handed it back to ${levelPhrases[told.fact.to].en}: ${withoutStop(told.fact.reason)}.`,
      ),
  },
  reassigned: {
    zh: ({ fact, directory }) =>
      fact.how === "byOwner"
        ? `由 ${staffName(directory, fact.from, "zh")}改派给 ${staffName(directory, fact.to, "zh")}，原因：${withoutStop(fact.reason)}。`
        : `${staffName(directory, fact.from, "zh")}不在岗，改由 ${staffName(directory, fact.to, "zh")}经办（${[becauseNames[fact.because].zh, ...passedOverPeople(fact.passedOver, directory, "zh")].join("；")}），期限不变。`,
    en: ({ fact, directory }) =>
      fact.how === "byOwner"
        ? `Reassigned from ${staffName(directory, fact.from, "en")} to ${staffName(directory, fact.to, "en")}: ${withoutStop(fact.reason)}.`
        : capitalised(
            `${staffName(directory, fact.from, "en")} is away: taken over by ${staffName(directory, fact.to, "en")} (${[becauseNames[fact.because].en, ...passedOverPeople(fact.passedOver, directory, "en")].join("; ")}), with the same time limits.`,
          ),
  },
  extensionAsked: {
    zh: (told) =>
      `${doer(told, "zh")}申请延期 ${told.fact.days} 日，原因：${withoutStop(told.fact.reason)}。由${unitName(told.directory, told.fact.head.unit, "zh")} ${staffName(told.directory, told.fact.head.staff, "zh")}决定。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} asked for ${moreDays(told.fact.days)}: ${withoutStop(told.fact.reason)}. ${staffName(told.directory, told.fact.head.staff, "en")}, ${unitName(told.directory, told.fact.head.unit, "en")}, decides.`,
      ),
  },
  extensionApproved: {
    zh: (told) =>
      `${doer(told, "zh")}同意延期 ${told.fact.days} 日（${told.directory.policy.clocks.extension.article.zh}）：本环节到 ${dateWords(told.fact.lastDay, "zh", told.today)}，法定答复期限到 ${dateWords(told.fact.answerBy, "zh", told.today)}，起算日期不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} approved ${moreDays(told.fact.days)} (${told.directory.policy.clocks.extension.article.en}): the step until ${dateWords(told.fact.lastDay, "en", told.today)}, the answer by ${dateWords(told.fact.answerBy, "en", told.today)}, with the same start.`,
      ),
  },
  extensionRefused: {
    zh: (told) =>
      told.fact.how === "head"
        ? `${doer(told, "zh")}不同意延期，理由：${withoutStop(told.fact.reason)}。`
        : isByLaw(told)
          ? "延期申请未经决定，就此终止。"
          : "办理环节已经结束，延期申请随之终止。",
    en: (told) =>
      told.fact.how === "head"
        ? capitalised(`${doer(told, "en")} refused the extension: ${withoutStop(told.fact.reason)}.`)
        : isByLaw(told)
          ? "The request for more time lapsed undecided."
          : "The request for more time lapsed with the step.",
  },
  stepOverdue: {
    zh: ({ fact, today }) =>
      `${levelPhrases[fact.level].zh}环节到 ${dateWords(fact.lastDay, "zh", today)}没有办结，自动上提到${levelPhrases[fact.to].zh}。`,
    en: ({ fact, today }) =>
      capitalised(
        `${levelPhrases[fact.level].en} missed its deadline (${dateWords(fact.lastDay, "en", today)}); escalated to ${levelPhrases[fact.to].en}.`,
      ),
  },
  lifted: {
    zh: ({ fact, today }) =>
      `法定答复期限（${dateWords(fact.answerBy, "zh", today)}）已过 ${fact.percent}%，不等该环节期限届满，从${levelPhrases[fact.level].zh}直接上提到${levelPhrases[fact.to].zh}。`,
    en: ({ fact, today }) =>
      `Of the time set by law, ${fact.percent}% has passed (answer due ${dateWords(fact.answerBy, "en", today)}): moved up from ${levelPhrases[fact.level].en} to ${levelPhrases[fact.to].en}, whatever the step's own deadline.`,
  },
  reminded: {
    zh: ({ fact, directory, today }) =>
      [
        `提醒${staffName(directory, fact.to, "zh")}（${remindingWays[fact.how].zh}）：${clockTitle(fact.clock, "zh")}到 ${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%。`,
        ...passedOver(fact, "zh"),
      ].join(""),
    en: ({ fact, directory, today }) =>
      [
        `A reminder for ${staffName(directory, fact.to, "en")}, ${remindingWays[fact.how].en}. “${clockTitle(fact.clock, "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed.`,
        ...passedOver(fact, "en"),
      ].join(" "),
  },
  shareReached: {
    zh: ({ fact, by, today }) =>
      `${clockTitle(rung({ fact, by }), "zh")}到 ${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，${quietReasons[fact.lift ?? "nobody"].zh}。`,
    en: ({ fact, by, today }) =>
      `The clock “${clockTitle(rung({ fact, by }), "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed; ${quietReasons[fact.lift ?? "nobody"].en}.`,
  },
  overdueAtTop: {
    zh: ({ fact, today }) =>
      `${levelPhrases[fact.level].zh}环节 ${dateWords(fact.lastDay, "zh", today)}到期，${fact.level === "bureau" ? "还没有决定是否受理" : "还没有办结"}，上面没有更高一级：列入督办，每个工作日催办。`,
    en: ({ fact, today }) =>
      capitalised(
        `${levelPhrases[fact.level].en} was to ${fact.level === "bureau" ? "decide" : "finish"} by ${dateWords(fact.lastDay, "en", today)} and has not, with no level above: supervised, reminded every working day.`,
      ),
  },
  statutoryOverdue: {
    zh: ({ fact, today }) =>
      `${clockNames[fact.clock].zh}到 ${dateWords(fact.lastDay, "zh", today)}为止，已经逾期，记录在案。`,
    en: ({ fact, today }) =>
      `Time limit missed: ${clockNames[fact.clock].en}, ${dateWords(fact.lastDay, "en", today)}. On record.`,
  },
  clockMoved: {
    zh: ({ fact, today }) =>
      fact.from === fact.to
        ? `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}仍为 ${dateWords(fact.to, "zh", today)}，由暂定改为确定。`
        : `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}由 ${dateWords(fact.from, "zh", today)}改为 ${dateWords(fact.to, "zh", fact.from)}，起算日期不变。`,
    en: ({ fact, today }) =>
      fact.from === fact.to
        ? `No longer provisional: ${clockTitle(fact.clock, "en")}, ${dateWords(fact.to, "en", today)}. ${withoutStop(fact.reason.en)}.`
        : `Last day moved: ${clockTitle(fact.clock, "en")}, from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}, with the same start. ${withoutStop(fact.reason.en)}.`,
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
    zh: ({ fact, today }) => `答复没有在 ${dateWords(fact.lastDay, "zh", today)}前送达，已提醒答复人。`,
    en: ({ fact, today }) =>
      `The answer was not delivered by ${dateWords(fact.lastDay, "en", today)}; its author was reminded.`,
  },
  closed: {
    zh: ({ fact }) => `复查申请期满，没有申请复查，办结。结果：${outcomeNames[fact.outcome].zh}。`,
    en: ({ fact }) => `The time for review passed without a request; ended. Result: ${outcomeNames[fact.outcome].en}.`,
  },
  clockReleased: {
    zh: (told) => `${doer(told, "zh")}恢复了${clockTitle(told.fact.clock, "zh")}的自动处理，期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} put a clock back to work: ${clockTitle(told.fact.clock, "en")}. Its end stays the same.`,
      ),
  },
  executionReplaced: {
    zh: ({ fact }) =>
      `办理流程重新启动（${replacementReasons[fact.reason].zh}），从${stationNames[fact.startAt].zh}继续，期限不变。`,
    en: ({ fact }) =>
      `The workflow was started again (${replacementReasons[fact.reason].en}) at: ${stationNames[fact.startAt].en}. Time limits unchanged.`,
  },
};
