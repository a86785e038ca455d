import type { Directory } from "#directory/directory.ts";
import type { Lang } from "#ground/bilingual.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { clockTitle } from "./clock-title.ts";
import { dateWords, daysWords, moreDays } from "./dates.ts";
import { deliveryNames, groundWords, isByLaw, rung, type Sentences } from "./event-words.ts";
import { clockNames, levelPhrases, outcomeNames, unitName } from "./words.ts";

const bureauName = (directory: Directory, lang: Lang): string => unitName(directory, directory.district.bureau, lang);

/** What the petitioner reads: units and plain words, "you" for the reader. */
export const petitionerSentences: Sentences = {
  registered: {
    zh: ({ fact, number, directory }) =>
      `您的诉求已登记，编号 ${number}。首先由${unitName(directory, fact.responsible.unit, "zh")}负责。`,
    en: ({ fact, number, directory }) =>
      `Your petition was registered as ${number}. ${unitName(directory, fact.responsible.unit, "en")} answers for it first.`,
  },
  accepted: {
    zh: ({ fact, directory }) =>
      fact.basis === "policy"
        ? `您的诉求已受理，从${levelPhrases[fact.startAt].zh}开始办理。`
        : `${bureauName(directory, "zh")}审查后决定受理您的诉求，从${levelPhrases[fact.startAt].zh}开始办理。`,
    en: ({ fact, directory }) =>
      fact.basis === "policy"
        ? `Your petition was accepted. It begins with ${levelPhrases[fact.startAt].en}.`
        : `${bureauName(directory, "en")} examined your petition and accepted it. It begins with ${levelPhrases[fact.startAt].en}.`,
  },
  notAccepted: {
    zh: (told) =>
      `${bureauName(told.directory, "zh")}决定不予受理，理由：${withoutStop(groundWords(told, "text", "zh"))}。${withoutStop(told.fact.explanation)}。`,
    en: (told) =>
      `${bureauName(told.directory, "en")} did not accept the petition. Ground: ${withoutStop(groundWords(told, "text", "en"))}. ${withoutStop(told.fact.explanation)}.`,
  },
  stepOpened: {
    zh: ({ fact, directory }) =>
      fact.level === "bureau"
        ? `${unitName(directory, fact.unit, "zh")}开始审查是否受理您的诉求。`
        : `您的诉求已转到${unitName(directory, fact.unit, "zh")}办理。`,
    en: ({ fact, directory }) =>
      fact.level === "bureau"
        ? `${unitName(directory, fact.unit, "en")} began to examine whether your petition can be accepted.`
        : `Your petition went to ${unitName(directory, fact.unit, "en")}.`,
  },
  levelSkipped: {
    zh: ({ fact }) => {
      const [level, to] = [levelPhrases[fact.level].zh, levelPhrases[fact.to].zh];
      switch (fact.reason) {
        case "complainedAbout":
          return `您反映的事项涉及${level}的承办单位，依规回避，直接转到${to}。`;
        case "noUnit":
          return `${level}没有对应的承办单位，直接转到${to}。`;
        case "lateByLaw":
          return `法定答复期限已过大半，事项不再经过${level}，直接转到${to}，由其在期限内答复。`;
      }
    },
    en: ({ fact }) => {
      const [level, to] = [levelPhrases[fact.level].en, levelPhrases[fact.to].en];
      switch (fact.reason) {
        case "complainedAbout":
          return capitalised(
            `${level} is what your petition is about, so it does not get it; the matter goes on to ${to}.`,
          );
        case "noUnit":
          return capitalised(`${level} has no unit for this matter, so it goes on to ${to}.`);
        case "lateByLaw":
          return `As little of the time set by law is left, the matter passes by ${level} and goes straight to ${to}.`;
      }
    },
  },
  acknowledged: {
    zh: ({ fact, directory }) => `${unitName(directory, fact.unit, "zh")}已收到您的诉求，开始办理。`,
    en: ({ fact, directory }) => `${unitName(directory, fact.unit, "en")} has received your petition and begun work.`,
  },
  settlementProposed: {
    zh: ({ fact }) => `办理单位提出了解决办法，请您确认是否已解决：${withoutStop(fact.terms)}。`,
    en: ({ fact }) =>
      `The unit in charge proposed a settlement and asks you whether it settles the matter: ${withoutStop(fact.terms)}.`,
  },
  settlementConfirmed: {
    zh: () => "您确认问题已解决。",
    en: () => "You confirmed that the matter is settled.",
  },
  settlementDeclined: {
    zh: ({ fact }) => `您表示问题还没有解决：${withoutStop(fact.reason)}。办理继续进行。`,
    en: ({ fact }) => `You said that the matter is not settled: ${withoutStop(fact.reason)}. Work on it goes on.`,
  },
  settlementLapsed: {
    zh: () => "上一环节提出的解决办法没有等到您的确认，不再有效，不影响您的诉求继续办理。",
    en: () => "The settlement that was proposed lapsed before you had confirmed it. Work on your petition goes on.",
  },
  replied: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}已作出书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} answered in writing. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  reportedUpward: {
    zh: ({ fact }) =>
      `${levelPhrases[fact.level].zh}上报到${levelPhrases[fact.to].zh}办理，原因：${withoutStop(fact.reason)}。`,
    en: ({ fact }) =>
      capitalised(
        `${levelPhrases[fact.level].en} passed the matter up to ${levelPhrases[fact.to].en}: ${withoutStop(fact.reason)}.`,
      ),
  },
  handedBack: {
    zh: ({ fact }) =>
      `${levelPhrases[fact.level].zh}交回${levelPhrases[fact.to].zh}办理，原因：${withoutStop(fact.reason)}。法定答复期限照常计算。`,
    en: ({ fact }) =>
      capitalised(
        `${levelPhrases[fact.level].en} handed the matter back to ${levelPhrases[fact.to].en}: ${withoutStop(fact.reason)}. The time limit set by law keeps running.`,
      ),
  },
  reassigned: {
    zh: () => "办理单位更换了经办人，期限不变。",
    en: () => "The unit in charge gave the matter to another colleague. The time limits stay the same.",
  },
  extensionAsked: {
    zh: ({ fact }) =>
      `办理单位申请延长期限 ${fact.days} 日，原因：${withoutStop(fact.reason)}。由负责人决定，决定以前期限不变。`,
    en: ({ fact }) =>
      `The unit in charge asked for ${moreDays(fact.days)}: ${withoutStop(fact.reason)}. Its head decides; until then the time limits stay.`,
  },
  extensionApproved: {
    zh: ({ fact, directory, today }) =>
      `经负责人批准，办理期限延长 ${fact.days} 日，最迟 ${dateWords(fact.answerBy, "zh", today)}答复您。情况复杂的可以延长一次，依据：${directory.policy.clocks.extension.article.zh}。`,
    en: ({ fact, directory, today }) =>
      `The time limit was extended by ${daysWords(fact.days, "en")}: you get the answer by ${dateWords(fact.answerBy, "en", today)}. A complex matter may be extended once, as its head approved: ${directory.policy.clocks.extension.article.en}.`,
  },
  extensionRefused: {
    zh: ({ fact, by }) =>
      fact.how === "head"
        ? `负责人没有同意延期，理由：${withoutStop(fact.reason)}。期限不变。`
        : isByLaw({ by })
          ? "延期申请未经决定，就此终止，期限没有延长。"
          : "办理环节已经结束，延期申请随之终止，期限没有延长。",
    en: ({ fact, by }) =>
      fact.how === "head"
        ? `The extension was not approved: ${withoutStop(fact.reason)}. The time limits stay.`
        : isByLaw({ by })
          ? "The request for more time lapsed undecided; the time limits were not extended."
          : "The request for more time lapsed with the step; the time limits were not extended.",
  },
  stepOverdue: {
    zh: ({ fact, today }) =>
      `${levelPhrases[fact.level].zh}没有在 ${dateWords(fact.lastDay, "zh", today)}前办结，已自动上提到${levelPhrases[fact.to].zh}。`,
    en: ({ fact, today }) =>
      capitalised(
        `${levelPhrases[fact.level].en} did not finish by ${dateWords(fact.lastDay, "en", today)}, so the matter moved up to ${levelPhrases[fact.to].en} by itself.`,
      ),
  },
  lifted: {
    zh: ({ fact, today }) =>
      `法定答复期限（${dateWords(fact.answerBy, "zh", today)}）已过 ${fact.percent}%，事项自动上提到${levelPhrases[fact.to].zh}，由其在期限内答复。`,
    en: ({ fact, today }) =>
      `Once ${fact.percent}% of the time set by law had passed (the answer is due ${dateWords(fact.answerBy, "en", today)}), the matter moved up to ${levelPhrases[fact.to].en} by itself.`,
  },
  reminded: {
    zh: ({ fact, today }) =>
      `${clockTitle(fact.clock, "zh")}到 ${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，已提醒办理单位。`,
    en: ({ fact, today }) =>
      `The time limit “${clockTitle(fact.clock, "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed; the unit in charge was reminded.`,
  },
  shareReached: {
    zh: ({ fact, by, today }) =>
      `${clockTitle(rung({ fact, by }), "zh")}到 ${dateWords(fact.lastDay, "zh", today)}为止，已过 ${fact.percent}%，仍在办理。`,
    en: ({ fact, by, today }) =>
      `The time limit “${clockTitle(rung({ fact, by }), "en")}” (until ${dateWords(fact.lastDay, "en", today)}): ${fact.percent}% of the time has passed. Work goes on.`,
  },
  overdueAtTop: {
    zh: ({ fact, today }) =>
      fact.level === "bureau"
        ? `信访局没有在 ${dateWords(fact.lastDay, "zh", today)}前决定是否受理，已列入督办，每个工作日催办。`
        : `${levelPhrases[fact.level].zh}没有在 ${dateWords(fact.lastDay, "zh", today)}前办结，已列入督办，每个工作日催办。`,
    en: ({ fact, today }) =>
      capitalised(
        `${levelPhrases[fact.level].en} did not ${fact.level === "bureau" ? "decide" : "finish"} by ${dateWords(fact.lastDay, "en", today)}; the matter is under supervision, with a reminder every working day.`,
      ),
  },
  statutoryOverdue: {
    zh: ({ fact, today }) =>
      `${clockNames[fact.clock].zh}到 ${dateWords(fact.lastDay, "zh", today)}为止，已经逾期，记录在案。您的诉求继续办理。`,
    en: ({ fact, today }) =>
      `The time limit “${clockNames[fact.clock].en}” passed on ${dateWords(fact.lastDay, "en", today)}. The delay is on record, and work on your petition goes on.`,
  },
  clockMoved: {
    zh: ({ fact, today }) =>
      fact.from === fact.to
        ? `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}仍为 ${dateWords(fact.to, "zh", today)}，不再是暂定。`
        : `${withoutStop(fact.reason.zh)}：${clockTitle(fact.clock, "zh")}由 ${dateWords(fact.from, "zh", today)}改为 ${dateWords(fact.to, "zh", fact.from)}，起算日期不变。`,
    en: ({ fact, today }) =>
      fact.from === fact.to
        ? `The time limit “${clockTitle(fact.clock, "en")}” stays at ${dateWords(fact.to, "en", today)} and is no longer provisional: ${withoutStop(fact.reason.en)}.`
        : `The time limit “${clockTitle(fact.clock, "en")}” moved from ${dateWords(fact.from, "en", today)} to ${dateWords(fact.to, "en", fact.from)}: ${withoutStop(fact.reason.en)}.`,
  },
  delivered: {
    zh: ({ fact, today }) =>
      fact.how === "opened"
        ? `您打开了书面答复，送达日期为 ${dateWords(fact.on, "zh", today)}。`
        : `办理单位登记：书面答复已于 ${dateWords(fact.on, "zh", today)}送达您（${deliveryNames[fact.how].zh}）。`,
    en: ({ fact, today }) =>
      fact.how === "opened"
        ? `You opened the written answer; it counts as delivered on ${dateWords(fact.on, "en", today)}.`
        : `The unit recorded that the answer reached you on ${dateWords(fact.on, "en", today)} (${deliveryNames[fact.how].en}).`,
  },
  deliveryOverdue: {
    zh: ({ fact, today }) => `书面答复没有在 ${dateWords(fact.lastDay, "zh", today)}前送达您，已要求答复单位尽快送达。`,
    en: ({ fact, today }) =>
      `The written answer had not reached you by ${dateWords(fact.lastDay, "en", today)}; its author was told to deliver it.`,
  },
  closed: {
    zh: ({ fact }) => `申请复查的期限已过，事项办结。结果：${outcomeNames[fact.outcome].zh}。`,
    en: ({ fact }) =>
      `The time to ask for review is over and the matter has ended. Result: ${outcomeNames[fact.outcome].en}.`,
  },
  clockReleased: {
    zh: ({ fact }) => `${clockTitle(fact.clock, "zh")}的自动处理曾因故障中断，现已恢复，各项期限不变。`,
    en: ({ fact }) =>
      `A fault had stopped a clock (${clockTitle(fact.clock, "en")}); it works again. The time limits stay the same.`,
  },
  executionReplaced: {
    zh: () => "系统自检后恢复了办理流程，各项期限不变。",
    en: () => "After a check of its own, the system took the work up again. The time limits stay the same.",
  },
};
