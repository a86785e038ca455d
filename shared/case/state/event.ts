import * as z from "zod";
import { ClockChange } from "#clock/clock.ts";
import { CaseId } from "#ground/ids.ts";
import { Instant } from "#ground/instant.ts";
import { Actor } from "./actor.ts";
import { acceptanceFacts, acceptanceTraits } from "./facts/acceptance.ts";
import { agentFacts, agentTraits } from "./facts/agent.ts";
import { answerFacts, answerTraits } from "./facts/answer.ts";
import { assistanceFacts, assistanceTraits } from "./facts/assistance.ts";
import { attachmentFacts, attachmentTraits } from "./facts/attachments.ts";
import { climbFacts, climbTraits } from "./facts/climb.ts";
import { codeFacts, codeTraits } from "./facts/code.ts";
import { communityFacts, communityTraits } from "./facts/community.ts";
import { contactFacts, contactTraits } from "./facts/contact.ts";
import { correctionFacts, correctionTraits } from "./facts/correction.ts";
import { deliveryFacts, deliveryTraits } from "./facts/delivery.ts";
import { extensionFacts, extensionTraits } from "./facts/extension.ts";
import type { Trait } from "./facts/fact.ts";
import { fileFacts, fileTraits } from "./facts/files.ts";
import { followUpFacts, followUpTraits } from "./facts/follow-up.ts";
import { guidanceFacts, guidanceTraits } from "./facts/guidance.ts";
import { hearingFacts, hearingTraits } from "./facts/hearing.ts";
import { jointFacts, jointTraits } from "./facts/joint.ts";
import { leadFacts, leadTraits } from "./facts/lead.ts";
import type { LetterKind } from "./facts/letter.ts";
import { mailboxFacts, mailboxTraits } from "./facts/mailbox.ts";
import { materialFacts, materialTraits } from "./facts/material.ts";
import { meetingFacts, meetingTraits } from "./facts/meeting.ts";
import { mergingFacts, mergingTraits } from "./facts/merging.ts";
import { newLinkFacts, newLinkTraits } from "./facts/new-link.ts";
import { objectionFacts, objectionTraits } from "./facts/objection.ts";
import { otherWayFacts, otherWayTraits } from "./facts/other-way.ts";
import { pressureFacts, pressureTraits } from "./facts/pressure.ts";
import { progressFacts, progressTraits } from "./facts/progress.ts";
import { promiseFacts, promiseTraits } from "./facts/promise.ts";
import { ratingFacts, ratingTraits } from "./facts/rating.ts";
import { reconsiderationFacts, reconsiderationTraits } from "./facts/reconsideration.ts";
import { recusalFacts, recusalTraits } from "./facts/recusal.ts";
import { registrationFacts, registrationTraits } from "./facts/registration.ts";
import { reminderFacts, reminderTraits } from "./facts/reminder.ts";
import { reviewFacts, reviewTraits } from "./facts/review.ts";
import { settlementFacts, settlementTraits } from "./facts/settlement.ts";
import { simpleFacts, simpleTraits } from "./facts/simple.ts";
import { stepFacts, stepTraits } from "./facts/step.ts";
import { supervisionFacts, supervisionTraits } from "./facts/supervision.ts";
import { transferFacts, transferTraits } from "./facts/transfer.ts";
import { upkeepFacts, upkeepTraits } from "./facts/upkeep.ts";
import { urgencyFacts, urgencyTraits } from "./facts/urgency.ts";
import { urgencyRequestFacts, urgencyRequestTraits } from "./facts/urgency-request.ts";
import { withdrawalFacts, withdrawalTraits } from "./facts/withdrawal.ts";
import { Message } from "./message.ts";

/** What happened, in the record's words: one list for each matter. */
export const Fact = z.discriminatedUnion("type", [
  ...registrationFacts,
  ...acceptanceFacts,
  ...reconsiderationFacts,
  ...communityFacts,
  ...guidanceFacts,
  ...transferFacts,
  ...stepFacts,
  ...recusalFacts,
  ...urgencyRequestFacts,
  ...hearingFacts,
  ...progressFacts,
  ...settlementFacts,
  ...promiseFacts,
  ...simpleFacts,
  ...urgencyFacts,
  ...answerFacts,
  ...deliveryFacts,
  ...correctionFacts,
  ...ratingFacts,
  ...followUpFacts,
  ...reviewFacts,
  ...withdrawalFacts,
  ...pressureFacts,
  ...supervisionFacts,
  ...climbFacts,
  ...leadFacts,
  ...extensionFacts,
  ...objectionFacts,
  ...otherWayFacts,
  ...assistanceFacts,
  ...meetingFacts,
  ...materialFacts,
  ...fileFacts,
  ...attachmentFacts,
  ...reminderFacts,
  ...newLinkFacts,
  ...codeFacts,
  ...mailboxFacts,
  ...contactFacts,
  ...agentFacts,
  ...jointFacts,
  ...mergingFacts,
  ...upkeepFacts,
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<T extends Fact["type"]> = Extract<Fact, { type: T }>;

/** 文书: a letter of any kind, as some fact has issued it. */
export type IssuedLetter = NonNullable<Extract<Fact, { letter?: unknown }>["letter"]>;
export type LetterOf<K extends LetterKind> = Extract<IssuedLetter, { kind: K }>;

/** The letter that a fact has issued, if it has. */
export const letterIn = (fact: Fact): IssuedLetter | undefined => ("letter" in fact ? fact.letter : undefined);

/** What the project has to know of each type of fact. */
export const traits: Readonly<Record<Fact["type"], Trait>> = {
  ...registrationTraits,
  ...acceptanceTraits,
  ...reconsiderationTraits,
  ...communityTraits,
  ...guidanceTraits,
  ...transferTraits,
  ...stepTraits,
  ...recusalTraits,
  ...urgencyRequestTraits,
  ...hearingTraits,
  ...progressTraits,
  ...settlementTraits,
  ...promiseTraits,
  ...simpleTraits,
  ...urgencyTraits,
  ...answerTraits,
  ...deliveryTraits,
  ...correctionTraits,
  ...ratingTraits,
  ...followUpTraits,
  ...reviewTraits,
  ...withdrawalTraits,
  ...pressureTraits,
  ...supervisionTraits,
  ...climbTraits,
  ...leadTraits,
  ...extensionTraits,
  ...objectionTraits,
  ...otherWayTraits,
  ...assistanceTraits,
  ...meetingTraits,
  ...materialTraits,
  ...fileTraits,
  ...attachmentTraits,
  ...reminderTraits,
  ...newLinkTraits,
  ...codeTraits,
  ...mailboxTraits,
  ...contactTraits,
  ...agentTraits,
  ...jointTraits,
  ...mergingTraits,
  ...upkeepTraits,
};

/** A decided event that is not stored yet. */
export type NewEvent = { by: Actor; fact: Fact; clocks: ClockChange[]; messages: Message[] };

/** One stored entry of a case's history, chained to the one before it. */
export const CaseEvent = z.strictObject({
  v: z.literal(1),
  caseId: CaseId,
  seq: z.int().positive(),
  at: Instant,
  by: Actor,
  fact: Fact,
  clocks: z.array(ClockChange),
  messages: z.array(Message),
  previous: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
