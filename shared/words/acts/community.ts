import type { communityActs } from "#case/acts/community.ts";
import type { StaffField } from "#case/acts/staff-acts.ts";
import type { communityFacts } from "#case/state/facts/community.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { unitName } from "#words/words.ts";
import type { ActsOf, ClockLines, Deeds, FieldsOf, RefusalsOf, Sentences } from "./matter-words.ts";

/** 确定社区: what was done, in a word or two. */
export const communityDeeds = {
  communityAssigned: { zh: "确定发生地", en: "place found" },
} satisfies Deeds<typeof communityFacts>;

/** 确定社区: its act, as staff choose it. */
export const communityActWords = {
  assignCommunity: {
    button: { zh: "确定所属社区（村）", en: "Say which community it is" },
    effect: {
      zh: () => "信访人填写时不清楚是哪个社区（村）。确定以后再决定是否受理；审查期限照常计算，信访人会在进度页看到。",
      en: () =>
        "The petitioner did not know which community it is. Then you decide on acceptance; the time for that runs on meanwhile. The petitioner sees it on the progress page.",
    },
  },
} satisfies ActsOf<typeof communityActs>;

/** 确定社区: what petitioners read about each fact. */
export const communityToPetitioners = {
  communityAssigned: {
    zh: ({ fact, directory }) =>
      `${unitName(directory, directory.district.bureau, "zh")}确定：事情发生在${unitName(directory, fact.community, "zh")}。`,
    en: ({ fact, directory }) =>
      `${unitName(directory, directory.district.bureau, "en")} found out where it happened: ${unitName(directory, fact.community, "en")}.`,
  },
} satisfies Sentences<typeof communityFacts>;

/** 确定社区: what the office reads about each fact. */
export const communityToOffice = {
  communityAssigned: {
    zh: (told) => `${doer(told, "zh")}确定发生地：${unitName(told.directory, told.fact.community, "zh")}。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} found where it happened: ${unitName(told.directory, told.fact.community, "en")}.`,
      ),
  },
} satisfies Sentences<typeof communityFacts>;

/** 确定社区: what lists of clocks say of each fact. */
export const communityOnClocks = {
  communityAssigned: "never",
} satisfies ClockLines<typeof communityFacts>;

/** 确定社区: why something is refused. */
export const communityRefusals = {
  communityKnown: {
    zh: "所属社区（村）已经确定，没有再次记录",
    en: "Its community is known already; nothing was recorded",
  },
  communityMissing: {
    zh: "信访人不清楚是哪个社区（村），请先确定，再决定是否受理",
    en: "The petitioner did not know the community; please say which one it is before you accept it",
  },
  communityUnclear: {
    zh: "按您写的找不到唯一的社区（村），请写全称；有同名的，在前面写上所属乡镇（街道）",
    en: "That does not name one community. Please write its whole name, with the township before it where two are called alike",
  },
} satisfies RefusalsOf;

/** 确定社区: the field of the office's form. */
export const communityFields = {
  community: {
    name: { zh: "社区（村）", en: "The community" },
    missing: { zh: "请写明是哪个社区（村）", en: "Say which community it is" },
  },
} satisfies FieldsOf<StaffField>;
