import * as z from "zod";
import { ClockName, PeriodName } from "#clock/clock.ts";
import { Bilingual } from "#ground/bilingual.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Station } from "#ground/levels.ts";
import { goesOn, inside, type TraitsOf } from "./fact.ts";

/** What is done to a case from outside its chain: the calendar changes, an operator or the system puts machinery right. */
export const upkeepFacts = [
  /** The calendar changed under a running clock. With the same day twice, a provisional day was confirmed. */
  z.strictObject({
    type: z.literal("clockMoved"),
    clock: PeriodName,
    from: DistrictDate,
    to: DistrictDate,
    reason: Bilingual,
    calendarVersion: z.string(),
  }),
  /** An operator has put a clock back that had failed too often. */
  z.strictObject({ type: z.literal("clockReleased"), clock: ClockName }),
  z.strictObject({
    type: z.literal("executionReplaced"),
    epoch: z.int().positive(),
    startAt: Station,
    reason: z.enum(["executionGone", "stuckInTransit"]),
  }),
] as const;

export const upkeepTraits: TraitsOf<typeof upkeepFacts> = {
  clockMoved: goesOn,
  clockReleased: inside,
  executionReplaced: goesOn,
};
