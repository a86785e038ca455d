import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";

/** Why something was not done, and what to do instead. Nothing has changed when one of these is shown. */
export const refusalWords: Record<Refusal, Bilingual> = {
  movedOn: {
    zh: "事项已经转到别处，您的操作没有生效",
    en: "The case has moved on; nothing was recorded",
  },
  ended: { zh: "事项已经结束，不能再办理", en: "The case has ended; nothing more can be done on it" },
  notAtThisLevel: {
    zh: "本环节不能这样办理，请选择页面上列出的办法",
    en: "This step does not allow that; please choose one of the actions shown",
  },
  alreadyAcknowledged: {
    zh: "您已经确认收到，不用再次确认",
    en: "You have acknowledged this already; there is no need to do it again",
  },
  settlementPending: {
    zh: "化解情况已经发给信访人，正在等对方确认",
    en: "A settlement is already waiting for the petitioner's confirmation",
  },
  noSettlementPending: {
    zh: "现在没有等您确认的化解情况，请看下面的最新进展",
    en: "There is no settlement waiting for your confirmation; please see the latest below",
  },
  noLevelAbove: {
    zh: "区领导已是最高一级，请直接答复",
    en: "The district leader is the highest level; please answer here",
  },
  noLevelBelow: {
    zh: "社区（村）是最低一级，不能退回",
    en: "The community is the lowest level; the case cannot be handed back",
  },
  handedBackBefore: {
    zh: "本级已经退回过一次，不能再退回，请直接办理",
    en: "This level has handed the case back once already; please handle it here",
  },
  tooLateToHandBack: {
    zh: "法定答复期限已所剩不多，不能再退回下级，请直接办理",
    en: "Too little of the time limit set by law is left to hand the case back; please handle it here",
  },
  nobodyBelow: {
    zh: "下级没有承办单位，或者其单位是被反映对象，不能退回，请直接办理",
    en: "No unit below may take the case, so it cannot be handed back; please handle it here",
  },
  extensionTooLong: {
    zh: "申请的天数超过规定的最长延期，请减少天数",
    en: "That is longer than the law allows; please ask for fewer days",
  },
  extensionPending: {
    zh: "延期申请正在等负责人决定，请先按原期限办理",
    en: "An extension has been asked for and waits for a decision; please go by the present deadline until then",
  },
  extendedBefore: {
    zh: "每件事项只能申请一次延期，此件已经申请过，请按现在的期限办理",
    en: "A case can be extended once, and for this one that is decided; please go by the present deadline",
  },
  tooLateToExtend: {
    zh: "期限已到，不能再延期，请尽快办理",
    en: "The time is up and can no longer be extended; please deal with the case as soon as possible",
  },
  nobodyToDecide: {
    zh: "能审批延期的负责人都应当回避，不能延期，请在期限内办理",
    en: "Everybody who could approve it must keep away from this case; please finish within the deadline",
  },
  decidesExtension: {
    zh: "这位同事正在审批此件的延期申请，请改派其他人，或者等其决定以后再改派",
    en: "This colleague is deciding on the extension of this case; please choose somebody else, or wait for the decision",
  },
  notAColleague: {
    zh: "只能改派给本单位的其他同事，请重新选择",
    en: "The step can only go to another colleague of the same unit; please choose again",
  },
  complainedAbout: {
    zh: "信访事项涉及这位同事，依规应当回避，请改派其他人",
    en: "The petition is about this colleague, who must not handle it; please choose somebody else",
  },
  unknownGround: {
    zh: "请从列表里选择不予受理的依据",
    en: "Please choose the ground for not accepting from the list",
  },
  alreadyDelivered: {
    zh: "答复已经送达，不用再登记",
    en: "The answer is delivered already; there is no need to record it again",
  },
  deliveryDateImpossible: {
    zh: "送达日期应在答复之日和今天之间，请改正",
    en: "The day of delivery lies between the day of the answer and today; please correct it",
  },
  executionSuperseded: { zh: "流程已由新的一轮接替", en: "A newer execution has taken over" },
  recordIsElsewhere: { zh: "事项不在这个环节", en: "The case is not at this station" },
};
