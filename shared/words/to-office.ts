import { acceptanceToOffice } from "./acts/acceptance.ts";
import { agentToOffice } from "./acts/agent.ts";
import { answerToOffice } from "./acts/answer.ts";
import { assistanceToOffice } from "./acts/assistance.ts";
import { attachmentToOffice } from "./acts/attachments.ts";
import { climbToOffice } from "./acts/climb.ts";
import { codeToOffice } from "./acts/code.ts";
import { communityToOffice } from "./acts/community.ts";
import { contactToOffice } from "./acts/contact.ts";
import { correctionToOffice } from "./acts/correction.ts";
import { deliveryToOffice } from "./acts/delivery.ts";
import { extensionToOffice } from "./acts/extension.ts";
import { fileToOffice } from "./acts/files.ts";
import { followUpToOffice } from "./acts/follow-up.ts";
import { guidanceToOffice } from "./acts/guidance.ts";
import { hearingToOffice } from "./acts/hearing.ts";
import { jointToOffice } from "./acts/joint.ts";
import { leadToOffice } from "./acts/lead.ts";
import { mailboxToOffice } from "./acts/mailbox.ts";
import { materialToOffice } from "./acts/material.ts";
import type { Audience } from "./acts/matter-words.ts";
import { meetingToOffice } from "./acts/meeting.ts";
import { mergingToOffice } from "./acts/merging.ts";
import { newLinkToOffice } from "./acts/new-link.ts";
import { objectionToOffice } from "./acts/objection.ts";
import { otherWayToOffice } from "./acts/other-way.ts";
import { pressureToOffice } from "./acts/pressure.ts";
import { progressToOffice } from "./acts/progress.ts";
import { promiseToOffice } from "./acts/promise.ts";
import { ratingToOffice } from "./acts/rating.ts";
import { reconsiderationToOffice } from "./acts/reconsideration.ts";
import { recusalToOffice } from "./acts/recusal.ts";
import { registrationToOffice } from "./acts/registration.ts";
import { reminderToOffice } from "./acts/reminder.ts";
import { reviewToOffice } from "./acts/review.ts";
import { settlementToOffice } from "./acts/settlement.ts";
import { simpleToOffice } from "./acts/simple.ts";
import { stepToOffice } from "./acts/step.ts";
import { supervisionToOffice } from "./acts/supervision.ts";
import { transferToOffice } from "./acts/transfer.ts";
import { upkeepToOffice } from "./acts/upkeep.ts";
import { urgencyToOffice } from "./acts/urgency.ts";
import { urgencyRequestToOffice } from "./acts/urgency-request.ts";
import { withdrawalToOffice } from "./acts/withdrawal.ts";

/** What the office is told about every type of fact. */
export const toOffice: Audience = {
  reader: "staff",
  sentences: {
    ...registrationToOffice,
    ...acceptanceToOffice,
    ...reconsiderationToOffice,
    ...reviewToOffice,
    ...communityToOffice,
    ...guidanceToOffice,
    ...transferToOffice,
    ...stepToOffice,
    ...recusalToOffice,
    ...urgencyRequestToOffice,
    ...hearingToOffice,
    ...progressToOffice,
    ...settlementToOffice,
    ...promiseToOffice,
    ...supervisionToOffice,
    ...simpleToOffice,
    ...urgencyToOffice,
    ...answerToOffice,
    ...deliveryToOffice,
    ...correctionToOffice,
    ...ratingToOffice,
    ...followUpToOffice,
    ...withdrawalToOffice,
    ...pressureToOffice,
    ...climbToOffice,
    ...leadToOffice,
    ...extensionToOffice,
    ...objectionToOffice,
    ...otherWayToOffice,
    ...assistanceToOffice,
    ...meetingToOffice,
    ...materialToOffice,
    ...fileToOffice,
    ...attachmentToOffice,
    ...reminderToOffice,
    ...newLinkToOffice,
    ...codeToOffice,
    ...mailboxToOffice,
    ...contactToOffice,
    ...agentToOffice,
    ...jointToOffice,
    ...mergingToOffice,
    ...upkeepToOffice,
  },
};
