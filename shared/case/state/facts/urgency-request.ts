import * as z from "zod";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { asked, awaited, climbed, passedOn } from "./awaited.ts";
import { goesOn, inside, remindsInside, stepNo, type TraitsOf } from "./fact.ts";
import { UrgentGround } from "./urgency.ts";

/** How often the petitioner may ask at one step: each time somebody of the bureau has to look at once (docs/adr/0068). */
export const mostUrgencyRequests = 2;

/** 申请紧急: a petitioner asks that their case be marked urgent, and the bureau decides. What is granted is `markedUrgent`. */
export const urgencyRequestFacts = [
  z.strictObject({
    type: z.literal("urgencyAsked"),
    why: UrgentGround,
    reason: Written,
    triage: Holder,
    ...asked,
  }),
  z.strictObject({ type: z.literal("urgencyPassedOn"), ...passedOn }),
  z.strictObject({ type: z.literal("urgencyClimbed"), ...climbed }),
  z.strictObject({ type: z.literal("urgencyAwaited"), ...awaited }),
  z.strictObject({ type: z.literal("urgencyRefused"), stepNo, reason: Written }),
  /** It is over: with the step, with a settlement, or as the case is marked urgent, by whoever. */
  z.strictObject({ type: z.literal("urgencyLapsed"), stepNo, how: z.enum(["stepOver", "settled", "marked"]) }),
] as const;

export const urgencyRequestTraits: TraitsOf<typeof urgencyRequestFacts> = {
  urgencyAsked: goesOn,
  urgencyPassedOn: inside,
  urgencyClimbed: goesOn,
  urgencyAwaited: remindsInside,
  urgencyRefused: goesOn,
  urgencyLapsed: goesOn,
};
