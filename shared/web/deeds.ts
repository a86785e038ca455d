import type { Fact } from "#case/event.ts";
import type { Bilingual } from "#clock/policy.ts";

/** What was done, in a word or two: for the stations of the chain and for a link that has been used. */
export const deedNames: Record<Fact["type"], Bilingual> = {
  registered: { zh: "登记", en: "registered" },
  accepted: { zh: "受理", en: "accepted" },
  notAccepted: { zh: "不予受理", en: "not accepted" },
  stepOpened: { zh: "转办", en: "passed on" },
  levelSkipped: { zh: "跳过", en: "skipped" },
  acknowledged: { zh: "签收", en: "acknowledged" },
  settlementProposed: { zh: "提出化解办法", en: "settlement proposed" },
  settlementConfirmed: { zh: "化解，信访人已确认", en: "settled and confirmed" },
  settlementDeclined: { zh: "信访人表示未解决", en: "settlement declined" },
  replied: { zh: "书面答复", en: "answered" },
  reportedUpward: { zh: "上报", en: "reported upward" },
  handedBack: { zh: "退回", en: "handed back" },
  reassigned: { zh: "改派", en: "reassigned" },
  extensionAsked: { zh: "申请延期", en: "more time asked for" },
  extensionApproved: { zh: "同意延期", en: "extended" },
  extensionRefused: { zh: "没有延期", en: "not extended" },
  stepOverdue: { zh: "逾期上提", en: "overdue, moved up" },
  lifted: { zh: "法定期限将近，上提", en: "moved up, as time set by law runs short" },
  reminded: { zh: "提醒", en: "reminded" },
  shareReached: { zh: "期限过了一部分", en: "part of the time is gone" },
  overdueAtTop: { zh: "逾期，列入督办", en: "overdue, under supervision" },
  statutoryOverdue: { zh: "法定期限逾期", en: "past the time limit set by law" },
  clockMoved: { zh: "期限重新计算", en: "counted anew by the calendar" },
  delivered: { zh: "答复送达", en: "answer delivered" },
  deliveryOverdue: { zh: "答复未按时送达", en: "answer not delivered in time" },
  closed: { zh: "办结", en: "ended" },
  clockReleased: { zh: "恢复自动处理", en: "clock put back to work" },
  executionReplaced: { zh: "流程恢复", en: "workflow restored" },
};
