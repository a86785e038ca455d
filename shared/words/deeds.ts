import type { Fact } from "#case/state/event.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { acceptanceDeeds } from "./acts/acceptance.ts";
import { agentDeeds } from "./acts/agent.ts";
import { answerDeeds } from "./acts/answer.ts";
import { assistanceDeeds } from "./acts/assistance.ts";
import { attachmentDeeds } from "./acts/attachments.ts";
import { climbDeeds } from "./acts/climb.ts";
import { codeDeeds } from "./acts/code.ts";
import { communityDeeds } from "./acts/community.ts";
import { contactDeeds } from "./acts/contact.ts";
import { correctionDeeds } from "./acts/correction.ts";
import { deliveryDeeds } from "./acts/delivery.ts";
import { extensionDeeds } from "./acts/extension.ts";
import { fileDeeds } from "./acts/files.ts";
import { followUpDeeds } from "./acts/follow-up.ts";
import { guidanceDeeds } from "./acts/guidance.ts";
import { hearingDeeds } from "./acts/hearing.ts";
import { jointDeeds } from "./acts/joint.ts";
import { leadDeeds } from "./acts/lead.ts";
import { mailboxDeeds } from "./acts/mailbox.ts";
import { materialDeeds } from "./acts/material.ts";
import { meetingDeeds } from "./acts/meeting.ts";
import { mergingDeeds } from "./acts/merging.ts";
import { newLinkDeeds } from "./acts/new-link.ts";
import { objectionDeeds } from "./acts/objection.ts";
import { otherWayDeeds } from "./acts/other-way.ts";
import { pressureDeeds } from "./acts/pressure.ts";
import { progressDeeds } from "./acts/progress.ts";
import { promiseDeeds } from "./acts/promise.ts";
import { ratingDeeds } from "./acts/rating.ts";
import { reconsiderationDeeds } from "./acts/reconsideration.ts";
import { recusalDeeds } from "./acts/recusal.ts";
import { registrationDeeds } from "./acts/registration.ts";
import { reminderDeeds } from "./acts/reminder.ts";
import { reviewDeeds } from "./acts/review.ts";
import { settlementDeeds } from "./acts/settlement.ts";
import { simpleDeeds } from "./acts/simple.ts";
import { stepDeeds } from "./acts/step.ts";
import { supervisionDeeds } from "./acts/supervision.ts";
import { transferDeeds } from "./acts/transfer.ts";
import { upkeepDeeds } from "./acts/upkeep.ts";
import { urgencyDeeds } from "./acts/urgency.ts";
import { urgencyRequestDeeds } from "./acts/urgency-request.ts";
import { withdrawalDeeds } from "./acts/withdrawal.ts";

/** What was done, in a word or two: for the stations of the chain and for a link that has been used. */
export const deedNames: Readonly<Record<Fact["type"], Bilingual>> = {
  ...acceptanceDeeds,
  ...reconsiderationDeeds,
  ...answerDeeds,
  ...deliveryDeeds,
  ...correctionDeeds,
  ...climbDeeds,
  ...leadDeeds,
  ...extensionDeeds,
  ...objectionDeeds,
  ...otherWayDeeds,
  ...assistanceDeeds,
  ...meetingDeeds,
  ...materialDeeds,
  ...fileDeeds,
  ...attachmentDeeds,
  ...guidanceDeeds,
  ...transferDeeds,
  ...codeDeeds,
  ...communityDeeds,
  ...mailboxDeeds,
  ...contactDeeds,
  ...agentDeeds,
  ...jointDeeds,
  ...mergingDeeds,
  ...newLinkDeeds,
  ...registrationDeeds,
  ...reminderDeeds,
  ...settlementDeeds,
  ...promiseDeeds,
  ...supervisionDeeds,
  ...simpleDeeds,
  ...urgencyDeeds,
  ...stepDeeds,
  ...recusalDeeds,
  ...urgencyRequestDeeds,
  ...hearingDeeds,
  ...progressDeeds,
  ...upkeepDeeds,
  ...ratingDeeds,
  ...followUpDeeds,
  ...reviewDeeds,
  ...withdrawalDeeds,
  ...pressureDeeds,
};
