import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { ClockRule } from "#clock/policy.ts";
import { PublicOffice, Unit } from "#directory/directory.ts";
import { ReviewBody } from "#directory/review-bodies.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { mostRequests } from "../party.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/**
 * How a request was answered, or the matter as a whole ended. Each is counted apart; "closed" alone says nothing. `promised`:
 * the request is supported and will be met by a day that the letter names (《信访工作条例》 Art. 32); until then it is not
 * resolved. `partly`: some of it is supported, or of several requests some are. `notCompetent`: it is not the issuing unit's
 * to grant, and the letter says whose it is. `adopted`, `adoptedInPart`, `notAdopted`: what became of a suggestion (Art. 29).
 */
export const Outcome = z.enum([
  "resolved",
  "promised",
  "partly",
  "explained",
  "notSupported",
  "notCompetent",
  "adopted",
  "adoptedInPart",
  "notAdopted",
]);
export type Outcome = z.infer<typeof Outcome>;

/** 结论: what a letter says to one request, and the reasons (Art. 32). */
export const RequestFinding = z.strictObject({ outcome: Outcome, decision: Written });
export type RequestFinding = z.infer<typeof RequestFinding>;

/** 复查权、复核权: whom a review is asked of, within how long, and by which article. */
export const RightOfReview = z.strictObject({
  body: ReviewBody,
  ...ClockRule.pick({ days: true, dayType: true, article: true, confirmed: true }).shape,
});
export type RightOfReview = z.infer<typeof RightOfReview>;

/** 救济途径: what there is against an answer, by the track of its case. */
export const Remedy = z.discriminatedUnion("kind", [
  /** `reReview`: against what the review comes to. */
  z.strictObject({ kind: z.literal("review"), review: RightOfReview, reReview: RightOfReview }),
  /** Other procedures of the law, each within its time limit. */
  z.strictObject({ kind: z.literal("elsewhere"), limits: z.array(OtherLimit) }),
  z.strictObject({ kind: z.literal("none") }),
]);
export type Remedy = z.infer<typeof Remedy>;

/** What a letter says of the office that issued it and of the remedy against it, in the words of its day. */
export const Issued = z.strictObject({
  by: Unit.pick({ name: true, address: true, phone: true }),
  /** Whom to ask besides: the district's office. */
  office: PublicOffice.pick({ name: true, address: true, phone: true }),
  remedy: Remedy,
});
export type Issued = z.infer<typeof Issued>;

/**
 * 更正: `slip` is one of writing or reckoning, and nothing of what was found changes; `finding` is any other, after which the
 * time for a review begins anew with the delivery of the new letter.
 */
export const CorrectionKind = z.enum(["slip", "finding"]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** What a letter says of the one that it takes the place of: its number among the case's letters and its day, what is different, and why. */
export const Corrects = z.strictObject({
  n: z.int().positive(),
  on: DistrictDate,
  kind: CorrectionKind,
  change: Written,
  reason: Written,
});
export type Corrects = z.infer<typeof Corrects>;

/** 答复意见: the letter that answers a petition. */
export const Letter = z.strictObject({
  /** Of the matter as a whole, as it follows from the findings. */
  outcome: Outcome,
  facts: Written,
  rule: Written,
  /** One for each request, in the order of their numbers. */
  findings: z.array(RequestFinding).min(1).max(mostRequests),
  /** 承诺: the last day by which what a finding promises is done. */
  promisedFor: DistrictDate.optional(),
  issued: Issued,
  /** Of a letter that corrects another. */
  corrects: Corrects.optional(),
});
export type Letter = z.infer<typeof Letter>;

/** 答复: the letter, and the end of the time for review. */
export const answerFacts = [
  z.strictObject({ type: z.literal("replied"), stepNo, unit: UnitId, staff: StaffId, letter: Letter }),
  z.strictObject({ type: z.literal("closed"), how: z.enum(["windowClosed", "noReview"]), outcome: Outcome }),
] as const;

export const answerTraits: TraitsOf<typeof answerFacts> = {
  replied: { step: "ends", told: "everybody" },
  closed: { step: "goesOn", told: "everybody" },
};
