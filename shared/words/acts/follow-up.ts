import type { followUpActs } from "#case/acts/follow-up.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { followUpFacts } from "#case/state/facts/follow-up.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 回访: what was done, in a word or two. */
export const followUpDeeds = {
  followUpOpened: { zh: "安排回访", en: "follow-up call arranged" },
  followUpReminded: { zh: "提醒回访", en: "reminded of the follow-up call" },
  followUpPassedOn: { zh: "回访换人负责", en: "follow-up call passed on" },
  followUpTried: { zh: "回访没有联系上", en: "not reached" },
  followUpOver: { zh: "回访结束", en: "follow-up over" },
  followUpTakenUp: { zh: "回访后重新办理", en: "taken up anew after the follow-up" },
} satisfies Deeds<typeof followUpFacts>;

type Over = FactOf<"followUpOver">;

/** What came of it, as petitioners read it. */
const cameToYou: Record<Over["how"], Bilingual> = {
  done: { zh: "回访：您表示已经办到", en: "In the follow-up call you said that it is done" },
  partly: { zh: "回访：您表示办到了一部分", en: "In the follow-up call you said that it is done in part" },
  notDone: { zh: "回访：您表示没有办到", en: "In the follow-up call you said that it is not done" },
  declined: { zh: "回访：您表示不用回访", en: "You did not want to say anything in the follow-up call" },
  notReached: {
    zh: "回访三次没有联系上您，不再回访；有事请联系信访局",
    en: "You were not reached in three tries, and are not called again; please turn to the petition office if anything is left to be done",
  },
  notMade: { zh: "没有人按期回访，已记录在案", en: "Nobody called you in time, which is on record" },
  nobody: {
    zh: "没有可以回访的人：能回访的都经手过此件",
    en: "There is no follow-up call: everybody who could make it had a hand in the case",
  },
  lapsed: { zh: "事项恢复办理，不再回访", en: "The case was reopened, so that there is no follow-up call" },
};

/** The same as the office reads it. */
const cameToOffice: Record<Over["how"], Bilingual> = {
  done: { zh: "回访：信访人表示已经办到", en: "Follow-up: the petitioner says that it is done" },
  partly: { zh: "回访：信访人表示办到了一部分", en: "Follow-up: the petitioner says that it is done in part" },
  notDone: { zh: "回访：信访人表示没有办到", en: "Follow-up: the petitioner says that it is not done" },
  declined: { zh: "回访：信访人不接受回访", en: "Follow-up: the petitioner did not want to say anything" },
  notReached: { zh: "回访三次没有联系上，结束", en: "The follow-up is over: not reached in three tries" },
  notMade: { zh: "没有人按期回访，回访结束", en: "The follow-up is over: nobody called in time" },
  nobody: {
    zh: "没有可以回访的人：能回访的都经手过此件",
    en: "No follow-up: everybody who could call had a hand in the case",
  },
  lapsed: { zh: "事项恢复办理，回访终止", en: "The case was reopened, and the follow-up lapses" },
};

const withSaid = ({ how, said }: Over, came: Record<Over["how"], Bilingual>, lang: keyof Bilingual): string => {
  const words = said === undefined ? "" : `${{ zh: "：", en: ": " }[lang]}${withoutStop(said)}`;
  return `${came[how][lang]}${words}${{ zh: "。", en: "." }[lang]}`;
};

const takenUpZh = ({ promises }: FactOf<"followUpTakenUp">): string =>
  promises === undefined
    ? "由作出答复或者化解的层级重新办理"
    : `承诺的第${promises.join("、")}件事按没有兑现处理，由该单位负责人负责，信访局督办`;
const takenUpEn = ({ promises }: FactOf<"followUpTakenUp">): string =>
  promises === undefined
    ? "the level that answered or settled it takes the matter up anew"
    : `promise ${promises.join(", ")} of the letter counts as broken: the head of its unit has it, and the petition office sees to it`;

/** 回访: what petitioners read about each fact. */
export const followUpToPetitioners = {
  followUpOpened: {
    zh: ({ fact, directory, today }) =>
      `${unitName(directory, fact.to.unit, "zh")}一位没有经手此件的工作人员会打电话回访您，问事情办到没有，${latestWords(fact.callBy, today)}。`,
    en: ({ fact, directory, today }) =>
      `Somebody of ${unitName(directory, fact.to.unit, "en")} who had no hand in it will call you by ${dateWords(fact.callBy, "en", today)} and ask whether it is done.`,
  },
  followUpReminded: { zh: () => "已提醒回访。", en: () => "A reminder was sent of the follow-up call." },
  followUpPassedOn: { zh: () => "回访换人负责。", en: () => "Somebody else makes the follow-up call." },
  followUpTried: {
    zh: ({ fact, today }) => `${dateWords(fact.on, "zh", today)}回访，没有联系上您：${withoutStop(fact.said)}。`,
    en: ({ fact, today }) =>
      `You were called on ${dateWords(fact.on, "en", today)} and not reached: ${withoutStop(fact.said)}.`,
  },
  followUpOver: {
    zh: ({ fact }) => withSaid(fact, cameToYou, "zh"),
    en: ({ fact }) => withSaid(fact, cameToYou, "en"),
  },
  followUpTakenUp: {
    zh: ({ fact }) => `按您在回访中的要求恢复办理：${takenUpZh(fact)}。您不用重新提交诉求。`,
    en: ({ fact }) => `As you asked in the call, the case is open again: ${takenUpEn(fact)}. You need not file again.`,
  },
} satisfies Sentences<typeof followUpFacts>;

/** 回访: what the office reads about each fact. */
export const followUpToOffice = {
  followUpOpened: {
    zh: ({ fact, directory, today }) =>
      `请没有经手此件的${staffName(directory, fact.to.staff, "zh")}回访，${latestWords(fact.callBy, today)}。`,
    en: ({ fact, directory, today }) =>
      `${staffName(directory, fact.to.staff, "en")}, who had no hand in it, is to call the petitioner by ${dateWords(fact.callBy, "en", today)}.`,
  },
  followUpReminded: {
    zh: ({ fact, directory, today }) =>
      `已提醒${staffName(directory, fact.staff, "zh")}回访，${latestWords(fact.callBy, today)}。`,
    en: ({ fact, directory, today }) =>
      `${staffName(directory, fact.staff, "en")} was reminded of the follow-up call, due by ${dateWords(fact.callBy, "en", today)}.`,
  },
  followUpPassedOn: {
    zh: ({ fact, directory }) =>
      `${fact.how === "silent" ? "到期没有回访，" : "回访"}转${staffName(directory, fact.to.staff, "zh")}负责。`,
    en: ({ fact, directory }) =>
      `${fact.how === "silent" ? "Nobody called in time: the" : "The"} follow-up call is ${staffName(directory, fact.to.staff, "en")}'s to make.`,
  },
  followUpTried: {
    zh: (told) =>
      `${doer(told, "zh")}${dateWords(told.fact.on, "zh", told.today)}回访，没有联系上：${withoutStop(told.fact.said)}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} called on ${dateWords(told.fact.on, "en", told.today)} and did not reach the petitioner: ${withoutStop(told.fact.said)}.`,
      ),
  },
  followUpOver: {
    zh: ({ fact }) => withSaid(fact, cameToOffice, "zh"),
    en: ({ fact }) => withSaid(fact, cameToOffice, "en"),
  },
  followUpTakenUp: {
    zh: ({ fact }) => `按信访人在回访中的要求恢复办理：${takenUpZh(fact)}。`,
    en: ({ fact }) => `As the petitioner asked in the call, the case is open again: ${takenUpEn(fact)}.`,
  },
} satisfies Sentences<typeof followUpFacts>;

/** 回访: what lists of clocks say of each fact. */
export const followUpOnClocks = {
  followUpOpened: { came: "deed", because: "told" },
  followUpReminded: { came: "deed", because: "told" },
  followUpPassedOn: { came: "deed", because: () => ({ zh: "到期没有回访", en: "it ended without a call" }) },
  followUpTried: "never",
  followUpOver: { came: "deed", because: "told" },
  followUpTakenUp: "never",
} satisfies ClockLines<typeof followUpFacts>;

/** 回访: its acts, as whoever calls chooses them. */
export const followUpActWords = {
  recordCall: {
    button: { zh: "登记回访", en: "Record the call" },
    effect: {
      zh: () =>
        "登记信访人说的：办到没有。办到的，回访结束；没有办到、信访人要求重新办理的，此件恢复办理，不用重新提交。信访人会看到原文。",
      en: () =>
        "What the petitioner says: done, or not. If it is not and they want it taken up, the case is open again, without a new petition. They read it as you write it.",
    },
  },
  recordCallTry: {
    button: { zh: "没有联系上", en: "They were not reached" },
    effect: {
      zh: () => "每天登记一次；三天都没有联系上的，回访结束。信访人会看到日期和原文。",
      en: () =>
        "Once a day; after three days on which they were not reached the follow-up is over. The petitioner reads the days and what you write.",
    },
  },
} satisfies ActsOf<typeof followUpActs>;

/** 回访: the fields of those forms, besides what was said. */
export const followUpFields = {
  callCame: {
    name: { zh: "信访人怎么说", en: "What they say" },
    missing: { zh: "请选择信访人怎么说", en: "Choose what they say" },
  },
  takeUp: {
    name: { zh: "是否要求重新办理", en: "Whether they want it taken up" },
    missing: {
      zh: "没有全部办到的，请问信访人是否要求重新办理",
      en: "Where not all is done, ask whether they want it taken up",
    },
  },
  notKept: {
    name: { zh: "没有办到的是第几件", en: "Which promises are not kept" },
    missing: { zh: "请写没有办到的承诺的序号", en: "Enter the numbers of the promises that are not kept" },
  },
} satisfies FieldsOf<StaffField>;

/** 回访: why something is refused. */
export const followUpRefusals = {
  calledToday: {
    zh: "今天已经登记过一次没有联系上，请改天再打",
    en: "One try is recorded for today; please call again on another day",
  },
  promiseNotNamed: {
    zh: "请写明答复中承诺的哪几件没有办到，写序号，例如：1、3",
    en: "Enter which of the promises in the letter are not kept, by number, such as 1, 3",
  },
} satisfies RefusalsOf;
