import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { acceptanceRefusals } from "./acts/acceptance.ts";
import { answerRefusals } from "./acts/answer.ts";
import { assistanceRefusals } from "./acts/assistance.ts";
import { climbRefusals } from "./acts/climb.ts";
import { codeRefusals } from "./acts/code.ts";
import { communityRefusals } from "./acts/community.ts";
import { correctionRefusals } from "./acts/correction.ts";
import { deliveryRefusals } from "./acts/delivery.ts";
import { extensionRefusals } from "./acts/extension.ts";
import { followUpRefusals } from "./acts/follow-up.ts";
import { guidanceRefusals } from "./acts/guidance.ts";
import { hearingRefusals } from "./acts/hearing.ts";
import { jointAcceptanceRefusals, signatoryRefusals } from "./acts/joint.ts";
import { leadNamingRefusals, leadRefusals } from "./acts/lead.ts";
import { materialRefusals } from "./acts/material.ts";
import { conveningRefusals, meetingRefusals } from "./acts/meeting.ts";
import { othersMergedRefusals } from "./acts/merging.ts";
import { newLinkRefusals } from "./acts/new-link.ts";
import { objectionRefusals, unitRefusals } from "./acts/objection.ts";
import { otherWayDecisionRefusals, otherWayRefusals } from "./acts/other-way.ts";
import {
  promiseAnswerRefusals,
  promiseKeepingRefusals,
  promiseRefusals,
  promiseUnderWayRefusals,
} from "./acts/promise.ts";
import { reconsiderationDecisionRefusals } from "./acts/reconsideration.ts";
import { recusalPendingRefusals, recusalRecordRefusals } from "./acts/recusal.ts";
import { redoRefusals, reviewRefusals, underReviewRefusals } from "./acts/review.ts";
import { performanceRefusals, proposalRefusals } from "./acts/settlement.ts";
import { simpleRefusals } from "./acts/simple.ts";
import { stepRefusals } from "./acts/step.ts";
import { supervisionRefusals } from "./acts/supervision.ts";
import { bodyRefusals, transferRefusals } from "./acts/transfer.ts";
import { urgencyRefusals } from "./acts/urgency.ts";
import { paperWithdrawalRefusals } from "./acts/withdrawal.ts";
import { mergingRefusals } from "./merging-refusals.ts";
import { petitionerRefusals } from "./petitioner-refusals.ts";
import { fileRefusals } from "./refused-files.ts";

/** Why something was not done, and what to do instead. Nothing has changed when one of these is shown. */
export const refusalWords: Readonly<Record<Refusal, Bilingual>> = {
  ...petitionerRefusals,
  ...acceptanceRefusals,
  ...reconsiderationDecisionRefusals,
  ...reviewRefusals,
  ...redoRefusals,
  ...underReviewRefusals,
  ...communityRefusals,
  ...guidanceRefusals,
  ...bodyRefusals,
  ...transferRefusals,
  ...stepRefusals,
  ...recusalPendingRefusals,
  ...recusalRecordRefusals,
  ...hearingRefusals,
  ...proposalRefusals,
  ...performanceRefusals,
  ...leadRefusals,
  ...leadNamingRefusals,
  ...promiseRefusals,
  ...promiseKeepingRefusals,
  ...followUpRefusals,
  ...promiseAnswerRefusals,
  ...promiseUnderWayRefusals,
  ...answerRefusals,
  ...deliveryRefusals,
  ...correctionRefusals,
  ...climbRefusals,
  ...extensionRefusals,
  ...objectionRefusals,
  ...unitRefusals,
  ...otherWayRefusals,
  ...otherWayDecisionRefusals,
  ...assistanceRefusals,
  ...meetingRefusals,
  ...conveningRefusals,
  ...materialRefusals,
  ...fileRefusals,
  ...simpleRefusals,
  ...signatoryRefusals,
  ...jointAcceptanceRefusals,
  ...mergingRefusals,
  ...othersMergedRefusals,
  ...newLinkRefusals,
  ...codeRefusals,
  ...urgencyRefusals,
  ...supervisionRefusals,
  ...paperWithdrawalRefusals,
  executionSuperseded: { zh: "流程已由新的一轮接替", en: "A newer execution has taken over" },
  recordIsElsewhere: { zh: "事项不在这个环节", en: "The case is not at this station" },
};
