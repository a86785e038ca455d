import type { PetitionerField } from "#case/acts/petitioner-acts.ts";
import type { withdrawals, withdrawalUndoings } from "#case/acts/withdrawal.ts";
import type { IdentityCheck, WordGiven, withdrawalFacts } from "#case/state/facts/withdrawal.ts";
import type { Directory } from "#directory/directory.ts";
import type { Bilingual, BilingualSentence } from "#ground/bilingual.ts";
import { dateWords, latestWords } from "#words/dates.ts";
import { doer, you } from "#words/doer.ts";
import { capitalised } from "#words/phrasing.ts";
import { staffName } from "#words/words.ts";
import { papersShown } from "./code.ts";
import type { ClockLines, Deeds, EndingsOf, FieldsOf, Notices, RefusalsOf, Sentences } from "./matter-words.ts";

/** 撤回: what was done, in a word or two. */
export const withdrawalDeeds = {
  withdrawalDeclared: { zh: "信访人撤回诉求", en: "petition withdrawn" },
  withdrawalUndone: { zh: "信访人恢复办理", en: "withdrawal undone" },
  withdrawn: { zh: "确认撤回", en: "withdrawal confirmed" },
} satisfies Deeds<typeof withdrawalFacts>;

/** How the bureau has made sure that it was the petitioner; in English after "having". */
const checkWords = (check: IdentityCheck): Bilingual =>
  check === "calledBack"
    ? { zh: "回拨登记的电话", en: "called the number on file" }
    : { zh: `核对${papersShown[check].zh}`, en: `checked ${papersShown[check].en}` };

/** The same with who did it, for the office. */
const checkedWords: BilingualSentence<WordGiven & { directory: Directory }> = {
  zh: ({ check, checkedBy, directory }) => `${staffName(directory, checkedBy, "zh")}已${checkWords(check).zh}`,
  en: ({ check, checkedBy, directory }) => `${staffName(directory, checkedBy, "en")} ${checkWords(check).en}`,
};

/** 撤回: what petitioners read about each fact. */
export const withdrawalToPetitioners = {
  withdrawalDeclared: {
    zh: (told) => {
      const { paper, until } = told.fact;
      const came =
        paper === undefined
          ? `${you(told, "zh")}撤回了诉求`
          : `信访局收到${dateWords(paper.signedOn, "zh", told.today)}签名的书面撤回，并${checkWords(paper.check).zh}`;
      return `${came}，办理停止。${latestWords(until, told.today)}，您可以恢复办理；法定期限没有停。`;
    },
    en: (told) => {
      const { paper, until } = told.fact;
      const came =
        paper === undefined
          ? `${you(told, "en")} withdrew your petition`
          : `The petition office received a withdrawal signed on ${dateWords(paper.signedOn, "en", told.today)} and ${checkWords(paper.check).en}`;
      return `${came}, and work on it stopped. You can undo that until ${dateWords(until, "en", told.today)}; the law's time runs on.`;
    },
  },
  withdrawalUndone: {
    zh: (told) => {
      const { atBureau } = told.fact;
      const did =
        atBureau === undefined
          ? `${you(told, "zh")}恢复了办理`
          : `信访局${checkWords(atBureau.check).zh}后，按您的意思恢复了办理`;
      return `${did}，事项从原来的层级继续，法定期限没有停过。`;
    },
    en: (told) => {
      const { atBureau } = told.fact;
      const did =
        atBureau === undefined
          ? `${you(told, "en")} undid the withdrawal`
          : `The petition office ${checkWords(atBureau.check).en} and undid the withdrawal, as you asked`;
      return `${did}: the matter goes on where it stood, and the law's time has never stopped.`;
    },
  },
  withdrawn: {
    zh: () => "考虑的日子已过，撤回得到确认，办理到此结束。",
    en: () => "The days to think again were over: the withdrawal was confirmed, and work on your petition ended.",
  },
} satisfies Sentences<typeof withdrawalFacts>;

/** 撤回: what the office reads about each fact. */
export const withdrawalToOffice = {
  withdrawalDeclared: {
    zh: (told) => {
      const { fact, directory, today } = told;
      const { paper, until } = fact;
      const came =
        paper === undefined
          ? `${doer(told, "zh")}撤回诉求`
          : `${doer(told, "zh")}登记信访人${dateWords(paper.signedOn, "zh", today)}签名的书面撤回（扫描件${paper.scan}，${checkedWords.zh({ ...paper, directory })}）`;
      return `${came}，本环节结束。${latestWords(until, today)}，信访人可以恢复办理；法定期限没有停。`;
    },
    en: (told) => {
      const { fact, directory, today } = told;
      const { paper, until } = fact;
      const came =
        paper === undefined
          ? `${doer(told, "en")} withdrew the petition`
          : `${doer(told, "en")} recorded a withdrawal that the petitioner signed on ${dateWords(paper.signedOn, "en", today)} (scan ${paper.scan}; ${checkedWords.en({ ...paper, directory })})`;
      return capitalised(
        `${came}, and the step ended. The petitioner can undo that until ${dateWords(until, "en", today)}; the law's time runs on.`,
      );
    },
  },
  withdrawalUndone: {
    zh: (told) => {
      const { fact, directory } = told;
      const { atBureau } = fact;
      const asked = atBureau ? `应信访人要求（${checkedWords.zh({ ...atBureau, directory })}）` : "";
      return `${doer(told, "zh")}${asked}恢复办理，事项从原来的层级继续，法定期限没有停过。`;
    },
    en: (told) => {
      const { fact, directory } = told;
      const { atBureau } = fact;
      const asked = atBureau ? `, as the petitioner asked (${checkedWords.en({ ...atBureau, directory })})` : "";
      return capitalised(
        `${doer(told, "en")} undid the withdrawal${asked}: the case goes on where it stood, and the law's time has never stopped.`,
      );
    },
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

/** 书面撤回: why the bureau is refused to record it, or to undo a withdrawal for somebody. */
export const paperWithdrawalRefusals = {
  noNameToCheck: {
    zh: "这件诉求没有留姓名，无法核对是谁签的、是谁来的；信访人可以凭查询码自己撤回或者恢复办理",
    en: "No name was left with this petition, so nobody can tell whose word it is; the petitioner can withdraw or undo it with the query code",
  },
  worksOnItThemselves: {
    zh: "登记和核对的人手里有这件事项，不能经手它的撤回；请由信访局其他人员登记和核对",
    en: "Whoever records or checks this has work of their own on the case, and may have no part in its withdrawal; let somebody else of the petition office do it",
  },
  tooLateForPaper: {
    zh: "事项已经撤回、已经答复、已经结束，或者已经转送其他机关，不能登记撤回；请用 npm run why 查看办到了哪里",
    en: "The petition has been withdrawn, answered or ended, or another body has it, so no withdrawal can be recorded; npm run why says where it stands",
  },
  signatureDateImpossible: {
    zh: "签名日期不能晚于今天，也不能早于收到这件诉求的日子；请核对纸上的日期",
    en: "The paper cannot have been signed after today, nor before the petition was received; check the day on it",
  },
  signedBeforeUndone: {
    zh: "信访人在签名当天或者以后恢复过办理，这份书面撤回不再算数；仍要撤回的，请信访人另写一份，或者凭查询码撤回",
    en: "The petitioner undid a withdrawal on the day of this signature or after it, so this paper no longer counts; to withdraw now takes another paper, or the query code",
  },
  restsNot: {
    zh: "这件事项现在没有可以恢复的撤回；请用 npm run why 查看办到了哪里",
    en: "There is no withdrawal of this case to undo now; npm run why says where it stands",
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
