import type { Refusal } from "#case/state/refusal.ts";
import type { Bilingual } from "#ground/bilingual.ts";
import { agentRefusals } from "./acts/agent.ts";
import { contactPersonRefusals, handingOverRefusals, jointRefusals } from "./acts/joint.ts";
import { broughtRefusals } from "./acts/material.ts";
import { notMergedRefusals } from "./acts/merging.ts";
import { pressureRefusals } from "./acts/pressure.ts";
import { promiseAnswerRefusals } from "./acts/promise.ts";
import { ratingRefusals } from "./acts/rating.ts";
import { reconsiderationRefusals } from "./acts/reconsideration.ts";
import { recusalRefusals, recusalRequestRefusals } from "./acts/recusal.ts";
import { reviewRequestRefusals } from "./acts/review.ts";
import { noSettlementRefusals, settlementRefusals } from "./acts/settlement.ts";
import { supervisionRequestRefusals } from "./acts/supervision.ts";
import { urgentAlready } from "./acts/urgency.ts";
import { urgencyRequestRefusals } from "./acts/urgency-request.ts";
import { withdrawalRefusals } from "./acts/withdrawal.ts";
import { everyonesRefusals } from "./everyones-refusals.ts";

/** Why something that petitioners may try was not done. Their pages carry no others. */
export const petitionerRefusals = {
  ...everyonesRefusals,
  pageOutdated: {
    zh: "您打开这一页以后，事项有了新的进展，您的决定没有记录。请看下面的最新情况，再作决定",
    en: "Something has happened since you opened that page, so your decision was not recorded. Please read the latest below and decide again",
  },
  ...noSettlementRefusals,
  ...settlementRefusals,
  ...promiseAnswerRefusals,
  ...broughtRefusals,
  ...withdrawalRefusals,
  ...pressureRefusals,
  ...reconsiderationRefusals,
  ...reviewRequestRefusals,
  ...recusalRefusals,
  ...recusalRequestRefusals,
  ...urgentAlready,
  ...urgencyRequestRefusals,
  ...supervisionRequestRefusals,
  ...ratingRefusals,
  ...agentRefusals,
  ...jointRefusals,
  ...contactPersonRefusals,
  ...handingOverRefusals,
  ...notMergedRefusals,
} satisfies Partial<Record<Refusal, Bilingual>>;

const isTheirs = (refusal: string): refusal is keyof typeof petitionerRefusals =>
  Object.hasOwn(petitionerRefusals, refusal);

/** Why a petitioner's act was not done, by the name of its refusal, in words; a test holds that each refusal which one can come to has its own. */
export const refusedPetitioner = (refusal: string): Bilingual =>
  petitionerRefusals[isTheirs(refusal) ? refusal : "movedOn"];
