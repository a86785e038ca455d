import type { recusalActs } from "#case/acts/recusal.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { RecusalGround, RecusalRefusal, recusalFacts } from "#case/state/facts/recusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** Why somebody must not handle a case, as a clause. */
export const recusalGrounds: Record<RecusalGround, Bilingual> = {
  interest: { zh: "与事项有直接利害关系", en: "the matter directly concerns interests of their own" },
  relative: { zh: "与当事人有亲属关系", en: "a person concerned is a relative" },
  other: { zh: "有其他可能影响公正办理的情形", en: "something else could make them partial" },
};

/** Why what was asked for is refused, as a clause. */
export const recusalRefused: Record<RecusalRefusal, Bilingual> = {
  noSuchTie: { zh: "经核实没有这种情形", en: "on a closer look there is no such tie" },
  notInCharge: {
    zh: "该人员不办理、也不决定这件事项",
    en: "that person neither works on the matter nor decides on it",
  },
};

/** 自行回避: what was done, in a word or two. */
export const recusalDeeds = {
  recused: { zh: "承办人回避", en: "handler recused" },
  recusalDecided: { zh: "决定是否回避", en: "recusal decided" },
} satisfies Deeds<typeof recusalFacts>;

/** 自行回避: the act, as staff choose it. */
export const recusalActWords = {
  recuse: {
    button: { zh: "自行回避", en: "Step aside: a conflict of interest" },
    effect: {
      zh: () =>
        "您不应办理这件事项的，请自行回避。由应当接手的人马上接手，期限不变；您以后不能再查看、办理这件事项，也不能撤销。信访人会看到承办人回避和原因类别，看不到姓名。",
      en: () =>
        "For a case that you must not handle. Whoever it falls to without you takes over at once, and no time limit moves; you can neither see it nor act on it again, and this cannot be undone. The petitioner reads that the handler stepped aside and which kind of reason it was, but no name.",
    },
  },
} satisfies ActsOf<typeof recusalActs>;

/** 自行回避: what petitioners read about each fact. */
export const recusalToPetitioners = {
  recused: {
    zh: ({ fact }) => `承办人自行回避：${recusalGrounds[fact.why].zh}。事项改由他人办理，期限不变。`,
    en: ({ fact }) =>
      `The handler stepped aside: ${recusalGrounds[fact.why].en}. Somebody else has your petition now, and no time limit has moved.`,
  },
  recusalDecided: {
    zh: ({ fact: { letter } }) =>
      letter.decision.is === "granted"
        ? `同意您的回避申请（${recusalGrounds[letter.why].zh}）：该人员不再参与办理，期限不变。回避决定已发给您。`
        : `没有同意您的回避申请：${recusalRefused[letter.decision.because].zh}。回避决定已发给您。`,
    en: ({ fact: { letter } }) =>
      letter.decision.is === "granted"
        ? `You asked that somebody have no part in it (${recusalGrounds[letter.why].en}), and they have none from now on; no time limit has moved. You have a letter about it.`
        : `You asked that somebody have no part in it, which was refused: ${recusalRefused[letter.decision.because].en}. You have a letter about it.`,
  },
} satisfies Sentences<typeof recusalFacts>;

/** 自行回避: what the office reads about each fact. */
export const recusalToOffice = {
  recused: {
    zh: ({ fact, by, directory }) =>
      `${doer({ by, directory }, "zh")}自行回避：${recusalGrounds[fact.why].zh}。不再查看、办理这件事项。`,
    en: ({ fact, by, directory }) =>
      capitalised(
        `${doer({ by, directory }, "en")} stepped aside: ${recusalGrounds[fact.why].en}. They neither see the case nor act on it any more.`,
      ),
  },
  recusalDecided: {
    zh: ({ fact: { letter, staff }, by, directory }) =>
      letter.decision.is === "granted"
        ? `${doer({ by, directory }, "zh")}同意信访人的申请，${staffName(directory, staff, "zh")}回避：${recusalGrounds[letter.why].zh}。`
        : `${doer({ by, directory }, "zh")}没有同意信访人要求${staffName(directory, staff, "zh")}回避的申请：${recusalRefused[letter.decision.because].zh}。`,
    en: ({ fact: { letter, staff }, by, directory }) =>
      capitalised(
        letter.decision.is === "granted"
          ? `${doer({ by, directory }, "en")} recused ${staffName(directory, staff, "en")}, as the petitioner asked: ${recusalGrounds[letter.why].en}.`
          : `${doer({ by, directory }, "en")} did not recuse ${staffName(directory, staff, "en")}, as the petitioner asked: ${recusalRefused[letter.decision.because].en}.`,
      ),
  },
} satisfies Sentences<typeof recusalFacts>;

/** 自行回避: what lists of clocks say of each fact. */
export const recusalOnClocks = { recused: "never", recusalDecided: "never" } satisfies ClockLines<typeof recusalFacts>;

/** 自行回避: why something is refused. */
export const recusalRefusals = {
  nobodyElse: {
    zh: "名录里没有别人可以接手，没有记录；请马上打电话告诉信访局",
    en: "The directory names nobody else who could take it over, so nothing was recorded; please call the petition office now",
  },
} satisfies RefusalsOf;

/** 回避决定: why something is refused. */
export const recusalDecisionRefusals = {
  noStepOpen: {
    zh: "这件事项现在没有人在办理，不用决定回避；请用 npm run why 查看办到了哪里",
    en: "Nobody works on this case now, so nobody has to be kept out; npm run why says where it stands",
  },
  decidesNoRecusal: {
    zh: "回避由承办单位负责人决定；负责人本人的回避由信访局或者区领导办公室的负责人决定",
    en: "The head of the unit in charge decides; of that head, the head of the petition office or of a leader's office",
  },
  unknownOfficial: { zh: "名录里没有这个人，请核对", en: "The directory has no such person; check who is meant" },
  recusedAlready: { zh: "此人已经回避，或者就是被反映的人", en: "They have no part in it already" },
  recusalDateImpossible: {
    zh: "申请日期不能晚于今天，也不能早于收到这件诉求的日子",
    en: "It cannot have been asked for after today, nor before the petition was received",
  },
} satisfies RefusalsOf;

/** 自行回避: the field of the form. */
export const recusalFields = {
  recusalGround: {
    name: { zh: "回避的原因", en: "Why you must not handle it" },
    missing: { zh: "请选择回避的原因", en: "Choose why you must not handle it" },
  },
} satisfies FieldsOf<StaffField>;
