import type { simpleActs } from "#case/acts/simple.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { Fact, FactOf } from "#case/state/event.ts";
import type { NotSimple, simpleFacts } from "#case/state/facts/simple.ts";
import { clockRule } from "#directory/rules.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";
import { dateWords, latestWords, lengthWords } from "#words/dates.ts";
import { doer } from "#words/doer.ts";
import { capitalised, withoutStop } from "#words/phrasing.ts";
import { missedWords } from "#words/reminding-words.ts";
import type { ActsOf, Choosing, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 不适用简易办理: what a matter is that is none for the simple way, as a clause. */
export const unfit: Record<NotSimple, Bilingual> = {
  notFirst: { zh: "这件事以前反映过", en: "the matter was raised before" },
  unclear: { zh: "事实还不清楚", en: "the facts are not clear" },
  disputed: { zh: "存在争议", en: "there is a dispute" },
  ownProcedure: { zh: "另有法定途径", en: "there is a procedure of its own for it" },
  assignedFromAbove: { zh: "由上级机关交办", en: "a higher body has assigned it" },
  severalBodies: { zh: "涉及几个机关、单位", en: "several bodies are involved" },
  joint: { zh: "由多人共同提出", en: "several people have brought it together" },
};

const isUnfit = (why: FactOf<"turnedOrdinary">["why"]): why is NotSimple =>
  why !== "timePassed" && why !== "notSupported";

const otherReasons: Record<Exclude<FactOf<"turnedOrdinary">["why"], NotSimple>, Bilingual> = {
  timePassed: { zh: "简易办理期限已到，没有答复", en: "the time of the simple way passed without an answer" },
  notSupported: {
    zh: "答复没有全部支持所提要求，不能按简易程序作出",
    en: "the answer does not support all that was asked for, which the simple way cannot give",
  },
};

/** Why a case is no longer handled the simple way, as a clause. */
const because = (why: FactOf<"turnedOrdinary">["why"]): Bilingual =>
  isUnfit(why)
    ? { zh: `${unfit[why].zh}，不适用简易办理`, en: `${unfit[why].en}, so that the simple way is not for it` }
    : otherReasons[why];

/** What was written of it, as a sentence; nothing where nothing was. */
const said = (reason: string | undefined, lang: Lang): string =>
  reason === undefined ? "" : { zh: `说明：${withoutStop(reason)}。`, en: ` Reason: ${withoutStop(reason)}.` }[lang];

/** The bureau has accepted a matter as no simple one: why, as a sentence; nothing of any other. */
export const acceptedOrdinary = ({ notSimple }: Pick<FactOf<"accepted">, "notSimple">, lang: Lang): string => {
  if (notSimple === undefined) return "";
  const clause = because(notSimple.why);
  return {
    zh: `${clause.zh}，按普通程序办理。${said(notSimple.reason, "zh")}`,
    en: ` It is handled the ordinary way: ${clause.en}.${said(notSimple.reason, "en")}`,
  }[lang];
};

/** Why a case has turned ordinary, as emails say it: a clause without what anybody wrote. */
export const turnedBecause = (fact: Fact): Bilingual =>
  fact.type === "turnedOrdinary" ? because(fact.why) : { zh: "不再适用简易办理", en: "the simple way is not for it" };

/** 简易转普通: what was done, in a word or two. */
export const simpleDeeds = {
  turnedOrdinary: { zh: "转为普通程序", en: "turned ordinary" },
} satisfies Deeds<typeof simpleFacts>;

/** The time for the answer as of any other case. */
export const ordinaryTime = ({ petition, directory }: Choosing, lang: Lang): string =>
  lengthWords(clockRule(directory, { category: petition.category, track: "petition" }, "handling"), lang);

/** 不适用简易办理: its act, as staff choose it. */
export const simpleActWords = {
  turnOrdinary: {
    button: { zh: "转为普通程序", en: "This is not a simple matter" },
    effect: {
      zh: (choosing) =>
        `只用于不适用简易办理的事项。答复期限改为${ordinaryTime(choosing, "zh")}，从首次受理之日起算；本环节的期限不变。信访人会看到原因，留了邮箱的会收到邮件。`,
      en: (choosing) =>
        `For a matter that the simple way is not for. The time for the answer becomes ${ordinaryTime(choosing, "en")} from the first acceptance; your step keeps its day. The petitioner sees why, by email too if they left an address.`,
    },
  },
} satisfies ActsOf<typeof simpleActs>;

/** 简易转普通: what petitioners read about each fact. */
export const simpleToPetitioners = {
  turnedOrdinary: {
    zh: ({ fact, today }) =>
      `您的诉求由简易办理转为普通程序：${because(fact.why).zh}。${said(fact.reason, "zh")}答复期限从首次受理之日起算（${fact.article.zh}），${latestWords(fact.answerBy, today)}。`,
    en: ({ fact, today }) =>
      `Your petition is no longer handled the simple way: ${because(fact.why).en}.${said(fact.reason, "en")} The time for the answer counts from the day on which it was first accepted (${fact.article.en}): until ${dateWords(fact.answerBy, "en", today)}.`,
  },
} satisfies Sentences<typeof simpleFacts>;

/** 简易转普通: what the office reads about each fact. */
export const simpleToOffice = {
  turnedOrdinary: {
    zh: ({ fact, by, directory, today }) =>
      `${by.kind === "staff" ? doer({ by, directory }, "zh") : ""}由简易办理转为普通程序：${because(fact.why).zh}。${said(fact.reason, "zh")}答复期限从首次受理之日起算（${fact.article.zh}），${latestWords(fact.answerBy, today)}。`,
    en: ({ fact, by, directory, today }) =>
      capitalised(
        `${by.kind === "staff" ? `${doer({ by, directory }, "en")} turned it` : "turned"} from the simple way to the ordinary one: ${because(fact.why).en}.${said(fact.reason, "en")} Answer due ${dateWords(fact.answerBy, "en", today)}, counted from the first acceptance (${fact.article.en}).`,
      ),
  },
} satisfies Sentences<typeof simpleFacts>;

/** 简易转普通: what lists of clocks say of each fact. */
export const simpleOnClocks = {
  turnedOrdinary: {
    came: {
      zh: ({ fact, today }) => `转为普通程序，${latestWords(fact.answerBy, today)}`,
      en: ({ fact, today }) => `turned ordinary, due ${dateWords(fact.answerBy, "en", today)}`,
    },
    also: missedWords,
    because: ({ why }) => because(why),
  },
} satisfies ClockLines<typeof simpleFacts>;

/** 不适用简易办理: why something is refused. */
export const simpleRefusals = {
  notHandledSimply: {
    zh: "这件事项没有按简易办理，不用转为普通程序；没有记录",
    en: "This case is not handled the simple way, so there is nothing to turn; nothing was recorded",
  },
} satisfies RefusalsOf;

/** 不适用简易办理: the field of the office's forms. */
export const simpleFields = {
  notSimple: {
    name: { zh: "不适用简易办理的原因", en: "Why it is not a simple matter" },
    missing: { zh: "请选择不适用简易办理的原因", en: "Choose why it is not a simple matter" },
  },
} satisfies FieldsOf<StaffField>;
