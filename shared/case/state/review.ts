import type { About } from "#directory/directory.ts";
import type { ReviewStation, Station } from "#ground/levels.ts";
import type { Case, In } from "./case.ts";
import type { StepOutcome } from "./message.ts";
import { clockOf } from "./running.ts";

/** A delivered answer that is reviewed. */
export type UnderReview = In<"window"> & { review: NonNullable<In<"window">["review"]> };
export const isUnderReview = (c: Case): c is UnderReview =>
  c.status === "window" && c.review !== undefined && c.review.over === undefined;

/** Whom a case is about for what its promises ask for meanwhile, with those who review its answer: they have no other part in it. */
export const besideReview = ({ about, review }: Pick<In<"window">, "about" | "review">): About =>
  review === undefined ? about : { ...about, staff: [...about.staff, ...review.examiners] };

/** Who is kept out of a case: whom it is about, and those who review its answer. */
export const keptOutOf = (c: Case): About => ("review" in c ? besideReview(c) : c.about);

/** Where the workflow stands with an answered case: while it may be contested, while it is reviewed, and after that. */
export const stationOfAnswered = ({
  review,
}: Pick<In<"window">, "review">): Extract<Station, "window" | ReviewStation> => {
  if (review === undefined) return "window";
  return review.over === undefined ? "review" : "reReviewWindow";
};

/**
 * Tells the workflow what an answered case came to, at whichever station it waits. After a review an execution may wait at the
 * same step for what a letter has promised: it takes no signal that was meant for the one before.
 */
export const answeredSignal = (c: In<"delivering" | "window">, outcome: StepOutcome) => {
  const at = stationOfAnswered(c);
  return { kind: "signal", stepNo: c.stepNo, outcome, ...(at !== "window" && { at }), epoch: c.epoch } as const;
};

/** The clocks by which a petitioner may contest an answer: for review, and against what that came to. */
export const contestKinds = ["review", "reReview"] as const;

/** Whether something may still come of contesting an answer: its time runs, or it is reviewed. */
export const isContestable = (c: In<"window">): boolean =>
  isUnderReview(c) || contestKinds.some((kind) => clockOf(c, kind) !== undefined);
