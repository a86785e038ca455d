import type { Fact } from "#case/state/event.ts";
import { acceptanceOnClocks } from "./acts/acceptance.ts";
import { agentOnClocks } from "./acts/agent.ts";
import { answerOnClocks } from "./acts/answer.ts";
import { assistanceOnClocks } from "./acts/assistance.ts";
import { attachmentOnClocks } from "./acts/attachments.ts";
import { climbOnClocks } from "./acts/climb.ts";
import { codeOnClocks } from "./acts/code.ts";
import { communityOnClocks } from "./acts/community.ts";
import { contactOnClocks } from "./acts/contact.ts";
import { correctionOnClocks } from "./acts/correction.ts";
import { deliveryOnClocks } from "./acts/delivery.ts";
import { extensionOnClocks } from "./acts/extension.ts";
import { fileOnClocks } from "./acts/files.ts";
import { followUpOnClocks } from "./acts/follow-up.ts";
import { guidanceOnClocks } from "./acts/guidance.ts";
import { hearingOnClocks } from "./acts/hearing.ts";
import { jointOnClocks } from "./acts/joint.ts";
import { leadOnClocks } from "./acts/lead.ts";
import { mailboxOnClocks } from "./acts/mailbox.ts";
import { materialOnClocks } from "./acts/material.ts";
import type { ClockWords } from "./acts/matter-words.ts";
import { meetingOnClocks } from "./acts/meeting.ts";
import { mergingOnClocks } from "./acts/merging.ts";
import { newLinkOnClocks } from "./acts/new-link.ts";
import { objectionOnClocks } from "./acts/objection.ts";
import { otherWayOnClocks } from "./acts/other-way.ts";
import { pressureOnClocks } from "./acts/pressure.ts";
import { progressOnClocks } from "./acts/progress.ts";
import { promiseOnClocks } from "./acts/promise.ts";
import { ratingOnClocks } from "./acts/rating.ts";
import { reconsiderationOnClocks } from "./acts/reconsideration.ts";
import { recusalOnClocks } from "./acts/recusal.ts";
import { registrationOnClocks } from "./acts/registration.ts";
import { reminderOnClocks } from "./acts/reminder.ts";
import { reviewOnClocks } from "./acts/review.ts";
import { settlementOnClocks } from "./acts/settlement.ts";
import { simpleOnClocks } from "./acts/simple.ts";
import { stepOnClocks } from "./acts/step.ts";
import { supervisionOnClocks } from "./acts/supervision.ts";
import { transferOnClocks } from "./acts/transfer.ts";
import { upkeepOnClocks } from "./acts/upkeep.ts";
import { urgencyOnClocks } from "./acts/urgency.ts";
import { urgencyRequestOnClocks } from "./acts/urgency-request.ts";
import { withdrawalOnClocks } from "./acts/withdrawal.ts";

/** What lists of clocks say of every type of fact. */
export const onClocks: { readonly [T in Fact["type"]]: ClockWords<T> | "never" } = {
  ...registrationOnClocks,
  ...acceptanceOnClocks,
  ...reconsiderationOnClocks,
  ...reviewOnClocks,
  ...communityOnClocks,
  ...guidanceOnClocks,
  ...transferOnClocks,
  ...stepOnClocks,
  ...recusalOnClocks,
  ...urgencyRequestOnClocks,
  ...hearingOnClocks,
  ...progressOnClocks,
  ...settlementOnClocks,
  ...promiseOnClocks,
  ...supervisionOnClocks,
  ...simpleOnClocks,
  ...urgencyOnClocks,
  ...answerOnClocks,
  ...deliveryOnClocks,
  ...correctionOnClocks,
  ...ratingOnClocks,
  ...followUpOnClocks,
  ...withdrawalOnClocks,
  ...pressureOnClocks,
  ...climbOnClocks,
  ...leadOnClocks,
  ...extensionOnClocks,
  ...objectionOnClocks,
  ...otherWayOnClocks,
  ...assistanceOnClocks,
  ...meetingOnClocks,
  ...materialOnClocks,
  ...fileOnClocks,
  ...attachmentOnClocks,
  ...reminderOnClocks,
  ...newLinkOnClocks,
  ...codeOnClocks,
  ...mailboxOnClocks,
  ...contactOnClocks,
  ...agentOnClocks,
  ...jointOnClocks,
  ...mergingOnClocks,
  ...upkeepOnClocks,
};
