import type { CodePapers, CodeReason, codeFacts } from "#case/state/facts/code.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { doer } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ClockLines, Deeds, RefusalsOf, Sentences } from "./matter-words.ts";

const reasons: Record<CodeReason, Bilingual> = {
  lost: { zh: "原查询码遗失", en: "the code was lost" },
  seenByOthers: { zh: "原查询码可能被别人看到", en: "others may have seen the code" },
  numberChanged: { zh: "查询用的号码有变", en: "the number that goes with it has changed" },
};

/** 证件: what somebody shows. */
export const papersShown: Record<CodePapers, Bilingual> = {
  residentId: { zh: "居民身份证", en: "an identity card" },
  passport: { zh: "护照", en: "a passport" },
  travelPermit: { zh: "通行证或居住证", en: "a travel or residence permit" },
  householdRegister: { zh: "户口簿", en: "a household register" },
};

/** 补发查询码: what was done, in a word or two. */
export const codeDeeds = {
  codeRenewed: { zh: "补发查询码", en: "new query code given" },
} satisfies Deeds<typeof codeFacts>;

/** 补发查询码: what petitioners read about each fact. */
export const codeToPetitioners = {
  codeRenewed: {
    zh: ({ fact }) =>
      `信访局核对${papersShown[fact.papers].zh}后补发了查询码（${reasons[fact.why].zh}），原来的查询码作废。`,
    en: ({ fact }) =>
      `The petition office checked ${papersShown[fact.papers].en} and gave you a new query code (${reasons[fact.why].en}). The earlier one opens nothing.`,
  },
} satisfies Sentences<typeof codeFacts>;

/** 补发查询码: what the office reads about each fact. */
export const codeToOffice = {
  codeRenewed: {
    zh: ({ fact, by, directory }) =>
      `${doer({ by, directory }, "zh")}核对${papersShown[fact.papers].zh}后补发了查询码（${reasons[fact.why].zh}），原来的查询码作废。`,
    en: ({ fact, by, directory }) =>
      `${capitalised(doer({ by, directory }, "en"))} checked ${papersShown[fact.papers].en} and gave a new query code (${reasons[fact.why].en}); the earlier one opens nothing.`,
  },
} satisfies Sentences<typeof codeFacts>;

/** 补发查询码: what lists of clocks say of each fact. */
export const codeOnClocks = {
  codeRenewed: "never",
} satisfies ClockLines<typeof codeFacts>;

/** 补发查询码: why something is refused. */
export const codeRefusals = {
  notOfTheBureau: {
    zh: "只有信访局的工作人员可以这样办理",
    en: "Only staff of the petition office may do this",
  },
  noNameToProve: {
    zh: "这件诉求没有留姓名，无法凭证件核对是谁提交的，不能补发查询码；本人可以重新提交",
    en: "No name was left with this petition, so no papers can prove whose it is and no new code can be given; the petitioner can file again",
  },
} satisfies RefusalsOf;
