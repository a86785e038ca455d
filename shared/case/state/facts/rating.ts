import * as z from "zod";
import { UnitId } from "#ground/ids.ts";
import { Written } from "#ground/written.ts";
import type { TraitsOf } from "./fact.ts";

/**
 * 评价: how satisfied a petitioner is, in three steps. Source: 国信发〔2022〕11号, by which the petitioner rates the petition office
 * and the responsible unit apart; the steps are the district's own choice (docs/adr/0079).
 */
export const Satisfaction = z.enum(["satisfied", "mostly", "notSatisfied"]);
export type Satisfaction = z.infer<typeof Satisfaction>;

/** How often a petitioner may rate one case: the last one counts. */
export const mostRatings = 20;

/** What a petitioner says of the petition office, of the unit that answered or settled the case, and in words. */
const ratingParts = {
  /** 责任单位: whose answer or settlement is rated. */
  unit: UnitId,
  bureauRating: Satisfaction,
  unitRating: Satisfaction,
  remark: Written.optional(),
};

/** 评价: what counts now, and how often its petitioner has rated by then. */
export const Rating = z.strictObject({ ...ratingParts, times: z.int().min(1).max(mostRatings) });
export type Rating = z.infer<typeof Rating>;

/** 评价, by the petitioner alone. */
export const ratingFacts = [z.strictObject({ type: z.literal("rated"), ...ratingParts })] as const;

/** No page, list or mail of the office tells of one. */
export const ratingTraits: TraitsOf<typeof ratingFacts> = {
  rated: { step: "goesOn", told: "petitioner" },
};
