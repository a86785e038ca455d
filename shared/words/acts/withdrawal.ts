import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { withdrawals } from "#case/acts/withdrawal.ts";
import type { withdrawalFacts } from "#case/state/facts/withdrawal.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ClockLines, Deeds, EndingsOf, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 撤回: what was done, in a word or two. */
export const withdrawalDeeds = {
  withdrawn: { zh: "信访人撤回诉求", en: "petition withdrawn" },
} satisfies Deeds<typeof withdrawalFacts>;

/** 撤回: what petitioners read about each fact. */
export const withdrawalToPetitioners = {
  withdrawn: {
    zh: (told) => `${you(told, "zh")}撤回了诉求，办理到此结束。`,
    en: (told) => `${you(told, "en")} withdrew your petition, and work on it ended.`,
  },
} satisfies Sentences<typeof withdrawalFacts>;

/** 撤回: what the office reads about each fact. */
export const withdrawalToOffice = {
  withdrawn: {
    zh: (told) => `${doer(told, "zh")}撤回诉求，办理到此结束，期限不再计算。`,
    en: (told) => capitalised(`${doer(told, "en")} withdrew the petition; work on it ended and its deadlines stopped.`),
  },
} satisfies Sentences<typeof withdrawalFacts>;

/** 撤回: what lists of clocks say of each fact. */
export const withdrawalOnClocks = {
  withdrawn: "never",
} satisfies ClockLines<typeof withdrawalFacts>;

/** 撤回: how a case ends by it. */
export const withdrawalEndings = {
  withdrawn: {
    name: { zh: "已撤回", en: "Withdrawn" },
    says: () => ({
      zh: "这件诉求已撤回，不再办理，也不再计算期限。",
      en: "It was withdrawn. Nobody works on it any more, and no time limit runs.",
    }),
  },
} satisfies EndingsOf;

/** 撤回: why something is refused. */
export const withdrawalRefusals = {
  tooLateToWithdraw: {
    zh: "事项已经答复或者已经结束，不能再撤回，请看下面的最新进展",
    en: "The petition has been answered or has ended, and can no longer be withdrawn; please see the latest below",
  },
} satisfies RefusalsOf;

/** 撤回: what the petitioner's act has brought about. */
export const withdrawalNotices = {
  withdraw: {
    zh: "您的诉求已撤回，办理已经停止。凭查询码仍可查看全部办理明细。",
    en: "Your petition is withdrawn and work on it has stopped. Its history stays open to you with the query code.",
  },
} satisfies Notices<typeof withdrawals>;

/** 撤回: the fields of the form. */
export const withdrawalFields = {
  understood: {
    name: { zh: "撤回的确认", en: "Your confirmation" },
    missing: {
      zh: "请先勾选“我明白撤回的后果”，再撤回",
      en: "Tick that you understand what this means, then withdraw",
    },
  },
} satisfies FieldsOf<PetitionerField>;
