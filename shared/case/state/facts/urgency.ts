import * as z from "zod";
import { PeriodClock } from "#clock/clock.ts";
import { Until } from "#ground/instant.ts";
import { goesOn, type TraitsOf } from "./fact.ts";

/** Why a case cannot wait as long as others, and why one no longer has to be hurried. */
export const UrgentGround = z.enum(["danger", "property", "livelihood", "otherLimit", "worsening"]);
export type UrgentGround = z.infer<typeof UrgentGround>;
export const CalmGround = z.enum(["averted", "dealtWith", "mistaken"]);
export type CalmGround = z.infer<typeof CalmGround>;

/** Who has said so: staff of the bureau, or whoever heads the unit that has the step. */
export const UrgencyBy = z.enum(["bureau", "unit"]);
export type UrgencyBy = z.infer<typeof UrgencyBy>;

/** Until when the open step runs from then on; none between two steps, or where its time stays as it is. */
const until = Until.optional();

/** 标为紧急: steps go by hours from now on, and the open one has a part of what it had left. The law's time stays. */
export const urgencyFacts = [
  z.strictObject({
    type: z.literal("markedUrgent"),
    as: UrgencyBy,
    why: UrgentGround,
    until,
    /** The step's clock as it would have run on, if another one takes its place: it comes back with the step's own time. */
    stepWas: PeriodClock.optional(),
  }),
  /** 取消紧急: steps go by days again. */
  z.strictObject({ type: z.literal("unmarkedUrgent"), as: UrgencyBy, why: CalmGround, until }),
] as const;

export const urgencyTraits: TraitsOf<typeof urgencyFacts> = {
  markedUrgent: goesOn,
  unmarkedUrgent: goesOn,
};
