import type { instructionActs, leadActs, leadNamingActs } from "#case/acts/lead.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { FactOf } from "#case/state/event.ts";
import type { LeadChange, LeadGround, LeadStage, leadFacts, PullUpGround } from "#case/state/facts/lead.ts";
import type { Bilingual, BilingualSentence, Lang } from "#ground/bilingual.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { levelWords } from "#words/level-words.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences, Told } from "./matter-words.ts";

/** 领导包案、批示、提级: what was done, in a word or two. */
export const leadDeeds = {
  leaderNamed: { zh: "确定包案领导", en: "a leader is in charge" },
  leaderMet: { zh: "包案领导约见信访人", en: "the leader met the petitioner" },
  instructed: { zh: "领导批示", en: "instruction given" },
  instructionAnswered: { zh: "批示落实情况", en: "instruction answered" },
  leaderReported: { zh: "包案领导报告进展", en: "the leader reported" },
  leadAwaited: { zh: "提醒包案、批示事项", en: "reminded of what a leader has in hand" },
  leadMissed: { zh: "包案、批示事项逾期", en: "what a leader has in hand is late" },
  leadPassedOn: { zh: "包案、批示事项换人负责", en: "what a leader has in hand passed on" },
  pulledUp: { zh: "提级办理", en: "pulled up" },
} satisfies Deeds<typeof leadFacts>;

const grounds = {
  joint: { zh: "联名人数多", en: "many petition together" },
  severalUnits: { zh: "涉及几个单位", en: "several units are involved" },
  lateByLaw: { zh: "超过法定答复期限", en: "the answer is late by law" },
  ownWish: { zh: "领导主动包案", en: "by the leader’s own wish" },
} satisfies Record<LeadGround, Bilingual>;

export const leadChanges = {
  away: { zh: "原包案领导长期不在岗", en: "the leader before is away for long" },
  conflict: { zh: "原包案领导应当回避", en: "the leader before has to keep away" },
  otherField: { zh: "由分管领导包案", en: "the matter is in this leader’s field" },
} satisfies Record<LeadChange, Bilingual>;

const pullUps = {
  unitsDiffer: { zh: "几个单位意见不一致", en: "units differ" },
  beyondLevel: { zh: "本级解决不了", en: "it is beyond the level that had it" },
  lateThere: { zh: "在本级办理迟缓", en: "it was slow there" },
} satisfies Record<PullUpGround, Bilingual>;

/** What a leader in charge owes, and what a unit does. */
const owed = {
  meet: { zh: "包案领导约见信访人", en: "the leader’s meeting with the petitioner" },
  plan: { zh: "包案领导批示由谁办理", en: "the leader’s word on who does what" },
  report: { zh: "包案领导报告进展", en: "the leader’s report" },
  instruction: { zh: "落实领导批示", en: "what a leader instructed" },
} satisfies Record<LeadStage | "instruction", Bilingual>;

const why = ({ ground, change }: FactOf<"leaderNamed">, lang: Lang): string =>
  (change === undefined ? grounds[ground] : leadChanges[change])[lang];

const whyUp = ({ ground, reason = "" }: FactOf<"pulledUp">, lang: Lang): string =>
  ground === undefined ? withoutStop(reason) : pullUps[ground][lang];

/** Named by post and name, as the district makes known who of its leaders is in charge. */
export const leaderWords = ({ name, post }: { name: string; post: Bilingual }): Bilingual => ({
  zh: `${post.zh}${name}`,
  en: `${name}, ${post.en}`,
});

// Most of it is said in the same words to everybody. Each sentence is a constant of its own: a bundle carries those of its reader.

const named: BilingualSentence<Told<"leaderNamed">> = {
  zh: ({ fact }) =>
    `${fact.change ? "改由" : "由"}${leaderWords(fact).zh}包案，原因：${why(fact, "zh")}。承办单位不变，期限不变。`,
  en: ({ fact }) =>
    `${leaderWords(fact).en}, is in charge as a leader: ${why(fact, "en")}. The unit goes on, and no deadline moves.`,
};
const met: BilingualSentence<Told<"leaderMet">> = {
  zh: ({ fact, today }) => `包案领导${dateWords(fact.on, "zh", today)}约见了信访人：${withoutStop(fact.discussed)}。`,
  en: ({ fact, today }) =>
    `The leader in charge met the petitioner on ${dateWords(fact.on, "en", today)}: ${withoutStop(fact.discussed)}.`,
};
const instructed: BilingualSentence<Told<"instructed">> = {
  zh: ({ fact, directory, today }) =>
    `包案领导批示，由${unitName(directory, fact.unit, "zh")}${latestWords(fact.until, today)}办到：${withoutStop(fact.task)}。`,
  en: ({ fact, directory, today }) =>
    `The leader in charge has ${unitName(directory, fact.unit, "en")} do this by ${dateWords(fact.until, "en", today)}: ${withoutStop(fact.task)}.`,
};
const instructionAnswered: BilingualSentence<Told<"instructionAnswered">> = {
  zh: ({ fact: { unit, performed }, directory }) =>
    `${unitName(directory, unit, "zh")}${performed === undefined ? "已签收批示" : `报告批示已经办到：${withoutStop(performed)}`}。`,
  en: ({ fact: { unit, performed }, directory }) =>
    capitalised(
      `${unitName(directory, unit, "en")} ${performed === undefined ? "has seen the instruction" : `did as instructed: ${withoutStop(performed)}`}.`,
    ),
};
const awaited: BilingualSentence<Told<"leadAwaited">> = {
  zh: ({ fact }) => `${owed[fact.of].zh}，已提醒。`,
  en: ({ fact }) => `A reminder was sent of ${owed[fact.of].en}.`,
};
const missed: BilingualSentence<Told<"leadMissed">> = {
  zh: ({ fact }) => `${owed[fact.of].zh}，已经逾期，报上级负责人。`,
  en: ({ fact }) => capitalised(`${owed[fact.of].en} is late, and somebody above is told.`),
};
const passed: BilingualSentence<Told<"leadPassedOn">> = {
  zh: ({ fact: { name, post } }) =>
    name === undefined || post === undefined ? "批示事项换人负责。" : `改由${leaderWords({ name, post }).zh}包案。`,
  en: ({ fact: { name, post } }) =>
    name === undefined || post === undefined
      ? "What the leader has in hand is somebody else’s now."
      : `${leaderWords({ name, post }).en}, is in charge from now on.`,
};
const pulled: BilingualSentence<Told<"pulledUp">> = {
  zh: ({ fact, ...where }) => `提级到${levelWords(where, fact.to).zh}办理，原因：${whyUp(fact, "zh")}。`,
  en: ({ fact, ...where }) => `The case was pulled up to ${levelWords(where, fact.to).en}: ${whyUp(fact, "en")}.`,
};

/** 领导包案: what petitioners read about each fact. The leader alone is named. */
export const leadToPetitioners = {
  leaderNamed: named,
  leaderMet: met,
  instructed,
  instructionAnswered,
  leaderReported: { zh: () => "包案领导报告了进展。", en: () => "The leader in charge reported." },
  leadAwaited: awaited,
  leadMissed: missed,
  leadPassedOn: passed,
  pulledUp: pulled,
} satisfies Sentences<typeof leadFacts>;

/** 领导包案: what the office reads about each fact. */
export const leadToOffice = {
  leaderNamed: named,
  leaderMet: met,
  instructed,
  instructionAnswered,
  leaderReported: {
    zh: ({ fact }) => `包案领导报告进展：${withoutStop(fact.note)}。`,
    en: ({ fact }) => `The leader in charge reported: ${withoutStop(fact.note)}.`,
  },
  leadAwaited: awaited,
  leadMissed: missed,
  leadPassedOn: passed,
  pulledUp: pulled,
} satisfies Sentences<typeof leadFacts>;

/** 领导包案: what lists of clocks say of each fact. */
export const leadOnClocks = {
  leaderNamed: "never",
  leaderMet: "never",
  instructed: "never",
  instructionAnswered: "never",
  leaderReported: "never",
  leadAwaited: { came: "deed", because: "told" },
  leadMissed: { came: "deed", because: () => ({ zh: "到期没有办到", en: "it ended undone" }) },
  leadPassedOn: "never",
  pulledUp: "never",
} satisfies ClockLines<typeof leadFacts>;

/** 包案、批示: the acts, as a leader, the bureau and a unit choose them. */
export const leadActWords = {
  recordMet: {
    button: { zh: "登记约见", en: "Record a meeting" },
    effect: {
      zh: () => "写下哪一天见了面、说了什么。信访人会看到原文。",
      en: () => "On which day you met the petitioner, and what was said. They read it as you write it.",
    },
  },
  instruct: {
    button: { zh: "批示：由谁办、办什么、哪天办到", en: "Decide who does what by when" },
    effect: {
      zh: () => "一次批示一个单位一件事，该单位必须办理并报告，到期没有办到的转其负责人，再报您。信访人会看到原文。",
      en: () =>
        "One unit and one thing at a time. The unit has to do and report it; when it is late its head has it, then you are told. The petitioner reads it as you write it.",
    },
  },
  reportLead: {
    button: { zh: "报告进展", en: "Report" },
    effect: {
      zh: ({ directory }) =>
        `报告只给工作人员看。下一次报告在${lengthWords(directory.policy.clocks.leadAgain, "zh")}以内，直到事项结束。`,
      en: ({ directory }) =>
        `Only staff read it. The next report is due within ${lengthWords(directory.policy.clocks.leadAgain, "en")}, until the case ends.`,
    },
  },
  pullUp: {
    button: { zh: "提级办理", en: "Pull the case up" },
    effect: {
      zh: () => "现在的环节结束，由上级接着办，法定答复期限照常计算。经办人会收到邮件，信访人会看到原因。",
      en: () =>
        "The present step ends and a level above goes on; the time limit set by law keeps running. Its handler gets an email, and the petitioner sees the reason.",
    },
  },
  changeLeader: {
    button: { zh: "更换包案领导", en: "Put another leader in charge" },
    effect: {
      zh: () => "新的包案领导重新约见、批示、报告。信访人会看到由谁包案、为什么更换。",
      en: () =>
        "The new leader meets, decides and reports from the beginning. The petitioner sees who it is, and why it changed.",
    },
  },
  seeInstruction: {
    button: { zh: "签收批示", en: "Acknowledge" },
    effect: {
      zh: () => "包案领导和信访人会看到您单位已经签收。",
      en: () => "The leader and the petitioner see that your unit has it.",
    },
  },
  reportInstruction: {
    button: { zh: "报告已经办到", en: "Report that it is done" },
    effect: {
      zh: () => "包案领导会收到邮件。信访人会看到原文。您的链接随即失效。",
      en: () => "The leader gets an email, and the petitioner reads it as you write it. Your link ends.",
    },
  },
} satisfies ActsOf<typeof leadActs & typeof leadNamingActs & typeof instructionActs>;

/** 包案、批示: the fields of those forms. */
export const leadFields = {
  metOn: {
    name: { zh: "见面的日子", en: "The day of the meeting" },
    missing: { zh: "请填写哪一天见的面", en: "Enter the day on which you met" },
  },
  discussed: {
    name: { zh: "谈了什么", en: "What was said" },
    missing: { zh: "请写明谈了什么", en: "Write what was said" },
  },
  assistUnit: {
    name: { zh: "办理单位", en: "The unit" },
    missing: { zh: "请选择由哪个单位办理", en: "Choose which unit does it" },
  },
  task: {
    name: { zh: "批示内容", en: "What is to be done" },
    missing: { zh: "请写明办什么", en: "Write what is to be done" },
  },
  doneBy: {
    name: { zh: "最迟哪一天办到", en: "The day" },
    missing: { zh: "请填写最迟哪一天办到", en: "Enter the day by which it is to be done" },
  },
  note: {
    name: { zh: "进展", en: "How far it is" },
    missing: { zh: "请写明进展", en: "Write how far it is" },
  },
  pullTo: {
    name: { zh: "提级到哪里", en: "The level" },
    missing: { zh: "请选择提级到哪里", en: "Choose to which level" },
  },
  leader: {
    name: { zh: "包案领导", en: "The leader" },
    missing: { zh: "请选择由谁包案", en: "Choose who is in charge" },
  },
  leadChange: {
    name: { zh: "更换原因", en: "Why" },
    missing: { zh: "请选择为什么更换", en: "Choose why another leader is in charge" },
  },
  performed: {
    name: { zh: "办到了什么", en: "What was done" },
    missing: { zh: "请写明办到了什么", en: "Write what was done" },
  },
} satisfies FieldsOf<StaffField>;

/** 包案、批示: why something is refused to those who do it. */
export const leadRefusals = {
  notALeader: {
    zh: "请选择本区另一位领导；被反映的领导应当回避",
    en: "Choose another leader of the district; one whom the petition is about has to keep away",
  },
  nothingToLead: {
    zh: "事项现在没有人在办，请受理或者转到以后再试",
    en: "Nobody works on the case now; try again once it is accepted and has arrived",
  },
  metDateImpossible: {
    zh: "见面的日子不能晚于今天，也不能早于您包案的日子",
    en: "The day of the meeting cannot be after today, or before you were put in charge",
  },
  instructionsEnough: {
    zh: "这件事项的批示已经满额，请写进进展报告",
    en: "The case has as many instructions as it may; please write it in a report",
  },
  instructionDayOutside: {
    zh: "请填今天以后、期限以内的日子",
    en: "Enter a day after today, and within the time that the district allows",
  },
  pullsDown: {
    zh: "只能提到比现在更高的层级",
    en: "A case is pulled up only to a level above the present one",
  },
} satisfies RefusalsOf;

/** 确定包案领导: why a command of the bureau's is refused. */
export const leadNamingRefusals = {
  cannotNameLeader: {
    zh: "只有信访局负责人或者区领导可以确定包案领导、提级",
    en: "Only the head of the petition office or a leader of the district names a leader, or pulls a case up",
  },
  leaderAlready: {
    zh: "已经有包案领导；更换的请写明原因",
    en: "A leader is in charge already; to name another one, say why with --instead",
  },
  noLeaderYet: {
    zh: "还没有包案领导，不用写更换原因",
    en: "Nobody is in charge yet; leave --instead out",
  },
  leadGroundUnshown: {
    zh: "案卷里没有这个原因，请另选",
    en: "The record does not bear that reason out; choose another",
  },
} satisfies RefusalsOf;
