import { type Case, hasEnded } from "#case/state/case.ts";
import { isUnderReview } from "#case/state/review.ts";
import { meetingCalled } from "#case/state/side-matters.ts";
import { supervisionOpen } from "#case/state/supervising.ts";
import type { Role } from "#case/state/turn.ts";
import type { Bilingual, Lang } from "#ground/bilingual.ts";

/** What a task asks of the person who opens it. */
export const taskTitle = (petition: Case, role: Role, lang: Lang): string => asks[role](petition)[lang];

const asks: Record<Role, (petition: Case) => Bilingual> = {
  head: () => ({ zh: "请决定是否同意延期", en: "Decide whether this petition gets more time" }),
  assistant: () => ({ zh: "请答复承办单位的问题", en: "Please answer the unit in charge" }),
  invited: (petition) =>
    petition.status === "handling" && meetingCalled(petition.meetings) === undefined
      ? { zh: "会商纪要", en: "The minutes of the meeting" }
      : { zh: "请参加会商", en: "You are called to a meeting" },
  charged: () => ({ zh: "请办理会商决定的事", en: "Please do what the meeting decided" }),
  convener: () => ({ zh: "请召集会商，会后记录纪要", en: "Please call a meeting, and record its minutes" }),
  sender: () => ({ zh: "请决定异议是否成立", en: "Decide whether this petition is another unit’s" }),
  consenter: () => ({ zh: "请决定是否同意转送或者导入", en: "Decide whether this petition belongs elsewhere" }),
  promiser: () => ({ zh: "请兑现答复中承诺的事", en: "Please keep what the answer promised" }),
  overseer: () => ({ zh: "请督办没有兑现的承诺", en: "A promise was not kept: please have it done" }),
  caller: () => ({ zh: "请回访信访人：事情办到没有", en: "Please call the petitioner: is it done?" }),
  supervisor: (petition) =>
    supervisionOpen(petition)?.stage === "reported"
      ? { zh: "请决定督办反馈是否认可", en: "A unit has answered to supervision: is it enough?" }
      : { zh: "请决定是否督办", en: "Decide whether to supervise this petition" },
  supervised: () => ({ zh: "请办理督办事项并反馈", en: "You are supervised: please act and answer" }),
  reviewer: (petition) =>
    isUnderReview(petition) && petition.review.accepted
      ? { zh: "请作出复查意见", en: "Decide on the review" }
      : { zh: "请决定是否受理复查", en: "Say whether this review is taken up" },
  inCharge: () => ({ zh: "您是这件信访事项的包案领导", en: "You are in charge of this petition as a leader" }),
  namer: () => ({ zh: "包案领导逾期没有办到，请过问", en: "The leader in charge is late: please see to it" }),
  instructed: () => ({ zh: "请落实领导批示", en: "Please do what a leader has instructed" }),
  confidant: () => ({
    zh: "请核实：撤回是不是信访人自己的意思",
    en: "Was this petition withdrawn freely? Please find out",
  }),
  triage: () => ({ zh: "请决定是否标为紧急", en: "Decide whether this petition is urgent" }),
  judge: () => ({ zh: "请决定是否回避", en: "Decide whether somebody steps aside" }),
  owner: (petition) => ownerIsAsked(petition),
};

const ownerIsAsked = (petition: Case): Bilingual => {
  if (hasEnded(petition)) return { zh: "这件信访事项已经结束", en: "This petition has ended" };
  switch (petition.status) {
    case "registered":
    case "screening":
      return petition.reconsideration === undefined
        ? { zh: "请决定是否受理", en: "Decide on acceptance" }
        : { zh: "请重新审查：受理，还是维持不予受理", en: "Look again: accept it, or uphold the refusal" };
    case "accepted":
    case "handling":
      return { zh: "请办理这件信访事项", en: "Please deal with this petition" };
    case "transferring":
      return { zh: "等对方回执，收到后请登记", en: "Waiting for the other body: please record its receipt" };
    case "performing":
      return petition.settlement.reported === undefined
        ? { zh: "请办到所承诺的，并报告", en: "Please do what was promised, and report it" }
        : { zh: "正在等信访人确认", en: "Waiting for the petitioner's word" };
    case "withdrawing":
      return { zh: "信访人已撤回，不用办理", en: "The petitioner has withdrawn it; nothing is to be done" };
    case "merged":
      return { zh: "已并入另一件，不用办理", en: "It is handled in another petition; nothing is to be done" };
    case "delivering":
      return { zh: "请送达书面答复", en: "Please deliver the answer" };
    case "window":
      return { zh: "书面答复已经送达", en: "The answer has been delivered" };
  }
};
