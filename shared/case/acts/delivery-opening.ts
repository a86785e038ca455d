import * as z from "zod";
import { answerOpeningOffers } from "#case/offers/delivery.ts";
import { districtDate } from "#clock/period.ts";
import { act } from "./act.ts";
import { delivered } from "./delivered.ts";

/** 送达, by the petitioner. */
export const answerOpenings = {
  /** Opening the answer with the query code is its delivery. */
  openAnswer: act({
    ...answerOpeningOffers.openAnswer,
    form: z.strictObject({}),
    role: "petitioner",
    brings: "delivered",
    turn: "ends",
    decide: (c, _, world) =>
      delivered(c, { kind: "petitioner" }, { how: "opened", on: districtDate(world.now) }, world.now, world),
  }),
};
