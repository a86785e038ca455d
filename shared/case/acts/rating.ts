import * as z from "zod";
import type { Texts } from "#access/texts.ts";
import { problem, proseLimits, textOrNone } from "#case/forms/form-text.ts";
import { ratingOffers } from "#case/offers/rating.ts";
import type { Case } from "#case/state/case.ts";
import { happened } from "#case/state/decision.ts";
import { Satisfaction } from "#case/state/facts/rating.ts";
import { unitRated } from "#case/state/rating.ts";
import { act } from "./act.ts";

type RatingTyped = { bureauRating: Satisfaction; unitRating: Satisfaction; remark?: string | undefined };

/** Whether what counts is just what was typed, so that nothing of it is lost when nothing is done. @param texts what was written, by its names */
export const isRatedAs = (typed: RatingTyped, { rating }: Case, texts: Texts): boolean =>
  rating?.bureauRating === typed.bureauRating &&
  rating.unitRating === typed.unitRating &&
  typed.remark === (rating.remark && texts.get(rating.remark));

const step = z.enum(Satisfaction.options, problem("missing"));

/**
 * 评价, by the petitioner alone, of the petition office and the responsible unit apart. It can be changed as often as
 * `mostRatings` allows: the last one counts. It moves no clock, gives nobody a turn and mails
 * nobody: nothing that becomes of the case hangs on it.
 * Source: 国信发〔2022〕11号; the time is the district's own (docs/adr/0079).
 */
export const ratings = {
  rate: act({
    ...ratingOffers.rate,
    form: z.strictObject({ bureauRating: step, unitRating: step, remark: textOrNone(proseLimits.remark) }),
    role: "petitioner",
    brings: "rated",
    turn: "stays",
    decide: (c, { bureauRating, unitRating, remark }) =>
      happened(
        { kind: "petitioner" },
        { type: "rated", unit: unitRated(c), bureauRating, unitRating, ...(remark !== undefined && { remark }) },
      ),
  }),
};
