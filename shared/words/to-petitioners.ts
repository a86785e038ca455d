import { acceptanceToPetitioners } from "./acts/acceptance.ts";
import { agentToPetitioners } from "./acts/agent.ts";
import { answerToPetitioners } from "./acts/answer.ts";
import { assistanceToPetitioners } from "./acts/assistance.ts";
import { attachmentToPetitioners } from "./acts/attachments.ts";
import { climbToPetitioners } from "./acts/climb.ts";
import { codeToPetitioners } from "./acts/code.ts";
import { communityToPetitioners } from "./acts/community.ts";
import { contactToPetitioners } from "./acts/contact.ts";
import { correctionToPetitioners } from "./acts/correction.ts";
import { deliveryToPetitioners } from "./acts/delivery.ts";
import { extensionToPetitioners } from "./acts/extension.ts";
import { fileToPetitioners } from "./acts/files.ts";
import { followUpToPetitioners } from "./acts/follow-up.ts";
import { guidanceToPetitioners } from "./acts/guidance.ts";
import { hearingToPetitioners } from "./acts/hearing.ts";
import { jointToPetitioners } from "./acts/joint.ts";
import { leadToPetitioners } from "./acts/lead.ts";
import { mailboxToPetitioners } from "./acts/mailbox.ts";
import { materialToPetitioners } from "./acts/material.ts";
import type { Audience } from "./acts/matter-words.ts";
import { meetingToPetitioners } from "./acts/meeting.ts";
import { mergingToPetitioners } from "./acts/merging.ts";
import { newLinkToPetitioners } from "./acts/new-link.ts";
import { objectionToPetitioners } from "./acts/objection.ts";
import { otherWayToPetitioners } from "./acts/other-way.ts";
import { pressureToPetitioners } from "./acts/pressure.ts";
import { progressToPetitioners } from "./acts/progress.ts";
import { promiseToPetitioners } from "./acts/promise.ts";
import { ratingToPetitioners } from "./acts/rating.ts";
import { reconsiderationToPetitioners } from "./acts/reconsideration.ts";
import { recusalToPetitioners } from "./acts/recusal.ts";
import { registrationToPetitioners } from "./acts/registration.ts";
import { reminderToPetitioners } from "./acts/reminder.ts";
import { reviewToPetitioners } from "./acts/review.ts";
import { settlementToPetitioners } from "./acts/settlement.ts";
import { simpleToPetitioners } from "./acts/simple.ts";
import { stepToPetitioners } from "./acts/step.ts";
import { supervisionToPetitioners } from "./acts/supervision.ts";
import { transferToPetitioners } from "./acts/transfer.ts";
import { upkeepToPetitioners } from "./acts/upkeep.ts";
import { urgencyToPetitioners } from "./acts/urgency.ts";
import { urgencyRequestToPetitioners } from "./acts/urgency-request.ts";
import { withdrawalToPetitioners } from "./acts/withdrawal.ts";

/** What petitioners are told about every type of fact. */
export const toPetitioners: Audience = {
  reader: "petitioner",
  sentences: {
    ...registrationToPetitioners,
    ...acceptanceToPetitioners,
    ...reconsiderationToPetitioners,
    ...reviewToPetitioners,
    ...communityToPetitioners,
    ...guidanceToPetitioners,
    ...transferToPetitioners,
    ...stepToPetitioners,
    ...recusalToPetitioners,
    ...urgencyRequestToPetitioners,
    ...hearingToPetitioners,
    ...progressToPetitioners,
    ...settlementToPetitioners,
    ...promiseToPetitioners,
    ...supervisionToPetitioners,
    ...simpleToPetitioners,
    ...urgencyToPetitioners,
    ...answerToPetitioners,
    ...deliveryToPetitioners,
    ...correctionToPetitioners,
    ...ratingToPetitioners,
    ...followUpToPetitioners,
    ...withdrawalToPetitioners,
    ...pressureToPetitioners,
    ...climbToPetitioners,
    ...leadToPetitioners,
    ...extensionToPetitioners,
    ...objectionToPetitioners,
    ...otherWayToPetitioners,
    ...assistanceToPetitioners,
    ...meetingToPetitioners,
    ...materialToPetitioners,
    ...fileToPetitioners,
    ...attachmentToPetitioners,
    ...reminderToPetitioners,
    ...newLinkToPetitioners,
    ...codeToPetitioners,
    ...mailboxToPetitioners,
    ...contactToPetitioners,
    ...agentToPetitioners,
    ...jointToPetitioners,
    ...mergingToPetitioners,
    ...upkeepToPetitioners,
  },
};
