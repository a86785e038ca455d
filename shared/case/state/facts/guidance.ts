import * as z from "zod";
import { OtherLimit } from "#clock/other-limit.ts";
import { StatutoryRoute } from "#clock/statutory-route.ts";
import { Written } from "#ground/written.ts";
import { stepNo, type TraitsOf } from "./fact.ts";

/** 导入: the petitioner is told of the procedure that decides the matter, and of its time limit, in the words of the day. */
export const guidanceFacts = [
  z.strictObject({
    type: z.literal("guided"),
    stepNo,
    route: StatutoryRoute,
    explanation: Written,
    limits: z.array(OtherLimit),
  }),
] as const;

export const guidanceTraits: TraitsOf<typeof guidanceFacts> = {
  guided: { step: "ends", told: "everybody" },
};
