import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { pressureWords } from "#case/acts/pressure.ts";
import type { pressureActs } from "#case/acts/pressure-answer.ts";
import type { pressureFacts } from "#case/state/facts/pressure.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import type { DistrictDate } from "#ground/instant.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { staffName, unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";
import { standInReasons } from "./step.ts";

/** 撤回是否自愿: what was done, in a word or two. Mails to petitioners say no more, so that whoever reads along learns nothing. */
export const pressureDeeds = {
  pressureTold: { zh: "向信访局反映撤回情况", en: "told the petition office about the withdrawal" },
  pressurePassedOn: { zh: "撤回情况转交核实", en: "word on the withdrawal passed on" },
  pressureAwaited: { zh: "等待信访局答复撤回情况", en: "answer on the withdrawal awaited" },
  pressureAnswered: { zh: "信访局答复撤回情况", en: "the petition office answered about the withdrawal" },
  pressureLapsed: { zh: "撤回情况的核实终止", en: "word on the withdrawal lapsed" },
} satisfies Deeds<typeof pressureFacts>;

/** 撤回是否自愿: its act, as the head of the bureau chooses it. */
export const pressureActWords = {
  answerPressure: {
    button: { zh: "答复信访人", en: "Answer the petitioner" },
    effect: {
      zh: () =>
        "请先联系信访人核实。您写的原文只给信访人本人看，承办单位看不到；答复以后，诉求至少再保留一个工作日，信访人可以恢复办理。",
      en: () =>
        "Please speak with the petitioner first. Only they read what you write; the unit in charge does not. The petition rests for one more working day at least, and they can have it taken up again.",
    },
  },
} satisfies ActsOf<typeof pressureActs>;

/** That the petition rests until a later day, where it does. */
const restsOn = (restsUntil: DistrictDate | undefined, today: DistrictDate): Bilingual =>
  restsUntil === undefined
    ? { zh: "", en: "" }
    : {
        zh: `${latestWords(restsUntil, today)}，您都可以恢复办理。`,
        en: ` You can undo the withdrawal until ${dateWords(restsUntil, "en", today)}.`,
      };

/** 撤回是否自愿: what petitioners read about each fact. */
export const pressureToPetitioners = {
  pressureTold: {
    zh: ({ fact, directory, today }) =>
      `您向信访局反映了撤回的情况：${withoutStop(fact.pressure)}。由${unitName(directory, fact.to.unit, "zh")}负责人核实，${latestWords(fact.answerBy, today)}答复您；承办单位看不到。${restsOn(fact.restsUntil, today).zh}`,
    en: ({ fact, directory, today }) =>
      `You told the petition office about your withdrawal: ${withoutStop(fact.pressure)}. The head of ${unitName(directory, fact.to.unit, "en")} looks into it and answers you by ${dateWords(fact.answerBy, "en", today)}; the unit in charge does not see it.${restsOn(fact.restsUntil, today).en}`,
  },
  pressurePassedOn: {
    zh: () => "撤回的情况改由另一位负责人核实。",
    en: () => "Somebody else looks into what you said of the withdrawal.",
  },
  pressureAwaited: {
    zh: () => "撤回的情况还在等信访局答复。",
    en: () => "What you said of the withdrawal waits for an answer.",
  },
  pressureAnswered: {
    zh: ({ fact, today }) =>
      `信访局负责人答复您反映的撤回情况：${withoutStop(fact.explanation)}。${restsOn(fact.restsUntil, today).zh}`,
    en: ({ fact, today }) =>
      `The head of the petition office answered what you said of the withdrawal: ${withoutStop(fact.explanation)}.${restsOn(fact.restsUntil, today).en}`,
  },
  pressureLapsed: {
    zh: () => "事项已经结束，您反映的撤回情况不再核实；仍要反映的，请直接联系信访局。",
    en: () =>
      "The case has ended, and with it the look into what you said of the withdrawal; please turn to the petition office if it still matters.",
  },
} satisfies Sentences<typeof pressureFacts>;

/** 撤回是否自愿: what the head of the bureau reads about each fact, and whoever asks why. */
export const pressureToOffice = {
  pressureTold: {
    zh: (told) =>
      `${doer(told, "zh")}向信访局反映撤回的情况，由${unitName(told.directory, told.fact.to.unit, "zh")}${staffName(told.directory, told.fact.to.staff, "zh")}核实并答复，${latestWords(told.fact.answerBy, told.today)}；承办单位看不到，答复以前撤回不生效。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} told the petition office about the withdrawal: ${staffName(told.directory, told.fact.to.staff, "en")}, ${unitName(told.directory, told.fact.to.unit, "en")}, looks into it and answers by ${dateWords(told.fact.answerBy, "en", told.today)}. The unit in charge does not see it, and the withdrawal is not final before the answer.`,
      ),
  },
  pressurePassedOn: {
    zh: ({ fact, directory }) =>
      `${standInReasons[fact.how].zh(staffName(directory, fact.from, "zh"))}，撤回的情况改由${unitName(directory, fact.to.unit, "zh")}${staffName(directory, fact.to.staff, "zh")}核实。`,
    en: ({ fact, directory }) =>
      capitalised(
        `${standInReasons[fact.how].en(staffName(directory, fact.from, "en"))}: ${staffName(directory, fact.to.staff, "en")}, ${unitName(directory, fact.to.unit, "en")}, looks into the withdrawal instead.`,
      ),
  },
  pressureAwaited: {
    zh: ({ fact, directory, today }) =>
      `撤回的情况还在等${staffName(directory, fact.staff, "zh")}答复，期限为${dateWords(fact.answerBy, "zh", today)}。`,
    en: ({ fact, directory, today }) =>
      capitalised(
        `${staffName(directory, fact.staff, "en")} has still to answer about the withdrawal, due ${dateWords(fact.answerBy, "en", today)}.`,
      ),
  },
  pressureAnswered: {
    zh: (told) => `${doer(told, "zh")}答复信访人反映的撤回情况。`,
    en: (told) => capitalised(`${doer(told, "en")} answered what the petitioner said of the withdrawal.`),
  },
  pressureLapsed: {
    zh: () => "事项结束，撤回情况的核实随之终止。",
    en: () => "The case ended, and with it the look into the withdrawal.",
  },
} satisfies Sentences<typeof pressureFacts>;

/** 撤回是否自愿: what lists of clocks say of each fact. */
export const pressureOnClocks = {
  pressureTold: "never",
  pressurePassedOn: "never",
  pressureAwaited: { came: "deed", because: "told" },
  pressureAnswered: "never",
  pressureLapsed: { came: "deed", because: "told" },
} satisfies ClockLines<typeof pressureFacts>;

/** 撤回是否自愿: why the petitioner's word is refused. */
export const pressureRefusals = {
  pressureTold: {
    zh: "您已经向信访局反映过，正在核实，最迟哪一天答复写在本页上",
    en: "You have told the petition office already; by which day it answers is on this page",
  },
  pressureToldEnough: {
    zh: "这件诉求已经反映过几次撤回的情况，请直接联系信访局",
    en: "You have told the petition office several times about this petition; please turn to it directly",
  },
  nobodyHadIt: {
    zh: "撤回的时候还没有人办理这件诉求；有情况要反映的，请直接联系信访局",
    en: "Nobody had this petition yet when it was withdrawn; if there is something to tell, please turn to the petition office",
  },
  nobodyToHear: {
    zh: "能核实的人都应当回避，请直接向上一级信访部门反映",
    en: "Everybody who could look into it must keep away from this case; please turn to the petition office above",
  },
} satisfies RefusalsOf;

/** 撤回是否自愿: what the petitioner's act has brought about. */
export const pressureNotices = {
  tellPressure: {
    zh: "信访局负责人已经收到，承办单位看不到。答复以前，撤回不会生效。",
    en: "The head of the petition office has it; the unit in charge does not see it. The withdrawal is not final before you have an answer.",
  },
} satisfies Notices<typeof pressureWords>;

/** 撤回是否自愿: the field of the petitioner's form. */
export const pressureFields = {
  pressure: {
    name: { zh: "您要反映的情况", en: "What happened" },
    missing: { zh: "请写下您要反映的情况", en: "Please write what happened" },
  },
} satisfies FieldsOf<PetitionerField>;
