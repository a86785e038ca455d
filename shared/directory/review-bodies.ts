import * as z from "zod";
import { Bilingual } from "#ground/bilingual.ts";
import { UnitId } from "#ground/ids.ts";
import { Level } from "#ground/levels.ts";
import { OneLine } from "#ground/seen-text.ts";

/** 复查复核机关: where a review is asked for, as letters name it. */
export const ReviewBody = z.strictObject({ name: Bilingual, address: Bilingual, phone: OneLine });
export type ReviewBody = z.infer<typeof ReviewBody>;

/** The levels that may answer a petition. */
export const AnsweringLevel = Level.exclude(["community"]);
export type AnsweringLevel = z.infer<typeof AnsweringLevel>;

/**
 * By the level that answered, who reviews the answer and who the review: each one level above the one before
 * (《信访工作条例》 Art. 35 and 36). A leader answers for the district, so that only the city can review it.
 */
export const ReviewBodies = z.record(
  AnsweringLevel,
  z.strictObject({
    /** `unit`: the unit of the district whose people review the answer here; none where the body is outside. */
    review: ReviewBody.extend({ unit: UnitId.optional() }),
    reReview: ReviewBody,
  }),
);
export type ReviewBodies = z.infer<typeof ReviewBodies>;
