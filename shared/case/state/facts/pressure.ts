import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { stepNo, type TraitsOf, Unable } from "./fact.ts";

/** How often a petitioner may tell the bureau so in the life of a case. */
export const mostWords = 3;

/** Until when the petition rests by it, where it would have been over sooner. */
const restsUntil = DistrictDate.optional();

/**
 * 撤回是否自愿: the petitioner tells the bureau that somebody wanted them to withdraw. Its head looks into it and answers
 * them; whoever works on the case learns nothing of it (《信访工作条例》 Art. 46: nobody may be made to pay for a petition).
 */
export const pressureFacts = [
  z.strictObject({
    type: z.literal("pressureTold"),
    stepNo,
    pressure: Written,
    to: Holder,
    assignment: z.int().positive(),
    answerBy: DistrictDate,
    restsUntil,
  }),
  /** Whoever was to answer cannot, and whoever would be asked now is asked. */
  z.strictObject({
    type: z.literal("pressurePassedOn"),
    stepNo,
    from: StaffId,
    to: Holder,
    assignment: z.int().positive(),
    how: Unable,
  }),
  /** It is unanswered still, and whoever has to answer is reminded. */
  z.strictObject({
    type: z.literal("pressureAwaited"),
    stepNo,
    staff: StaffId,
    answerBy: DistrictDate,
    restsUntil,
  }),
  z.strictObject({ type: z.literal("pressureAnswered"), stepNo, explanation: Written, restsUntil }),
  /** The case ended in another way before anybody had answered. */
  z.strictObject({ type: z.literal("pressureLapsed"), stepNo }),
] as const;

export const pressureTraits: TraitsOf<typeof pressureFacts> = {
  pressureTold: { step: "goesOn", told: "everybody", apart: true },
  pressurePassedOn: { step: "goesOn", told: "office", apart: true },
  pressureAwaited: { step: "goesOn", told: "office", reminds: true, apart: true },
  pressureAnswered: { step: "goesOn", told: "everybody", apart: true },
  pressureLapsed: { step: "goesOn", told: "everybody", apart: true },
};
