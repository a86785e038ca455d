import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { withdrawals, withdrawalUndoings } from "#case/acts/withdrawal.ts";
import type { withdrawalFacts } from "#case/state/facts/withdrawal.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import type { ClockLines, Deeds, EndingsOf, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 撤回: what was done, in a word or two. */
export const withdrawalDeeds = {
  withdrawalDeclared: { zh: "信访人撤回诉求", en: "petition withdrawn" },
  withdrawalUndone: { zh: "信访人恢复办理", en: "withdrawal undone" },
  withdrawn: { zh: "确认撤回", en: "withdrawal confirmed" },
} satisfies Deeds<typeof withdrawalFacts>;

/** 撤回: what petitioners read about each fact. */
export const withdrawalToPetitioners = {
  withdrawalDeclared: {
    zh: (told) =>
      `${you(told, "zh")}撤回了诉求，办理停止。${latestWords(told.fact.until, told.today)}，您可以恢复办理；法定期限没有停。`,
    en: (told) =>
      `${you(told, "en")} withdrew your petition, and work on it stopped. You can undo that until ${dateWords(told.fact.until, "en", told.today)}; the law's time runs on.`,
  },
  withdrawalUndone: {
    zh: (told) => `${you(told, "zh")}恢复了办理，事项从原来的层级继续，法定期限没有停过。`,
    en: (told) =>
      `${you(told, "en")} undid the withdrawal: the matter goes on where it stood, and the law's time has never stopped.`,
  },
  withdrawn: {
    zh: () => "考虑的日子已过，撤回得到确认，办理到此结束。",
    en: () => "The days to think again were over: the withdrawal was confirmed, and work on your petition ended.",
  },
} satisfies Sentences<typeof withdrawalFacts>;

/** 撤回: what the office reads about each fact. */
export const withdrawalToOffice = {
  withdrawalDeclared: {
    zh: (told) =>
      `${doer(told, "zh")}撤回诉求，本环节结束。${latestWords(told.fact.until, told.today)}，信访人可以恢复办理；法定期限没有停。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} withdrew the petition, and the step ended. The petitioner can undo that until ${dateWords(told.fact.until, "en", told.today)}; the law's time runs on.`,
      ),
  },
  withdrawalUndone: {
    zh: (told) => `${doer(told, "zh")}恢复办理，事项从原来的层级继续，法定期限没有停过。`,
    en: (told) =>
      capitalised(
        `${doer(told, "en")} undid the withdrawal: the case goes on where it stood, and the law's time has never stopped.`,
      ),
  },
  withdrawn: {
    zh: () => "信访人在考虑期内没有恢复办理，撤回得到确认，办理到此结束，期限不再计算。",
    en: () =>
      "The petitioner did not undo it in time: the withdrawal was confirmed, work on the petition ended and its deadlines stopped.",
  },
} satisfies Sentences<typeof withdrawalFacts>;

/** 撤回: what lists of clocks say of each fact. */
export const withdrawalOnClocks = {
  withdrawalDeclared: "never",
  withdrawalUndone: "never",
  withdrawn: {
    came: {
      zh: () => "届满，确认撤回，事项结束",
      en: () => "ended: the withdrawal is confirmed, and the case is over",
    },
    because: () => ({ zh: "到期没有恢复办理", en: "it ended without being undone" }),
  },
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
    zh: "事项已经撤回、已经答复、已经结束，或者已经转送其他机关，不能在这里撤回，请看下面的最新进展",
    en: "The petition has been withdrawn, answered or ended, or another body has it, so it cannot be withdrawn here; please see the latest below",
  },
  notWithdrawn: {
    zh: "这件诉求现在没有可以恢复的撤回，请看下面的最新进展",
    en: "There is no withdrawal to undo now; please see the latest below",
  },
  tooLateToUndo: {
    zh: "考虑的日子已过，不能再恢复；仍要反映的，请重新提交",
    en: "The days to undo the withdrawal are over; to raise the matter again, please file a new petition",
  },
} satisfies RefusalsOf;

/** 撤回: what the petitioner's act has brought about. */
export const withdrawalNotices = {
  withdraw: {
    zh: "您的诉求已撤回，办理已经停止。改了主意的，可以在“办理进度”里恢复办理。",
    en: "Your petition is withdrawn and work on it has stopped. If you change your mind, you can undo it where you follow its progress.",
  },
} satisfies Notices<typeof withdrawals>;

/** 恢复办理: what it has brought about. */
export const withdrawalUndoingNotices = {
  undoWithdrawal: {
    zh: "已恢复办理，事项从原来的层级继续。",
    en: "The withdrawal is undone: your matter goes on where it stood.",
  },
} satisfies Notices<typeof withdrawalUndoings>;

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
