import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { ClockRule } from "#clock/policy.ts";
import { ReviewBody } from "#directory/review-bodies.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { mostRequests } from "../party.ts";
import { endsStep, goesOn, stepNo, type TraitsOf } from "./fact.ts";
import { Hearing } from "./hearing.ts";
import { LetterNumber, letterParts } from "./letter.ts";
import { entrusted, mostPromises, PromiseMade } from "./promise.ts";

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

/** `reReview`: against what the review comes to. */
const Review = z.strictObject({ kind: z.literal("review"), review: RightOfReview, reReview: RightOfReview });
/** Other procedures of the law, each within its time limit. */
const Elsewhere = z.strictObject({ kind: z.literal("elsewhere"), limits: z.array(OtherLimit) });
const Nothing = z.strictObject({ kind: z.literal("none") });

/** 救济途径: what there is against an answer, by the track of its case. */
export const Remedy = z.discriminatedUnion("kind", [Review, Elsewhere, Nothing]);
export type Remedy = z.infer<typeof Remedy>;

/** What an answer says beside what all letters do. */
const answerParts = {
  /** Of the matter as a whole, as it follows from the findings. */
  outcome: Outcome,
  /** 听取陈述: how the petitioner was heard; none where the law does not ask for it. */
  heard: Hearing.optional(),
  facts: Written,
  rule: Written,
  /** One for each request, in the order of their numbers. */
  findings: z.array(RequestFinding).min(1).max(mostRequests),
  /** 重新办理: what is different from the answer that a review has revoked. */
  differs: Written.optional(),
  /** 承诺: the last day by which what a finding promises is done, where its author answers for all of it. */
  promisedFor: DistrictDate.optional(),
  /** 承诺事项: what is done by which unit, until when. */
  promises: z.array(PromiseMade).min(1).max(mostPromises).optional(),
};

type Promising = {
  findings: readonly RequestFinding[];
  promisedFor?: DistrictDate | undefined;
  promises?: readonly PromiseMade[] | undefined;
};

/** Whoever promises says by when, and nobody names a day for nothing. */
const isDated = ({ findings, promisedFor, promises }: Promising): boolean =>
  findings.some(({ outcome }) => outcome === "promised") === ((promisedFor ?? promises) !== undefined);

/** 处理意见书: the letter that answers a petition (Art. 31(6), 32), against which there is a review (Art. 35). */
export const AnswerLetter = z
  .strictObject({ ...letterParts("answer"), ...answerParts, remedy: Review })
  .refine(isDated);

/** 履职答复: what a unit has done of its own duties (Art. 31(5)), against which there are other procedures. */
export const DutyAnswerLetter = z
  .strictObject({ ...letterParts("dutyAnswer"), ...answerParts, remedy: Elsewhere })
  .refine(isDated);

/** 建议回复: what becomes of a suggestion (Art. 29), against which there is nothing. */
export const SuggestionAnswerLetter = z
  .strictObject({ ...letterParts("suggestionAnswer"), ...answerParts, remedy: Nothing })
  .refine(isDated);

/** The letter that answers a case first, by its track. */
export const FirstAnswer = z.discriminatedUnion("kind", [AnswerLetter, DutyAnswerLetter, SuggestionAnswerLetter]);
export type FirstAnswer = z.infer<typeof FirstAnswer>;

/**
 * 更正: `slip` is one of writing or reckoning, and nothing of what was found changes; `finding` is any other, after which the
 * time for a review begins anew with the delivery of the new letter.
 */
export const CorrectionKind = z.enum(["slip", "finding"]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/**
 * What a letter says of the one that it takes the place of: how many answers there were before, the number and the day of the
 * last of them, what is different, and why.
 */
export const Corrects = z.strictObject({
  n: z.int().positive(),
  number: LetterNumber,
  on: DistrictDate,
  kind: CorrectionKind,
  change: Written,
  reason: Written,
});
export type Corrects = z.infer<typeof Corrects>;

/** 更正: another answer, which names the one that it takes the place of. */
export const CorrectionLetter = z
  .strictObject({ ...letterParts("correction"), ...answerParts, remedy: Remedy, corrects: Corrects })
  .refine(isDated);
export type CorrectionLetter = z.infer<typeof CorrectionLetter>;

/** 答复意见: the letter that answers a petition, the first or one that corrects it. */
export const Letter = z.discriminatedUnion("kind", [...FirstAnswer.options, CorrectionLetter]);
export type Letter = z.infer<typeof Letter>;

/** What a letter corrects, if it does. */
export const correctedBy = (letter: Letter): Corrects | undefined =>
  letter.kind === "correction" ? letter.corrects : undefined;

/** 答复: the letter, and the end of the time for review, or of what it promised. */
export const answerFacts = [
  z.strictObject({ type: z.literal("replied"), stepNo, unit: UnitId, staff: StaffId, letter: FirstAnswer, entrusted }),
  z.strictObject({
    type: z.literal("closed"),
    how: z.enum(["windowClosed", "noReview", "promisesKept", "unconfirmed"]),
    outcome: Outcome.optional(),
  }),
] as const;

export const answerTraits: TraitsOf<typeof answerFacts> = {
  replied: endsStep,
  closed: goesOn,
};
