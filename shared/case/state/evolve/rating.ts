import { rateableStates } from "#case/state/rating.ts";
import { type Evolutions, from } from "./evolution.ts";

export const ratingEvolutions: Evolutions<"rated"> = {
  // What counts is the last one.
  rated: from(rateableStates, (c, { type: _, ...rating }) => ({
    ...c,
    rating: { ...rating, times: (c.rating?.times ?? 0) + 1 },
  })),
};
