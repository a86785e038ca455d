import * as z from "zod";
import { PeriodKind } from "#clock/clock.ts";
import { DistrictDate, Until } from "#ground/instant.ts";
import { Level, StepLevel } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { endsStep, passedOver, stepNo, type TraitsOf } from "./fact.ts";

/** It was the time for acknowledging an urgent step that ended, with nobody having done so. */
const unacknowledged = z.literal(true).optional();

/** 上提: the case goes up or back, by somebody's word or by a clock; and what is late with nobody above. */
export const climbFacts = [
  z.strictObject({ type: z.literal("reportedUpward"), stepNo, level: Level, reason: Written, to: Level }),
  z.strictObject({ type: z.literal("handedBack"), stepNo, level: Level, reason: Written, to: Level }),
  z.strictObject({
    type: z.literal("stepOverdue"),
    stepNo,
    level: Level,
    lastDay: Until,
    to: Level,
    unacknowledged,
    passedOver,
  }),
  /** Three quarters of the statutory time are gone and the case was still low in the chain: it moves up at once. */
  z.strictObject({
    type: z.literal("lifted"),
    stepNo,
    level: Level,
    percent: z.int(),
    answerBy: DistrictDate,
    to: Level,
    passedOver,
  }),
  /**
   * The bureau's or the top level's deadline has passed: nobody is above, so it is reminded daily and alarmed. `urgent`: its
   * owner is mailed at that very moment.
   */
  z.strictObject({
    type: z.literal("overdueAtTop"),
    stepNo,
    level: StepLevel,
    lastDay: Until,
    unacknowledged,
    urgent: z.literal(true).optional(),
    passedOver,
  }),
  /** A statutory clock ran out before the answer; the case goes on and the lateness stays on the record. */
  z.strictObject({ type: z.literal("statutoryOverdue"), clock: PeriodKind, lastDay: Until, passedOver }),
] as const;

export const climbTraits: TraitsOf<typeof climbFacts> = {
  reportedUpward: endsStep,
  handedBack: endsStep,
  stepOverdue: endsStep,
  lifted: endsStep,
  overdueAtTop: { step: "goesOn", told: "everybody", late: true, reminds: true },
  statutoryOverdue: { step: "goesOn", told: "everybody", late: true },
};
