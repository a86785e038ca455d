import * as z from "zod";
import { PeriodKind, PeriodName } from "#clock/clock.ts";
import { StaffId } from "#ground/ids.ts";
import { Until } from "#ground/instant.ts";
import { goesOn, remindsInside, type TraitsOf } from "./fact.ts";

/** 提醒: what a clock says before its end. */
export const reminderFacts = [
  /**
   * A share of a clock has passed, and the person whose turn it is is told: by the next morning digest, or at once when
   * the case is urgent. `passedOver` are lower shares whose moment came with this one: they get no notice of their own.
   */
  z.strictObject({
    type: z.literal("reminded"),
    clock: PeriodName,
    percent: z.int(),
    passedOver: z.array(z.int()),
    to: StaffId,
    how: z.enum(["digest", "mail"]),
    lastDay: Until,
  }),
  /**
   * A clock rang before its end and nobody had to be told. `lift` when it might have moved the case up: not needed where
   * the case is high enough; it waits while the case is between two steps, until the next of them would open.
   */
  z.strictObject({
    type: z.literal("shareReached"),
    clock: PeriodKind,
    percent: z.int(),
    lastDay: Until,
    lift: z.enum(["notNeeded", "waits"]).optional(),
  }),
] as const;

export const reminderTraits: TraitsOf<typeof reminderFacts> = {
  reminded: remindsInside,
  shareReached: goesOn,
};
