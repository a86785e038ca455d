import * as z from "zod";
import { ReviewBody } from "#directory/review-bodies.ts";
import { StaffId, UnitId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { RightOfReview } from "./answer.ts";
import { stepNo, type TraitsOf, Unable } from "./fact.ts";
import { LegalDay, LetterNumber, letterParts, UnitNamed } from "./letter.ts";

/** Why a review is not taken up: asked for too late, not this body's, or the same was reviewed before. */
export const ReviewGround = z.enum(["outOfTime", "notOurs", "sameAgain"]);
export type ReviewGround = z.infer<typeof ReviewGround>;

/** What every letter of a review says of the answer: its number, and who gave it. */
const ofAnswer = { answer: LetterNumber, answered: UnitNamed };

/** 复查受理告知书: the review is taken up, and until when it is decided (《信访工作条例》 Art. 35). */
export const ReviewAcceptedLetter = z.strictObject({
  ...letterParts("reviewAccepted"),
  ...ofAnswer,
  askedOn: DistrictDate,
  decideBy: LegalDay,
});

/** 复查不予受理告知书: why not, and the body above, which can be asked about that. */
export const ReviewRefusedLetter = z.strictObject({
  ...letterParts("reviewRefused"),
  ...ofAnswer,
  askedOn: DistrictDate,
  ground: ReviewGround,
  reason: Written,
  above: ReviewBody,
});

/** 重新办理: what the level that answered has to do differently, and by which day it answers again. */
const Redo = z.strictObject({ differently: Written, until: DistrictDate });

/**
 * 复查意见书: what was asked, what was found, and whether the answer stands or is revoked, with what it rests on. `reReview`: where
 * one that stands can be contested further, and within how long.
 */
export const ReviewLetter = z
  .strictObject({
    ...letterParts("review"),
    ...ofAnswer,
    reviewReasons: Written,
    facts: Written,
    rule: Written,
    decision: Written,
    opinion: z.enum(["upheld", "revoked"]),
    redo: Redo.optional(),
    reReview: RightOfReview,
  })
  .refine(({ opinion, redo }) => (opinion === "revoked") === (redo !== undefined));
export type ReviewLetter = z.infer<typeof ReviewLetter>;

const assignment = z.int().positive();

/** 复查: an answer is examined by the body above the one that gave it, by people who had no part in the case (Art. 35). */
export const reviewFacts = [
  z.strictObject({
    type: z.literal("reviewAsked"),
    stepNo,
    reviewReasons: Written,
    /** After the time for it, which the body judges. */
    late: z.literal(true).optional(),
    /** The body that reviews it. */
    unit: UnitId,
    to: Holder,
    assignment,
    /** By when it is said whether the review is taken up, and by when it is decided. */
    acceptBy: DistrictDate,
    decideBy: DistrictDate,
    epoch: z.int().positive(),
  }),
  z.strictObject({ type: z.literal("reviewAccepted"), stepNo, unit: UnitId, letter: ReviewAcceptedLetter }),
  /** The answer stands, and its case goes on as after the time for a review. */
  z.strictObject({ type: z.literal("reviewRefused"), stepNo, unit: UnitId, letter: ReviewRefusedLetter }),
  /** `byReviewer`: to a colleague, for a reason. `silent`: nobody has decided in time, and the head has to. */
  z.strictObject({
    type: z.literal("reviewPassedOn"),
    stepNo,
    how: z.enum([...Unable.options, "byReviewer", "silent"]),
    reason: Written.optional(),
    from: StaffId,
    to: Holder,
    assignment,
  }),
  /** Whoever reviews it is reminded. */
  z.strictObject({
    type: z.literal("reviewReminded"),
    stepNo,
    of: z.enum(["reviewAccept", "reviewDecision"]),
    lastDay: DistrictDate,
  }),
  /** The time for it is over: that is on record, whatever comes of it. */
  z.strictObject({
    type: z.literal("reviewOverdue"),
    stepNo,
    of: z.enum(["reviewAccept", "reviewDecision"]),
    lastDay: DistrictDate,
  }),
  /** 维持: the answer stands. The letter of the review is delivered as the answer was, by whoever has reviewed it. */
  z.strictObject({
    type: z.literal("answerUpheld"),
    stepNo,
    unit: UnitId,
    staff: StaffId,
    letter: ReviewLetter,
    assignment,
  }),
  /** 撤销: the answer counts no more, and the level that gave it has the matter again, by other people. */
  z.strictObject({
    type: z.literal("answerRevoked"),
    stepNo,
    unit: UnitId,
    level: Level,
    letter: ReviewLetter,
    epoch: z.int().positive(),
  }),
] as const;

export const reviewTraits: TraitsOf<typeof reviewFacts> = {
  reviewAsked: { step: "goesOn", told: "everybody" },
  reviewAccepted: { step: "goesOn", told: "everybody" },
  reviewRefused: { step: "goesOn", told: "everybody" },
  reviewPassedOn: { step: "goesOn", told: "office" },
  reviewReminded: { step: "goesOn", told: "office", reminds: true },
  reviewOverdue: { step: "goesOn", told: "everybody" },
  answerUpheld: { step: "goesOn", told: "everybody" },
  answerRevoked: { step: "goesOn", told: "everybody" },
};
