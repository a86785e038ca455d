import type { recusalActs } from "#case/acts/recusal.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { RecusalGround, recusalFacts } from "#case/state/facts/recusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** Why somebody must not handle a case, as a clause. */
export const recusalGrounds: Record<RecusalGround, Bilingual> = {
  interest: { zh: "与事项有直接利害关系", en: "the matter directly concerns interests of their own" },
  relative: { zh: "与当事人有亲属关系", en: "a person concerned is a relative" },
  other: { zh: "有其他可能影响公正办理的情形", en: "something else could make them partial" },
};

/** 自行回避: what was done, in a word or two. */
export const recusalDeeds = {
  recused: { zh: "承办人回避", en: "handler recused" },
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
} satisfies Sentences<typeof recusalFacts>;

/** 自行回避: what lists of clocks say of each fact. */
export const recusalOnClocks = { recused: "never" } satisfies ClockLines<typeof recusalFacts>;

/** 自行回避: why something is refused. */
export const recusalRefusals = {
  nobodyElse: {
    zh: "名录里没有别人可以接手，没有记录；请马上打电话告诉信访局",
    en: "The directory names nobody else who could take it over, so nothing was recorded; please call the petition office now",
  },
} satisfies RefusalsOf;

/** 自行回避: the field of the form. */
export const recusalFields = {
  recusalGround: {
    name: { zh: "回避的原因", en: "Why you must not handle it" },
    missing: { zh: "请选择回避的原因", en: "Choose why you must not handle it" },
  },
} satisfies FieldsOf<StaffField>;
