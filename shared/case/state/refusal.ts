import * as z from "zod";

/** Why a command is not carried out. The words for people are with the pages; nothing has changed. */
export const Refusal = z.enum([
  "movedOn",
  "mailedLately",
  "ended",
  "notAtThisLevel",
  "alreadyAcknowledged",
  "settlementPending",
  "noSettlementPending",
  "noLevelAbove",
  "noLevelBelow",
  "handedBackBefore",
  "tooLateToHandBack",
  "nobodyBelow",
  "extensionTooLong",
  "extensionPending",
  "extendedBefore",
  "tooLateToExtend",
  "nobodyToDecide",
  "decidesExtension",
  "notAColleague",
  "complainedAbout",
  "unknownGround",
  "tooLateToWithdraw",
  "deliveryDateImpossible",
  "executionSuperseded",
  "recordIsElsewhere",
]);
export type Refusal = z.infer<typeof Refusal>;
