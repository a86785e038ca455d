import type { mergingActs } from "#case/acts/merging.ts";
import type { FactOf } from "#case/state/event.ts";
import type { mergingFacts } from "#case/state/facts/merging.ts";
import { caseNumber } from "#directory/case-number.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, daysWords, latestWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { outcomeNames, staffName, unitName } from "#words/words.ts";
import type { ClockLines, Deeds, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 并案办理: how many others are handled with a petition, in a sentence; whose they are is said nowhere. */
export const mergedWords = (others: number): Bilingual => ({
  zh: `另有 ${others} 件反映同一事项、要求相同的信访件与这件合并办理，各自答复。`,
  en:
    others === 1
      ? "One other petition of the same facts and requests is handled with this one, and answered by a letter of its own."
      : `${others} other petitions of the same facts and requests are handled with this one, and each is answered by a letter of its own.`,
});

/** 并案办理: what was done, in a word or two. */
export const mergingDeeds = {
  merged: { zh: "并案办理", en: "merged with another" },
  unmerged: { zh: "单独办理", en: "handled for itself again" },
  repliedWithLead: { zh: "书面答复", en: "answered" },
  extendedWithLead: { zh: "随并案延期", en: "extended with another" },
  leadChanged: { zh: "随并案改由另一件牵头", en: "handled in another one from now on" },
  memberMerged: { zh: "并入一件", en: "another one merged with it" },
  memberLeft: { zh: "一件退出并案", en: "one left the merger" },
  memberBrought: { zh: "并入件补充材料", en: "material to a merged one" },
  leadPassed: { zh: "改由另一件牵头", en: "another one leads from now on" },
} satisfies Deeds<typeof mergingFacts>;

/** 并案办理: what petitioners read about each fact. */
export const mergingToPetitioners = {
  merged: {
    zh: () =>
      "信访局认定，您反映的与另一件信访件是同一事项、要求相同，合并办理。您的查询码、答复期限和各项权利都不变，您会收到给您本人的答复。不愿意合并的，可以随时要求单独办理。",
    en: () =>
      "The petition office found another petition of the same facts and requests, and the two are handled together. Your code, the time for your answer and your rights stay as they are, and the answer comes to you in a letter of your own. If you would rather have yours handled for itself, you can say so at any time.",
  },
  unmerged: {
    zh: (told) => {
      const why: Record<FactOf<"unmerged">["why"], string> = {
        petitioner: `${you(told, "zh")}要求单独办理`,
        bureau: "信访局认为不是同一事项，恢复单独办理",
        leadWithdrawn: "一并办理的那一件已经撤回，您的诉求恢复单独办理",
        leadsNow: "一并办理的那一件已经撤回，其余各件改为并入您这一件办理",
      };
      const { why: because } = told.fact;
      return `${why[because]}${because === "leadsNow" ? "" : "，事项从原来的层级继续"}，法定期限没有停过。`;
    },
    en: (told) => {
      const why: Record<FactOf<"unmerged">["why"], string> = {
        petitioner: `${you(told, "en")} asked that your petition be handled for itself`,
        bureau: "The petition office found that it is not the same matter: your petition is handled for itself again",
        leadWithdrawn: "The petition that yours was handled with was withdrawn: yours is handled for itself again",
        leadsNow: "The petition that yours was handled with was withdrawn: the others are handled in yours from now on",
      };
      const { why: because } = told.fact;
      return `${why[because]}${because === "leadsNow" ? "" : ". It goes on where it stood"}, and the law's time has never stopped.`;
    },
  },
  repliedWithLead: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}对合并办理的事项作出书面答复，给您单独一份，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "en")} answered what is handled together, and you by a letter of your own. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  extendedWithLead: {
    zh: ({ fact, today }) =>
      `合并办理的事项经负责人批准延期，您的办理期限同样延长 ${fact.letter.days} 日，${latestWords(fact.letter.answerBy, today)}答复您。依据：${fact.letter.article.zh}。`,
    en: ({ fact, today }) =>
      `What is handled together was given more time, as its head approved, and so was yours: ${daysWords(fact.letter.days, "en")}. You get the answer by ${dateWords(fact.letter.answerBy, "en", today)}: ${fact.letter.article.en}.`,
  },
  leadChanged: {
    zh: () => "一并办理的那一件已经撤回，您的诉求改与同一事项的另一件合并办理，其余都不变。",
    en: () =>
      "The petition that yours was handled with was withdrawn: yours is handled with another of the same matter, and nothing else changes.",
  },
  memberMerged: {
    zh: () => "另有一件同一事项、要求相同的信访件与您的合并办理。",
    en: () => "Another petition of the same facts and requests is handled with yours.",
  },
  memberLeft: {
    zh: () => "与您的合并办理的一件改为单独办理。",
    en: () => "One of the petitions that were handled with yours is handled for itself again.",
  },
  memberBrought: {
    zh: () => "与您的合并办理的一件补充了材料。",
    en: () => "Material was added to one of the petitions that are handled with yours.",
  },
  leadPassed: {
    zh: () => "改由另一件牵头办理。",
    en: () => "Another one leads from now on.",
  },
} satisfies Sentences<typeof mergingFacts>;

/** 并案办理: what the office reads about each fact: numbers, and no names. */
export const mergingToOffice = {
  merged: {
    zh: (told) =>
      `${doer(told, "zh")}认定与${caseNumber(told.fact.lead, told.directory)}是同一事项、要求相同，并入该件办理，本环节结束。查询码、法定期限、答复和复查各自保留。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} found it to be of the same facts and requests as ${caseNumber(told.fact.lead, told.directory)}, in which it is handled from now on; the step ended. Code, time set by law, letter and review stay its own.`,
      ),
  },
  unmerged: {
    zh: (told) => {
      const number = caseNumber(told.fact.lead, told.directory);
      const why: Record<FactOf<"unmerged">["why"], string> = {
        petitioner: `${doer(told, "zh")}要求单独办理，不再并入${number}`,
        bureau: `${doer(told, "zh")}认为与${number}不是同一事项，解除并案`,
        leadWithdrawn: `${number}已经撤回，并案随之解除`,
        leadsNow: `${number}已经撤回，改由本件牵头`,
      };
      return `${why[told.fact.why]}；从${told.fact.why === "leadsNow" ? "两件中较高" : "原来"}的层级继续，法定期限没有停过。`;
    },
    en: (told) => {
      const number = caseNumber(told.fact.lead, told.directory);
      const why: Record<FactOf<"unmerged">["why"], string> = {
        petitioner: `${doer(told, "en")} asked that it be handled for itself, and no longer in ${number}`,
        bureau: `${doer(told, "en")} found it not to be the same matter as ${number}, and ended the merger`,
        leadWithdrawn: `${number} was withdrawn, and the merger ended with it`,
        leadsNow: `${number} was withdrawn, and this one leads the others`,
      };
      const where = told.fact.why === "leadsNow" ? "at the higher level of the two" : "where it stood";
      return capitalised(`${why[told.fact.why]}: it goes on ${where}, and the law's time has never stopped.`);
    },
  },
  repliedWithLead: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, fact.unit, "zh")}${staffName(directory, fact.staff, "zh")}答复了${caseNumber(fact.lead, directory)}，本件同时另发书面答复，结论：${outcomeNames[fact.letter.outcome].zh}。`,
    en: ({ fact, directory }) =>
      `${staffName(directory, fact.staff, "en")}, ${unitName(directory, fact.unit, "en")}, answered ${caseNumber(fact.lead, directory)}, and this one by a letter of its own. Conclusion: ${outcomeNames[fact.letter.outcome].en}.`,
  },
  extendedWithLead: {
    zh: ({ fact, directory, today }) =>
      `${caseNumber(fact.lead, directory)}获准延期，本件同样延期 ${fact.letter.days} 日，法定答复期限到${dateWords(fact.letter.answerBy, "zh", today)}，另发延期告知书。`,
    en: ({ fact, directory, today }) =>
      `${caseNumber(fact.lead, directory)} was given more time, and so was this one, by a letter of its own: ${daysWords(fact.letter.days, "en")}, the answer by ${dateWords(fact.letter.answerBy, "en", today)}.`,
  },
  leadChanged: {
    zh: ({ fact, directory }) =>
      `${caseNumber(fact.from, directory)}已经撤回，本件改为并入${caseNumber(fact.lead, directory)}办理。`,
    en: ({ fact, directory }) =>
      `${caseNumber(fact.from, directory)} was withdrawn: this one is handled in ${caseNumber(fact.lead, directory)} from now on.`,
  },
  memberMerged: {
    zh: (told) => `${doer(told, "zh")}将${caseNumber(told.fact.member, told.directory)}并入本件办理。`,
    en: (told) =>
      capitalised(`${doer(told, "en")} had ${caseNumber(told.fact.member, told.directory)} handled with this one.`),
  },
  memberLeft: {
    zh: ({ fact, directory }) => `${caseNumber(fact.member, directory)}不再并入本件。`,
    en: ({ fact, directory }) => `${caseNumber(fact.member, directory)} is no longer handled with this one.`,
  },
  memberBrought: {
    zh: ({ fact, directory }) => `并入的${caseNumber(fact.member, directory)}的信访人补充了材料。`,
    en: ({ fact, directory }) =>
      `The petitioner of ${caseNumber(fact.member, directory)}, which is handled with this one, has brought something.`,
  },
  leadPassed: {
    zh: ({ fact, directory }) => `并入的各件改由${caseNumber(fact.to, directory)}牵头办理。`,
    en: ({ fact, directory }) => `${caseNumber(fact.to, directory)} leads the others from now on.`,
  },
} satisfies Sentences<typeof mergingFacts>;

/** 并案办理: what lists of clocks say of each fact. */
export const mergingOnClocks = {
  merged: "never",
  unmerged: "never",
  repliedWithLead: "never",
  extendedWithLead: "never",
  leadChanged: "never",
  memberMerged: "never",
  memberLeft: "never",
  memberBrought: "never",
  leadPassed: "never",
} satisfies ClockLines<typeof mergingFacts>;

/** 并案办理: why it is refused to whoever petitions. */
export const notMergedRefusals = {
  notMerged: {
    zh: "这件诉求现在没有与别的合并办理，请看最新进展",
    en: "This petition is not handled with another one now; please see the latest",
  },
} satisfies RefusalsOf;

/** 并案办理: why something is refused to whoever has a petition with which others are handled. */
export const othersMergedRefusals = {
  othersMerged: {
    zh: "还有别的信访件与这件合并办理，一个信访人同意的不能代替对其他人的答复；请作出书面答复，或者请信访局先解除并案",
    en: "Other petitions are handled with this one, and what one petitioner agrees to is no answer to the others; please answer in writing, or ask the petition office to end the merger first",
  },
} satisfies RefusalsOf;

/** 并案办理: what the petitioner's act has brought about. */
export const mergingNotices = {
  handleAlone: {
    zh: "您的诉求改为单独办理，从原来的层级继续，法定期限没有停过。",
    en: "Your petition is handled for itself from now on: it goes on where it stood, and the law's time has never stopped.",
  },
} satisfies Notices<typeof mergingActs>;
