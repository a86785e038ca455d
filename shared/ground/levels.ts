import * as z from "zod";

/** The escalation chain, lowest level first. Every order of levels in the project derives from this list. */
export const escalationOrder = ["community", "township", "department", "leader"] as const;

/** 层级: one level of the escalation chain. */
export const Level = z.enum(escalationOrder);
export type Level = z.infer<typeof Level>;

/** Who can hold an open step: the bureau while acceptance is undecided, then one level of the chain. */
export const StepLevel = z.enum(["bureau", ...escalationOrder]);
export type StepLevel = z.infer<typeof StepLevel>;

/** Where the escalation chain can stand: at a step, or in the window after the answer. */
export const EscalationStation = z.enum([...StepLevel.options, "window"]);
export type EscalationStation = z.infer<typeof EscalationStation>;

/** Where the review chain can stand: while an answer is reviewed, and in the window after that. */
export const ReviewStation = z.enum(["review", "reReviewWindow"]);
export type ReviewStation = z.infer<typeof ReviewStation>;

/** Where the workflow can stand. */
export const Station = z.enum([...EscalationStation.options, ...ReviewStation.options]);
export type Station = z.infer<typeof Station>;

/** Whether a station is one of the review chain. */
export const isOfReview = (station: Station | undefined): station is ReviewStation =>
  station === "review" || station === "reReviewWindow";

/** Where the law's clock lifts a case that is still below when three quarters of its time are gone. */
export const liftedTo: Level = "department";

/** The levels whose units somebody at work on a case may name: to a leader it is reported, or climbs. */
export const belowLeaders = ["community", "township", "department"] as const satisfies readonly Level[];

/** Whether a level stands below another in the chain. */
export const isBelow = (level: Level, other: Level): boolean =>
  escalationOrder.indexOf(level) < escalationOrder.indexOf(other);

/** The next level up, or `undefined` at the top of the chain. */
export const levelAbove = (level: Level): Level | undefined => escalationOrder[escalationOrder.indexOf(level) + 1];

/** The next level down, or `undefined` at the bottom of the chain. */
export const levelBelow = (level: Level): Level | undefined => escalationOrder[escalationOrder.indexOf(level) - 1];
