import * as z from "zod";
import { StaffId } from "#ground/ids.ts";
import { DistrictDate } from "#ground/instant.ts";
import { Level } from "#ground/levels.ts";
import { Written } from "#ground/written.ts";
import { Holder } from "../actor.ts";
import { stepNo, type TraitsOf, Unable } from "./fact.ts";
import { mostPromises } from "./promise.ts";

/** How often a petitioner is tried to be reached, each time on another day. */
export const mostCalls = 3;

/** What a petitioner says of the matter once it has ended: it is done, in part, or not; or they do not want to say. */
export const CallCame = z.enum(["done", "partly", "notDone", "declined"]);
export type CallCame = z.infer<typeof CallCame>;

/** 回访: whoever calls the petitioner, in a turn of their own, and the days on which they did not reach them. */
export const FollowUp = z.strictObject({
  caller: Holder,
  assignment: z.int().positive(),
  tries: z.array(DistrictDate).max(mostCalls),
  /** Nobody above has to call any more. */
  isLast: z.literal(true).optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** 回访: an ended case is looked at once more, by somebody who had no hand in it. */
export const followUpFacts = [
  z.strictObject({
    type: z.literal("followUpOpened"),
    stepNo,
    to: Holder,
    assignment: z.int().positive(),
    callBy: DistrictDate,
  }),
  z.strictObject({ type: z.literal("followUpReminded"), stepNo, staff: StaffId, callBy: DistrictDate }),
  /** Its caller cannot make it, or has not in time: then it is the bureau's head's. */
  z.strictObject({
    type: z.literal("followUpPassedOn"),
    stepNo,
    how: z.enum([...Unable.options, "silent"]),
    from: StaffId,
    to: Holder,
    assignment: z.int().positive(),
  }),
  /** They were not reached. */
  z.strictObject({ type: z.literal("followUpTried"), stepNo, on: DistrictDate, said: Written }),
  /**
   * What came of it. `notMade`: nobody called in time; `nobody`: nobody is left who had no hand in it; `lapsed`: its petitioner
   * has reopened the case.
   */
  z.strictObject({
    type: z.literal("followUpOver"),
    stepNo,
    how: z.enum([...CallCame.options, "notReached", "notMade", "nobody", "lapsed"]),
    /** What they said, or how it was tried the last time. */
    said: Written.optional(),
  }),
  /**
   * It is not done, and they want it taken up anew: where the letter has promised things, those that are not kept are the
   * bureau's to have kept, and else the level that answered or settled takes it up.
   */
  z.strictObject({
    type: z.literal("followUpTakenUp"),
    stepNo,
    level: Level,
    promises: z.array(z.int().min(1).max(mostPromises)).min(1).optional(),
    epoch: z.int().positive(),
  }),
] as const;

export const followUpTraits: TraitsOf<typeof followUpFacts> = {
  followUpOpened: { step: "goesOn", told: "everybody" },
  followUpReminded: { step: "goesOn", told: "office", reminds: true },
  followUpPassedOn: { step: "goesOn", told: "office" },
  followUpTried: { step: "goesOn", told: "everybody" },
  followUpOver: { step: "goesOn", told: "everybody" },
  followUpTakenUp: { step: "goesOn", told: "everybody" },
};
