import type { LetterKind } from "#case/state/facts/letter.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** What a kind of letter is called, on its head and wherever it is spoken of. */
export const letterNames: Record<LetterKind, Bilingual> = {
  receipt: { zh: "信访事项接收（受理）告知书", en: "Notice of receipt" },
  notAccepted: { zh: "信访事项不予受理告知书", en: "Notice that a petition is not accepted" },
  guidance: { zh: "信访事项导入告知书", en: "Notice of the procedure that decides a matter" },
  transfer: { zh: "信访事项转送告知书", en: "Notice of a transfer to another body" },
  extension: { zh: "信访事项延期告知书", en: "Notice of an extension" },
  sentOn: { zh: "信访事项转办告知书", en: "Notice of another unit in charge" },
  answer: { zh: "信访事项处理意见书", en: "Answer to a petition" },
  dutyAnswer: { zh: "履职答复", en: "Answer on the duties of a unit" },
  suggestionAnswer: { zh: "建议回复", en: "Reply to a suggestion" },
  correction: { zh: "答复更正书", en: "Corrected answer" },
  agreement: { zh: "和解协议书", en: "Settlement agreement" },
  material: { zh: "信访事项补充材料通知", en: "Request for material" },
  recusal: { zh: "信访事项回避决定", en: "Decision on a conflict of interest" },
  reviewAccepted: { zh: "复查受理告知书", en: "Notice that a review is taken up" },
  reviewRefused: { zh: "复查不予受理告知书", en: "Notice that a review is not taken up" },
  review: { zh: "复查意见书", en: "Opinion on a review" },
  minutes: { zh: "会商纪要", en: "Minutes of a meeting" },
  supervision: { zh: "督办通知", en: "Supervision notice" },
  withdrawal: { zh: "信访事项撤回确认书", en: "Confirmation of a withdrawal" },
};
