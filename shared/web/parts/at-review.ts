import { reviewActs } from "#case/acts/review.ts";
import { saidAtReview } from "#words/at-review.ts";
import type { ControlsOf } from "./acts/form-fields.tsx";
import { reviewForms } from "./acts/review.tsx";
import { AnswerReviewed } from "./answer-reviewed.tsx";
import { staffDoor } from "./staff-door.ts";

/** The door of whoever reviews an answer. */
export const reviewDoor = staffDoor(
  "review",
  reviewActs,
  saidAtReview,
  { ...reviewForms } satisfies ControlsOf<typeof reviewActs>,
  { panels: [AnswerReviewed] },
);
