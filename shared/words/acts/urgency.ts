import type { Fact } from "#case/state/event.ts";
import type { CalmGround, UrgencyBy, UrgentGround, urgencyFacts } from "#case/state/facts/urgency.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ClockLines, Deeds, RefusalsOf, Sentences } from "./matter-words.ts";

/** Why a case is urgent, as a clause. */
export const urgentGrounds: Record<UrgentGround, Bilingual> = {
  danger: { zh: "可能危及人身安全", en: "somebody may come to harm" },
  property: { zh: "可能造成较大财产损失", en: "much property may be lost" },
  livelihood: { zh: "影响基本生活", en: "daily life cannot go on as it is" },
  otherLimit: { zh: "有别的期限将要届满", en: "another time limit is about to end" },
  worsening: { zh: "情况正在加重", en: "it is getting worse" },
};

/** Why it no longer is. */
const calmGrounds: Record<CalmGround, Bilingual> = {
  averted: { zh: "紧急情况已经消除", en: "what made it urgent is over" },
  dealtWith: { zh: "紧急的部分已经处置", en: "what was urgent in it has been dealt with" },
  mistaken: { zh: "经核实不属于紧急事项", en: "on a closer look it is not urgent" },
};

/** Why a case is urgent, or no longer is, as mails say it. */
export const urgencyBecause = (fact: Fact): Bilingual => {
  if (fact.type === "markedUrgent") return urgentGrounds[fact.why];
  return fact.type === "unmarkedUrgent" ? calmGrounds[fact.why] : { zh: "按实际情况", en: "as things stand" };
};

/** Who has said so, to petitioners. */
const offices: Record<UrgencyBy, Bilingual> = {
  bureau: { zh: "信访局", en: "the petition office" },
  unit: { zh: "承办单位负责人", en: "the head of the unit in charge" },
};

/** 标为紧急: what was done, in a word or two. */
export const urgencyDeeds = {
  markedUrgent: { zh: "标为紧急", en: "marked urgent" },
  unmarkedUrgent: { zh: "取消紧急", en: "no longer urgent" },
} satisfies Deeds<typeof urgencyFacts>;

/** 标为紧急: what petitioners read about each fact. */
export const urgencyToPetitioners = {
  markedUrgent: {
    zh: ({ fact: { as, why, until }, today }) =>
      `${offices[as].zh}把您的诉求标为紧急：${urgentGrounds[why].zh}。${until === undefined ? "以后的环节按小时计算。" : `本环节${latestWords(until, today)}。`}法定期限不变。`,
    en: ({ fact: { as, why, until }, today }) =>
      capitalised(
        `${offices[as].en} marked your petition urgent: ${urgentGrounds[why].en}. ${until === undefined ? "Its next steps go by hours." : `This step now ends ${dateWords(until, "en", today)}.`} The law's time stays as it is.`,
      ),
  },
  unmarkedUrgent: {
    zh: ({ fact: { as, why, until }, today }) =>
      `${offices[as].zh}不再把您的诉求作为紧急事项：${calmGrounds[why].zh}。${until === undefined ? "" : `本环节${latestWords(until, today)}。`}法定期限不变。`,
    en: ({ fact: { as, why, until }, today }) =>
      capitalised(
        `${offices[as].en} no longer treats your petition as urgent: ${calmGrounds[why].en}.${until === undefined ? "" : ` This step now ends ${dateWords(until, "en", today)}.`} The law's time stays as it is.`,
      ),
  },
} satisfies Sentences<typeof urgencyFacts>;

/** 标为紧急: what the office reads about each fact. */
export const urgencyToOffice = {
  markedUrgent: {
    zh: (told) =>
      `${doer(told, "zh")}标为紧急：${urgentGrounds[told.fact.why].zh}。${told.fact.until === undefined ? "以后的环节按小时计算。" : `本环节${latestWords(told.fact.until, told.today)}。`}法定期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} marked it urgent: ${urgentGrounds[told.fact.why].en}. ${told.fact.until === undefined ? "Its next steps go by hours." : `The step now ends ${dateWords(told.fact.until, "en", told.today)}.`} The law's time stays as it is.`,
      ),
  },
  unmarkedUrgent: {
    zh: (told) =>
      `${doer(told, "zh")}取消紧急：${calmGrounds[told.fact.why].zh}。${told.fact.until === undefined ? "" : `本环节${latestWords(told.fact.until, told.today)}。`}法定期限不变。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} took back that it is urgent: ${calmGrounds[told.fact.why].en}.${told.fact.until === undefined ? "" : ` The step now ends ${dateWords(told.fact.until, "en", told.today)}.`} The law's time stays as it is.`,
      ),
  },
} satisfies Sentences<typeof urgencyFacts>;

/** 标为紧急: what lists of clocks say of each fact. */
export const urgencyOnClocks = {
  markedUrgent: {
    came: {
      zh: ({ fact, today }) => `标为紧急${fact.until === undefined ? "" : `，${latestWords(fact.until, today)}`}`,
      en: ({ fact, today }) =>
        `marked urgent${fact.until === undefined ? "" : `, due ${dateWords(fact.until, "en", today)}`}`,
    },
    because: "told",
  },
  unmarkedUrgent: {
    came: {
      zh: ({ fact, today }) => `取消紧急${fact.until === undefined ? "" : `，${latestWords(fact.until, today)}`}`,
      en: ({ fact, today }) =>
        `no longer urgent${fact.until === undefined ? "" : `, due ${dateWords(fact.until, "en", today)}`}`,
    },
    because: "told",
  },
} satisfies ClockLines<typeof urgencyFacts>;

/** Why a case is not marked urgent, whoever asks. */
export const urgentAlready = {
  urgentAlready: { zh: "这件事项已经按紧急办理", en: "This case is urgent already" },
} satisfies RefusalsOf;

/** 标为紧急: why something is refused. */
export const urgencyRefusals = {
  neitherBureauNorHead: {
    zh: "只有信访局的工作人员和正在办理的单位的负责人可以这样办理",
    en: "Only staff of the petition office, and whoever heads the unit that has the case, may do this",
  },
  nothingToHurry: {
    zh: "只有已经受理、还没有答复的事项可以标为紧急或者取消紧急；请用 npm run why 查看办到了哪里",
    en: "A case is marked urgent, or no longer urgent, once it is accepted and before it is answered; npm run why says where it stands",
  },
  notUrgent: {
    zh: "这件事项没有按紧急办理，不用取消",
    en: "This case is not urgent, so there is nothing to take back",
  },
  calmedByBureauAlone: {
    zh: "由事项类别或者信访局定为紧急的，只能由信访局取消",
    en: "What its category or the petition office made urgent, only the petition office can take back",
  },
} satisfies RefusalsOf;
